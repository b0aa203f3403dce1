using System.Text;
using Mentoring.Core.Reviews;
using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Browser;

/// <summary>What people did before the coordinator looks.</summary>
internal sealed partial class BusyScheme
{
    private async Task LiveAFinishedRoundAsync()
    {
        Journey.Round = Finished;
        var (mentee, mentor) = await Journey.PairAsync(Cast.Mentee("Fay Finished"), Trained(Cast.Mentor("Gus Before")));
        await Journey.AdvanceDaysAsync(32);
        await Journey.ReviewAsync(mentee, "review-interim", ("support", "A short training on giving feedback."), ("toCoordinator", "The room we were given is too small."), ("share", "yes"), ("purpose", ReviewPurposes.ImproveScheme), ("purpose", ReviewPurposes.Partner));
        AnsweredReview = Journey.LinkTo(mentee, "review-interim", "/reviews/");
        await Journey.AdvanceDaysAsync(152);
        FinalReview = Journey.LinkTo(mentor, "review-final", "/reviews/");
        await Journey.AdvanceDaysAsync(40);
        EndedPartnership = Journey.PartnershipOf(mentor);
    }

    private async Task MatchARoundAsync()
    {
        Journey.Round = Matched;
        await Journey.AdvanceToAsync(Deadline.AddHours(-30));
        foreach (var (name, area) in new[] { ("Maya Okafor", "career-planning"), ("Piet de Vries", "wellbeing"), ("Siobhán Byrne", "new-to-sector") })
            await Journey.RegisterAsync(Trained(Cast.Mentor(name, 2, area, "moving-into-management").With("institution", "University of " + name[..4])));
        await Journey.RegisterAsync(Cast.Mentee("Una Reachable", "wellbeing"));
        await Journey.RegisterAsync(Cast.Mentee("Max Unknown", "career-planning").With("membershipNumber", Nobody));
        await Journey.AdvanceToAsync(Deadline.AddHours(-1));
        var mentees = new List<string>();
        foreach (var (name, area) in new[]
                 {
                     ("Ann Active", "career-planning"), ("Bea Signing", "career-planning"), ("Cem Offered", "wellbeing"), ("Dee Declining", "new-to-sector"), ("Eli Early", "new-to-sector"),
                     ("Flo Waiting", "career-planning"), ("Gil Waiting", "wellbeing"), ("Hal Waiting", "senior-leadership"), ("Ida Waiting", "career-planning"),
                 })
            mentees.Add(await Journey.RegisterAsync(Cast.Mentee(name, area)));
        await Journey.AdvanceToAsync(Deadline.AddMinutes(10));
        foreach (var mentee in mentees.Where(mentee => Journey.Mails(mentee, "offer").Count > 0).ToList())
        {
            if (mentee.StartsWith("dee", StringComparison.Ordinal))
                await Journey.DeclineAsync(mentee, "We have worked together before.");
            else if (!mentee.StartsWith("cem", StringComparison.Ordinal))
                await Journey.AcceptAsync(mentee);
        }

        foreach (var mentee in mentees.Where(mentee => mentee[..3] is "ann" or "eli" && Journey.Mails(mentee, "introduction").Count > 0))
        {
            await Journey.SignAsync(mentee);
            foreach (var introduction in Journey.Host.Mailbox.Read().Where(mail => mail.Mail.Template == "introduction" && mail.Mail.To != mentee && mail.Mail.Text.Contains(Journey.MailTo(mentee, "introduction").Mail.ToName, StringComparison.Ordinal)))
                await Journey.PostAsync(Journey.LinkIn(introduction, "/agreements/"), ("agree", "yes"), ("signature", introduction.Mail.ToName));
        }

        var early = mentees.First(mentee => mentee.StartsWith("eli", StringComparison.Ordinal));
        await Journey.EndAsync(early, "other", ("comment", "I have moved abroad, and would like somebody nearer."), ("again", "yes"));
    }

    private async Task<string> UploadAsync()
    {
        const string Form = $"/coordinator/rounds/{Open}/upload";
        using var body = new MultipartFormDataContent { { new StringContent(await TokenAsync(Form)), "desk" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(Csv)), "file", "launch-event.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Form, UriKind.Relative)) { Content = body };
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await Journey.Host.Client.SendAsync(request);
        return answer.Headers.Location!.OriginalString;
    }

    private const string Csv = """
        name,email,institution,jobTitle,biography,membershipNumber,membershipGrade,role,capacity,offers,seeks,objectives,reasons,exclude,sameInstitution,commitment,codeOfConduct,privacy,submissionId
        Lena Launch,lena.launch@university.example,University of the East,Planner,Ten years of planning.,M-11,GOLD,mentee,,,wellbeing,Grow into the role.,,,avoid,yes,yes,yes,launch-1
        Omar Event,omar.event@university.example,University of the West,Head of Data,Likes questions.,M-12,GOLD,mentor,2,career-planning;wellbeing,,,,,avoid,yes,yes,yes,launch-2
        Rosa Fault,rosa at university,University of the West,Planner,Ten years of planning.,M-13,SILVER,mentee,,,wellbing,Grow.,,,avoid,yes,maybe,yes,launch-3
        """;
}
