using Mentoring.Core.People;

namespace Mentoring.Core.Reviews;

/// <summary>The four review forms: interim and final, for mentor and mentee. Pages show them, validation holds answers against them.</summary>
public static class ReviewQuestions
{
    /// <summary>Longest answer in words, in characters.</summary>
    public const int LongestAnswer = 4000;

    public const string Continue = "continue";
    public const string Share = "share";
    public const string Purpose = "purpose";
    public const string ToCoordinator = "toCoordinator";

    private static readonly IReadOnlyList<ReviewOption> YesOrNo = [new("yes", "Yes"), new("no", "No")];

    private static readonly IReadOnlyList<ReviewOption> FromNotAtAllToVery =
        [new("1", "Not at all"), new("2", "A little"), new("3", "Fairly"), new("4", "Very"), new("5", "Extremely")];

    private static readonly IReadOnlyList<ReviewOption> Reached =
        [new("not-yet", "Not yet"), new("partly", "In part"), new("mostly", "For the most part"), new("fully", "In full"), new("changed", "The objectives changed on the way")];

    /// <summary>What a scheme wants to achieve for its people, asked at the end.</summary>
    public static IReadOnlyList<ReviewOption> SchemeObjectives { get; } =
    [
        new("career-development", "Develop a career"),
        new("succession", "Prepare for a next role, or prepare somebody else for one"),
        new("sector-awareness", "Know more about our sector beyond one’s own institution"),
        new("connecting", "Meet colleagues and make connections"),
        new("critical-friendship", "Have, or be, a critical friend"),
    ];

    /// <summary>What an author may allow their answers to be used for, each with its readers. Nothing is used for a purpose not chosen.</summary>
    public static IReadOnlyList<ReviewOption> Purposes { get; } =
    [
        new(ReviewPurposes.ImproveScheme, "The coordinator reads my answers, with my name, to improve the scheme"),
        new(ReviewPurposes.ReportFigures, "The association’s committee and funders see my answers counted in figures, without my name or my words"),
        new(ReviewPurposes.CaseStudy, "The association may write to me about a case study; members and the public see nothing before I have agreed to its words"),
        new(ReviewPurposes.Partner, "My mentoring partner may read my answers, with my name"),
    ];

    /// <summary>The questions of one form, in the order in which they are asked. Permission to share is always the last.</summary>
    /// <param name="asksToContinue">See <see cref="ReviewForm.AsksToContinue"/>; of no effect on an interim form.</param>
    public static IReadOnlyList<ReviewQuestion> For(ReviewKind kind, Party party, bool asksToContinue) => (kind, party, asksToContinue) switch
    {
        (ReviewKind.Interim or ReviewKind.Asked, Party.Mentor, _) => InterimMentor,
        (ReviewKind.Interim or ReviewKind.Asked, _, _) => InterimMentee,
        (_, Party.Mentor, true) => FinalMentor,
        (_, _, true) => FinalMentee,
        (_, Party.Mentor, _) => EndedMentor,
        _ => EndedMentee,
    };

    public static IReadOnlyList<ReviewQuestion> For(ReviewForm form) => For(form.Kind, form.Party, form.AsksToContinue);

    private static readonly IReadOnlyList<ReviewQuestion> Meetings =
    [
        Words("meetingPlace", "Where do you meet?", "For example in a meeting room of one institution, in a café, or online."),
        Words("meetingTimes", "How often do you meet, and for how long?", "For example once a month for an hour."),
        Words("contact", "How do you keep in contact between meetings?", "For example by email, phone or messages."),
    ];

    /// <summary>Asked with the answers, and again whenever the author changes their mind.</summary>
    public static IReadOnlyList<ReviewQuestion> Permission { get; } =
    [
        One(Share, "May your answers be shared?", "Your answers are confidential. Apart from what you tell the coordinator in this review, nobody reads them unless you allow it here.", YesOrNo),
        Any(Purpose, "If yes: with whom, and for what?", "Choose any. Each is used for what it says and for nothing else.", Purposes),
    ];

    private static readonly ReviewQuestion Useful = One("useful", "How useful has the mentoring been to you so far?", "", FromNotAtAllToVery);
    private static readonly ReviewQuestion UsefulAtEnd = Useful with { Label = "How useful has the mentoring been to you?" };
    private static readonly ReviewQuestion Support = Words("support", "What would help you now?", "Training, advice or documents, for example. We look at this while the scheme is running.");
    private static readonly ReviewQuestion Training = Support with { Label = "What training or support would help you as a mentor?" };
    private static readonly ReviewQuestion ForCoordinator = Words(ToCoordinator, "Is there anything the coordinator should know?", "The coordinator reads this answer, whatever you allow below, so that you can be helped.");

    private static readonly ReviewQuestion ObjectivesMet = Any("schemeObjectives", "Which of the scheme’s aims did the partnership serve?", "Choose any.", SchemeObjectives);

    private static readonly ReviewQuestion AsAWhole = Words("scheme", "How was the scheme as a whole?", "The launch, inductions and trainings, meetings of the group, documents, our emails: what was good, and what should change?");

    private static readonly ReviewQuestion GoOn = One(
        Continue, "Would you like the partnership to continue?", "It continues only if both of you say yes.", YesOrNo);

    private static readonly IReadOnlyList<ReviewQuestion> InterimMentee =
        [.. Meetings, Useful, Words("progress", "How far have you come with the objectives you set for yourself?", ""), Support, ForCoordinator, .. Permission];

    private static readonly IReadOnlyList<ReviewQuestion> InterimMentor =
        [.. Meetings, Useful, Words("progress", "How far has your mentee come, as you see it?", ""), Training, ForCoordinator, .. Permission];

    private static readonly IReadOnlyList<ReviewQuestion> FinalMentee =
    [
        UsefulAtEnd,
        One("objectives", "Did you reach the objectives you set for yourself?", "", Reached),
        Words("progress", "What did you achieve, and what helped?", ""),
        ObjectivesMet, Support with { Label = "What would have helped you more?", Hint = "" }, AsAWhole, ForCoordinator, GoOn, .. Permission,
    ];

    private static readonly IReadOnlyList<ReviewQuestion> FinalMentor =
    [
        UsefulAtEnd,
        One("objectives", "As you see it, did your mentee reach their objectives?", "", Reached),
        Words("progress", "What did you take from the mentoring yourself?", ""),
        ObjectivesMet, Training with { Label = "What training or support would have helped you as a mentor?", Hint = "" }, AsAWhole, ForCoordinator, GoOn, .. Permission,
    ];

    private static readonly IReadOnlyList<ReviewQuestion> EndedMentee = [.. FinalMentee.Where(question => question.Code != Continue)];

    private static readonly IReadOnlyList<ReviewQuestion> EndedMentor = [.. FinalMentor.Where(question => question.Code != Continue)];

    private static ReviewQuestion Words(string code, string label, string hint) =>
        new(code, label, hint, ReviewQuestionKind.Words, Required: false, [], LongestAnswer);

    private static ReviewQuestion One(string code, string label, string hint, IReadOnlyList<ReviewOption> options) =>
        new(code, label, hint, ReviewQuestionKind.One, Required: true, options, MaxLength: 0);

    private static ReviewQuestion Any(string code, string label, string hint, IReadOnlyList<ReviewOption> options) =>
        new(code, label, hint, ReviewQuestionKind.Any, Required: false, options, MaxLength: 0);
}
