using System.Collections.Immutable;
using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Coordinator;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Memberships;
using Mentoring.Tests.Durable;
using Mentoring.Tests.Registrations;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Coordinator;

public sealed class AttentionTests
{
    private static readonly DateTimeOffset Now = new(2024, 11, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void News_leaves_the_list_after_thirty_days_although_nothing_happens_in_the_round()
    {
        var time = new ManualTime(Now);
        var attention = new Attention(TestScheme.Small, new TrustedForms(), time);
        var book = SampleBook.Of([SampleBook.Ended("late", EndingReason.Capacity, Now), SampleBook.Ended("early", EndingReason.RoleChange, Now.AddDays(-10)), SampleBook.Ended("term", EndingReason.Completed, Now)], []);

        Assert.Equal(["partnership:early", "partnership:late"], Subjects());
        time.Now += TimeSpan.FromDays(20) - TimeSpan.FromTicks(1);
        Assert.Equal(["partnership:early", "partnership:late"], Subjects());
        time.Now += TimeSpan.FromTicks(1);
        Assert.Equal(["partnership:late"], Subjects());
        time.Now += TimeSpan.FromDays(10);
        Assert.Empty(Subjects());

        IEnumerable<string> Subjects() => attention.In(book, []).Select(point => point.Subject);
    }

    [Fact]
    [Trait("Requirement", "RP12")]
    [Trait("Requirement", "RF7")]
    public void What_needs_a_person_stays_on_the_list_until_it_is_settled_however_long_that_takes()
    {
        var time = new ManualTime(Now);
        var attention = new Attention(TestScheme.Small, new TrustedForms(), time);
        var wrote = SampleBook.Ended("wrote", EndingReason.Capacity, Now);
        var book = SampleBook.Of(
            [wrote with { Ending = wrote.Ending with { Comment = "Please help." } }, SampleBook.Ended("other", EndingReason.Other, Now), SampleBook.Ended("news", EndingReason.Capacity, Now)],
            [Answered("said", "We have not met."), Answered("silent", null)]);

        time.Now += TimeSpan.FromDays(400);
        var points = attention.In(book, []);

        Assert.Equal(["partnership:other", "partnership:wrote", "review:said.interim.1.mentee"], points.Select(point => point.Subject));
        Assert.All(points, point => Assert.False(point.ForInformation));
        Assert.Empty(attention.In(book with { Settled = points.Select(point => point.Id).ToHashSet() }, []));

        static Review.Answered Answered(string partnership, string? toCoordinator) => new(
            new ReviewForm(partnership, ReviewKind.Interim, 1, Party.Mentee, "mentee-" + partnership, AsksToContinue: false),
            new ReviewAnswers(toCoordinator is null ? new Dictionary<string, IReadOnlyList<string>>() : new() { ["toCoordinator"] = [toCoordinator] }, null, []),
            Now);
    }

    [Fact]
    public void Nobody_is_to_be_reached_who_has_withdrawn_or_was_erased()
    {
        var mails = ((string[])["here", "away", "gone", "erased"]).Select(person => new OutboxMail.Failed(new MailDraft(MailTemplates.Offer, person, person, "offer", LinkPurpose.Offer), "No such mailbox.", Now)).ToList();
        var entry = Assert.IsType<FormResult.Valid>(RegistrationForm.Read(ValidFields.Mentee("Tom Hughes"), TestScheme.Small, Now)).Entry;
        var book = SampleBook.Of([], []) with
        {
            FailedMails = mails,
            Registrations = new Dictionary<string, Registration>
            {
                ["here"] = new Registration.Active("tom", entry, Now, 1),
                ["away"] = new Registration.Withdrawn("tom", entry, Now, Now, TurnedAway: MembershipFinding.Lapsed),
                ["gone"] = new Registration.Withdrawn("tom", entry, Now, Now),
                ["erased"] = new Registration.Erased(Now),
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

        var points = new Attention(TestScheme.Small, new TrustedForms(), new ManualTime(Now)).In(book, []).Where(point => point.Code == "mail-failed").ToList();
        Assert.Equal(["registration:away", "registration:here"], points.Select(point => point.Subject));
        // Of somebody who was taken out no address can be corrected.
        Assert.Equal([false, true], points.Select(point => AttentionItems.Of(book, point).Settle!.Any(link => link.Label == "Correct the address")));
    }

    [Fact]
    public void Whoever_ended_a_partnership_as_coordinator_is_not_asked_to_look_into_it()
    {
        var ended = SampleBook.Ended("by-hand", EndingReason.Other, Now);
        var book = SampleBook.Of([ended with { Ending = ended.Ending with { By = Actor.Coordinator } }], []);

        Assert.True(Assert.Single(new Attention(TestScheme.Small, new TrustedForms(), new ManualTime(Now)).In(book, [])).ForInformation);
    }
}
