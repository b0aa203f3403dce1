using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>The proof that a round's matching is the best possible, in words.</summary>
/// <param name="Words">What the checker says now.</param>
public sealed record CertificateModel(
    Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, bool Holds, string Words, LocalInstant MatchedAt, int Matched, int Mentees, int Mentors, int Places, long Score, string Digest) : DeskModel<CertificatePage>(Scheme, Visit);
