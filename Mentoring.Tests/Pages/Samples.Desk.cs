using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Actions;
using Mentoring.Pages.Coordinator.Charts;
using Mentoring.Pages.Coordinator.Mails;
using Mentoring.Pages.Coordinator.People;
using Mentoring.Pages.Coordinator.Registrations;
using Mentoring.Pages.Coordinator.Reports;
using Mentoring.Pages.Coordinator.Rounds;
using Mentoring.Pages.Coordinator.Settings;
using Mentoring.Pages.Coordinator.SigningIn;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Schemes;

namespace Mentoring.Tests.Pages;

internal sealed partial class Samples
{
    private static readonly DeskVisit Visit = new("token", CanSignOut: true, "The deadline is extended.");

    private IReadOnlyList<ChangeEntry> Changes => [new("c-1", Noon, typed, typed)];

    private DeskLink Ada => new(typed, "/coordinator/people/r-1");

    private RoundCourse Course(string state, (int, int)? done) => new(
        new RoundSummary("2024", state, Opens, Noon, 3, 1, 2, 2, [("pending", 1)], [], 1),
        [new("Registration opens", typed, "done"), new("Registration closes", typed, "now"), new("Everybody is matched", typed, "next")], done,
        Picture("registrations", 3), Picture("expertise", 2), Picture("offers", 0), Picture("partnerships", 1));

    private Chart Picture(string id, int value) => new(id, "Figures " + id, "How many " + id, "Day", [typed, "Tuesday"], [new("mentors", [value, value]), new("mentees", [0, value])]);

    public RoundModel RunningRound(bool isWatched) =>
        new(Scheme, Visit, Course("matched", (3, 8)), [Ada], [Ada], [], new PageOfList("/coordinator/rounds/2024", 1, 0, 10), [], 0, [], isWatched);

