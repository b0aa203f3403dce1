using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Coordinator;

/// <summary>Files, and what has happened between them and the people in them.</summary>
public sealed class ImportInTimeTests
{
    private const string Upload = "/coordinator/rounds/2024/upload";

    [Fact]
    [Trait("Requirement", "RE8")]
    [Trait("Requirement", "RE20")]
    public async Task Whoever_stood_in_a_file_that_came_in_time_and_was_imported_after_the_round_had_run_is_matched_and_told_like_the_others()
    {
        await using var journey = await Journey.StartAsync();
        var desk = new Desk(journey.Host);
        // Rows are entered side by side, so no lot may decide who has the mentor.
        var early = await journey.RegisterAsync(Cast.Mentee("Early Bird", "wellbeing"));
        var preview = await desk.UploadAsync(Upload, Csv(Mentee("Late Mentee", "late.mentee@uni.example"), Mentor("Late Mentor", "late.mentor@uni.example", "wellbeing")));
        await journey.CloseAsync();

        await desk.SubmitAsync(preview);
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["registration-received", "round-unmatched", "offer"], journey.Templates(early));
        Assert.Equal(["registration-received", "round-unmatched"], journey.Templates("late.mentee@uni.example"));
        Assert.Equal(["registration-received"], journey.Templates("late.mentor@uni.example"));
        var received = Journey.WordsOf(journey.MailTo("late.mentor@uni.example", "registration-received"));
        Assert.Contains("Your own page says where you stand, and we write to you when there is news.", received, StringComparison.Ordinal);
        Assert.DoesNotMatch("Registration closes|change it", received);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE20")]
    public async Task Before_the_round_has_run_nobody_of_a_file_is_told_anything_of_the_waiting_list()
    {
        await using var journey = await Journey.StartAsync();
        var desk = new Desk(journey.Host);
        var preview = await desk.UploadAsync(Upload, Csv(Mentee("Late Mentee", "late.mentee@uni.example")));

        await desk.SubmitAsync(preview);
        await journey.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(["registration-received"], journey.Templates("late.mentee@uni.example"));
        await journey.CloseAsync();
        Assert.Equal(["registration-received", "round-unmatched"], journey.Templates("late.mentee@uni.example"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE20")]
    public async Task A_file_that_comes_again_does_not_bring_back_who_has_withdrawn_and_they_can_come_back_themselves()
    {
        await using var journey = await Journey.StartAsync(start: new DateTimeOffset(2024, 9, 10, 8, 0, 0, TimeSpan.Zero));
        var (desk, file) = (new Desk(journey.Host), Csv(Mentee("Anna Wood", "anna@uni.example"), Mentee("Bert Hill", "bert@uni.example")));
        await desk.SubmitAsync(await desk.UploadAsync(Upload, file));
        await journey.AdvanceAsync(TimeSpan.FromMinutes(10));
        await journey.PressAsync("anna@uni.example", "withdraw");

        var again = await desk.UploadAsync(Upload, file);
        Says(again, "new people0", "would be changed1", "withdrew, and stay out1", "Import 1 registration");
        Assert.DoesNotContain("Anna Wood", Rendered.Words(again), StringComparison.Ordinal);
        var done = await desk.SubmitAsync(again);
        await journey.AdvanceAsync(TimeSpan.FromMinutes(10));

        Says((await desk.GetAsync(done.Answer.Headers.Location!.OriginalString)).Page, "This person has withdrawn, and no file brings them back.");
        Assert.Equal(["registration-received", "registration-withdrawn"], journey.Templates("anna@uni.example"));
        Assert.Equal(["registration-received"], journey.Templates("bert@uni.example"));

        await journey.RegisterAsync(Cast.Mentee("Anna Wood").With("email", "anna@uni.example"));
        await journey.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["registration-received", "registration-withdrawn", "registration-received"], journey.Templates("anna@uni.example"));
        journey.HasNoFaults();
    }

    private static string Mentee(string name, string email) => $"{name},{email},University of the South,Planner,Words,M-1,GOLD,mentee,,,career-planning,Grow,Want to,yes,yes,yes";

    private static string Mentor(string name, string email, string area) => $"{name},{email},University of the North,Planner,Words,M-2,GOLD,mentor,1,{area},,,,yes,yes,yes";

    private static string Csv(params string[] rows) => string.Join('\n', [
        "name,email,institution,jobTitle,biography,membershipNumber,membershipGrade,role,capacity,offers,seeks,objectives,reasons,commitment,codeOfConduct,privacy", .. rows, ""]);

    private static void Says(AngleSharp.Html.Dom.IHtmlDocument page, params string[] words) => Assert.All(words, word => Assert.Contains(word, Rendered.Words(page), StringComparison.Ordinal));
}
