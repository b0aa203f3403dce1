using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Partnerships;

/// <summary>A certificate of thanks, to be printed. It names nobody but its reader: who was whose partner is confidential.</summary>
public sealed record ThanksModel(Scheme Scheme, string Name, Party Party, LocalInstant Started, LocalInstant Ended) : PageModel<ThanksPage>(Scheme);
