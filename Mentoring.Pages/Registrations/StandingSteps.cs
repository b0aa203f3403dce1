using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Layout;

namespace Mentoring.Pages.Registrations;

/// <summary>A registration's way, from the form to the end of the partnership. A mentor's steps know nothing of offers.</summary>
internal static class StandingSteps
{
    /// <summary>Empty where nothing more is to come.</summary>
    public static IReadOnlyList<Step> Of(RegistrationStanding standing, Scheme scheme) => Of(standing, scheme, standing.TermMonths ?? scheme.TermMonths);

    private static IReadOnlyList<Step> Of(RegistrationStanding standing, Scheme scheme, int months) => standing switch
    {
        RegistrationStanding.Received { Deadline: { } deadline } =>
            [Registered, Now("Registration closes", $"At {deadline.WordsIn(scheme.TimeZone)}"), Next("We match mentees with mentors and write to everybody", "Soon after that"), Introduction(scheme), Signing(scheme), Partnership(months)],
        RegistrationStanding.Received received =>
            [Registered, Now(received.HeldBack ? InOrderAnd("we look for a match") : "We look for a match and write to you"), Introduction(scheme), Signing(scheme), Partnership(months)],
        RegistrationStanding.MentorAvailable mentor =>
            [Registered, Now(mentor.HeldBack ? InOrderAnd("you are available again") : mentor.ToTrain ? "You complete the training for mentors, and tell us" : "You are available, and introduced as soon as a mentee accepts", Until(mentor.NextWord)), Signing(scheme), Partnership(months)],
        RegistrationStanding.MenteeWaiting waiting =>
            [Registered, Now(waiting.HeldBack ? InOrderAnd("we look for a mentor again") : "You are on the waiting list, and we look again whenever a mentor becomes free", Until(waiting.NextWord)), Introduction(scheme), Signing(scheme), Partnership(months)],
        RegistrationStanding.OfferOpen offer =>
            [Registered, Done("We found a mentor for you"), Now("You accept or decline", offer.ReplyBy is null ? "When our email has reached you, or now" : $"By {offer.ReplyBy}"), Next("If you accept, we introduce you to each other", "At once"), Signing(scheme), Partnership(months)],
        RegistrationStanding.Introduced introduced =>
            [Registered, Done("You have been introduced"), Now(introduced.HasSigned ? "You have signed the agreement, and your partner signs" : "You both sign the agreement", $"By {introduced.SignBy}"), Partnership(months)],
        RegistrationStanding.InPartnership { Review: { IsFinal: true } review } partnership =>
            [Registered, Done("You have been introduced"), Done("You both signed"), Done("Your term ended", partnership.Ends.Date), Now("You both look back, and say whether you would like to continue", $"By {review.AnswerBy}"), Next("We write to you both whether it continues", "When you have both answered, or that time has passed")],
        RegistrationStanding.InPartnership partnership =>
            [Registered, Done("You have been introduced"), Done("You both signed"), Now($"You meet {scheme.Meetings.Frequency}"), Next("The term ends, and you both look back", partnership.Ends.Date)],
        _ => [],
    };

    private static Step Registered { get; } = Done("You registered");

    private static Step Introduction(Scheme scheme) =>
        Next("If there is a match, the mentee hears first, and both are introduced when the mentee accepts", $"Within {Amount.Days(scheme.Offers.ReplyDays)}");

    private static Step Signing(Scheme scheme) => Next("You both sign the agreement", $"Within {Amount.Days(scheme.Agreements.SignDays)} of the introduction");

    private static Step Partnership(int months) => Next("Your partnership begins", $"For about {Amount.Months(months)}");

    private static string InOrderAnd(string then) => $"Your membership is put in order, and {then}";

    private static string? Until(LocalInstant? nextWord) => nextWord is null ? null : $"We write to you by {nextWord.Date} in any case";

    private static Step Done(string what, string? when = null) => new(StepState.Done, what, when);

    private static Step Now(string what, string? when = null) => new(StepState.Now, what, when);

    private static Step Next(string what, string? when = null) => new(StepState.Next, what, when);
}
