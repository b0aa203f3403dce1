using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>The proof that a round's matching is the best possible, in words.</summary>
/// <param name="Words">What the checker says now.</param>
/// <param name="Shortage">Why not everybody could be matched; null where everybody was.</param>
public sealed record CertificateModel(
    Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, bool Holds, string Words, LocalInstant MatchedAt, int Matched, int Mentees, string? Shortage, int Mentors, int Places, long Score, string Digest) : DeskModel<CertificatePage>(Scheme, Visit);
