using Mentoring.Core.Partnerships;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Agreements;

/// <param name="Name">As typed by the signer.</param>
public sealed record AgreementSignature(PartnerRole Role, string Name, LocalInstant At);