    private IEnumerable<PageModel> DeskPages()
    {
        IReadOnlyList<DeskLink> links = [new("Round 2024", "/coordinator/rounds/2024"), new("Pairs", "/coordinator/rounds/2024/pairs")];
        IReadOnlyList<MoveRow> moves = [new(typed, null, typed), new(typed, typed, null)];
        var attention = new AttentionItem(typed, typed, "/coordinator/rounds/2024", [new("Run the round now", "/coordinator/rounds/2024/run")]);
        var pages = new PageOfList("/coordinator/people?q=ada", 2, 120, 50);
        var action = new DeskActionModel(
            Scheme, Visit, "Extend the deadline", [typed], "/coordinator/rounds/2024/extend",
            [new("deadline", "The new deadline", "A hint", Type: "datetime-local"), new("reason", "A reason", Options: [new("a", typed), new("b", "Another")]), new("words", "Words", Type: "words", Optional: true)],
            Wrong("deadline", "reason", "words"), "Extend the deadline", typed, Confirming: false, "/coordinator");
        var answer = new WhatIfAnswer([("Mentees", 3, 4)], Proved: true, moves, moves, moves);
        var preview = new PreviewModel(Scheme, Visit, "2024", "/coordinator/rounds/2024/upload/f", [new(3, "email", typed)], 2, 1, 4, 1, 1, [new(2, typed, typed, "mentee")], MayImport: true);
        return
        [
            new SignInModel(Scheme, FormState.Empty), new SignInModel(Scheme, Wrong("email")), new LinkMailedModel(Scheme, 15), new SignInLinkModel(Scheme, "/coordinator/sign-in/token"),
            new SendAgainModel(Scheme, "/coordinator/changes", FormState.Of(("what", typed)), null), new SendAgainModel(Scheme, "/coordinator/changes", FormState.Of(("what", typed)), "token"),
            new DashboardModel(Scheme, Visit, Noon, Course("matched", (3, 8)), [Course("matched", null).Summary], [attention], pages, 1, 0), new DashboardModel(Scheme, Visit with { CanSignOut = false, Notice = null }, Noon, null, [], [], pages, 0, 0),
            new RoundModel(Scheme, Visit, Course("open", null), links, links, [attention], pages, [attention], 3, [Ada], IsWatched: false),
            RunningRound(isWatched: false),
            new PairsModel(Scheme, Visit, "2024", links, typed, ["pending"], "pending", [new(Ada, Ada, 120, [(120, typed)], true, "accepted", "active", typed, Noon, [Ada])], pages), new PairsModel(Scheme, Visit, "2024", links, null, [], "", [], pages),
            new WaitingModel(Scheme, Visit, "2024", links, [new(1, Ada, Noon, 0, [typed], [typed], Ada)], pages),
            new CertificateModel(Scheme, Visit, "2024", links, true, typed, Noon, 1, 2, typed, 3, 4, 500, typed), new CertificateModel(Scheme, Visit, "2024", links, false, typed, Noon, 1, 2, null, 3, 4, 500, typed),
            new WhyNotModel(Scheme, Visit, "2024", links, Wrong("mentee", "mentor"), null, typed), new WhyNotModel(Scheme, Visit, "2024", links, FormState.Empty, new(typed, typed, [typed], 100, [(100, typed)], moves), null),
            new WhatIfModel(Scheme, Visit, "2024", links, Wrong([.. WhatIfModel.Fields]), null, typed), new WhatIfModel(Scheme, Visit, "2024", links, FormState.Empty, answer, null),
            new PeopleModel(Scheme, Visit, ["2024"], ["waiting"], FormState.Of(("q", typed)), [new("r-1", typed, typed, "both", ["waiting", "available"], Noon)], pages), new PeopleModel(Scheme, Visit, [], [], FormState.Empty, [], pages),
            new StoryModel(Scheme, Visit, "2024", typed, ["waiting"], [("Email", typed)], [typed], [Ada], [Ada], [new(Noon, typed)]),
            action, action with { Confirming = true, Trouble = null, Form = FormState.Of(("deadline", typed), ("reason", "a")) }, action with { Fields = [], Form = FormState.Empty, Confirming = true },
            new ReportModel(Scheme, Visit, "2024", links, [typed], [new("t1", "Endings", typed, ["Reason", "Number"], [[typed, "5"]]), new("t2", "Nothing", "", ["Reason"], [])], [new("As CSV", "/coordinator/rounds/2024/report.csv")]),
            new FeedbackModel(Scheme, Visit, "2024", links, [new(Ada, "", typed)], [new(Ada, typed, typed)], [Ada], 1, pages) { Changes = Changes }, new FeedbackModel(Scheme, Visit, "2024", links, [], [], [], 0, new PageOfList("/coordinator/rounds/2024/feedback", 1, 0, 25)),
            new MailLogModel(Scheme, Visit, ["2024"], "2024", ["failed"], "failed", [new("offer", Ada, "failed", Noon, typed, "/coordinator/mail/m-1/send"), new("coordinator-attention", null, "accepted", Noon, null)], pages),
            new DeadLettersModel(Scheme, Visit, [new("emails", 1, 10, typed, "/coordinator/dead-letters/emails/1/send")], pages), new SettingsModel(Scheme, Visit, [("name", typed)], [typed], "https://mentoring.example.org/"),
            new UploadModel(Scheme, Visit, "2024", "noon", ["name", "email"], 8, typed), preview, preview with { MayImport = false, Faults = [], MoreFaults = 0, First = [] },
            new ImportModel(Scheme, Visit, "2024", "/coordinator/rounds/2024/upload/f", 200, 450, 199, IsRunning: true, IsWatched: false, [new(5, "(whole row)", typed)], 0), new ImportModel(Scheme, Visit, "2024", "/coordinator/rounds/2024/upload/f", 450, 450, 250, IsRunning: false, IsWatched: false, [new(5, "(whole row)", typed)], 199),
            new JournalModel(Scheme, Visit, "2024", [new("Round 2023", "/coordinator/journal?round=2023")], [new(1, Noon, "OfferAccepted", "offer-1", typed)], "/coordinator/journal?after=1"),
        ];
    }
}
