using Mentoring.Core.People;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Agreements;

/// <param name="Name">As typed by the signer.</param>
/// <param name="Version">Of the text that was signed.</param>
public sealed record AgreementSignature(Party Party, string Name, LocalInstant At, string Version);
