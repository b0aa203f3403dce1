using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Pages.Partnerships;

namespace Mentoring.Functions.Partnerships;

/// <summary>Reads the form that ends a partnership. What is not said follows <see cref="EndingWishes"/>.</summary>
internal static class EndingReader
{
    private const int LongestComment = 2000;
    private static readonly string[] YesOrNo = ["yes", "no"];

    /// <param name="by">Who ends it: a mentor is read <c>available</c>, a mentee <c>again</c>.</param>
    public static (Partnership.Command.End? Command, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) Read(FormFields fields, Party by)
    {
        var reader = new FieldReader(fields);
        var code = reader.Choice(EndingForm.Reason, "The reason", EndingReasonCodes.Choices, "Choose a reason; any is fine.");
        var comment = reader.Paragraphs(EndingForm.Comment, "Your comment", LongestComment, missing: null);
        var wish = by == Party.Mentor
            ? reader.Choice(EndingForm.Available, "Whether you are available", YesOrNo, missing: null)
            : reader.Choice(EndingForm.Again, "Whether you would like another match", YesOrNo, missing: null);
        if (reader.Errors.Count > 0 || !EndingReasonCodes.TryParse(code, out var reason))
            return (null, reader.Errors);

        bool? said = wish.Length > 0 ? wish == "yes" : null;
        var command = new Partnership.Command.End(
            reason, by.Actor(), comment.Length > 0 ? comment : null, EndingWishes.MentorStays(reason, by, said), EndingWishes.MenteeAgain(reason, by, said));
        return (command, reader.Errors);
    }
}
