using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Agreements;

/// <summary>The agreement of one pair.</summary>
/// <param name="Path">Of this page; the signature posts to it.</param>
/// <param name="Version">Of the text, kept with each signature.</param>
/// <param name="Markdown">The text.</param>
/// <param name="Signatures">So far, oldest first.</param>
public sealed record AgreementModel(
    Scheme Scheme,
    string Path,
    Party Party,
    string MyName,
    string PartnerName,
    string Title,
    string Version,
    string Markdown,
    IReadOnlyList<AgreementSignature> Signatures,
    AgreementState State,
    FormState Form) : PageModel<AgreementPage>(Scheme);
