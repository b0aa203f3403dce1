using Mentoring.Pages.Coordinator.Actions;
using Mentoring.Pages.Forms;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Something that the coordinator can do from a page.</summary>
/// <param name="Code">As the journal and logs call it.</param>
/// <param name="Subject">Kind and id of what it is done to.</param>
/// <param name="Round">In whose journal it is entered; null for what belongs to none.</param>
/// <param name="Words">What will happen.</param>
/// <param name="Button">What is done, in a few words.</param>
/// <param name="Back">Path of the page that shows what came of it.</param>
/// <param name="Start">What the form holds at first.</param>
public sealed record DeskAction(
    string Code, string Subject, string? Round, string Title, IReadOnlyList<string> Words, string Path, IReadOnlyList<DeskField> Fields, string Button, string Back, FormState Start);
