using Mentoring.Core;
using Mentoring.Core.Registrations;
using Mentoring.Core.Time;
using Mentoring.Tests.Schemes;
using Finding = Mentoring.Core.Registrations.MembershipFinding;

namespace Mentoring.Tests.Registrations;

/// <summary>What follows from what the association's records say.</summary>
public sealed class MembershipTests
{
    private static readonly DateTimeOffset Now = new(2024, 10, 31, 9, 0, 0, TimeSpan.Zero);
    private static readonly LocalInstant RenewBy = LocalInstant.At(Now, "Europe/London").PlusDays(30, new TimeOnly(12, 0));
    private static readonly Membership Lapsed = new Membership.Lapsed(Now, RenewBy, Now);

    [Fact]
    [Trait("Requirement", "RE17")]
    public void A_lapse_begins_the_period_of_grace_and_holds_the_person_back()
    {
        var (state, codes) = Check(new Membership.InOrder(Now.AddMonths(-1)), Finding.Lapsed, Now);

        Assert.Equal(Lapsed, state);
        Assert.True(Membership.HoldsBack(state));
        Assert.Equal(["registration.membership-lapsed"], codes);
    }

    [Theory]
    [InlineData(-1, "lapsed")]
    [InlineData(0, "over")]
    [InlineData(1, "over")]
    [Trait("Requirement", "B11")]
    public void The_period_of_grace_ends_to_the_second(int seconds, string after) =>
        Assert.Equal(after, Check(Lapsed, Finding.Lapsed, RenewBy.Instant.AddSeconds(seconds)).State!.Code);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [Trait("Requirement", "B11")]
    public void A_renewal_puts_everything_right_even_a_moment_late(int seconds)
    {
        var (state, codes) = Check(Lapsed, Finding.InOrder, RenewBy.Instant.AddSeconds(seconds));

        Assert.Equal("in-order", state!.Code);
        Assert.Equal(["registration.membership-in-order"], codes);
    }

    [Fact]
    public void What_is_known_already_is_no_news()
    {
        Assert.Equal(["registration.membership-checked"], Check(Lapsed, Finding.Lapsed, Now.AddDays(1)).Codes);
        Assert.Equal(["registration.membership-checked"], Check(new Membership.InOrder(Now), Finding.InOrder, Now).Codes);
        Assert.Equal(["registration.membership-checked"], Check(new Membership.Over(Now, Now), Finding.Lapsed, Now).Codes);
        Assert.Equal(["registration.membership-checked"], Check(new Membership.Unknown(Now, Now), Finding.Unknown, Now).Codes);
        Assert.Equal(["registration.membership-checked"], Check(new Membership.Unchecked(Now), Finding.InOrder, Now).Codes);
    }

    [Fact]
    public void Whoever_would_have_been_refused_is_turned_away_when_the_answer_comes()
    {
        Assert.Equal(["registration.turned-away"], Check(new Membership.Unchecked(Now), Finding.Lapsed, Now).Codes);
        Assert.Equal(["registration.turned-away"], Check(new Membership.Unchecked(Now), Finding.NotAdmitted, Now).Codes);
        Assert.Equal(["registration.turned-away"], Check(new Membership.Unknown(Now, Now), Finding.NotAdmitted, Now).Codes);
    }

    [Fact]
    public void Another_grade_later_is_no_lapse() =>
        Assert.Equal("in-order", Check(new Membership.InOrder(Now.AddMonths(-1)), Finding.NotAdmitted, Now).State!.Code);

    [Fact]
    public void A_number_that_nobody_knows_is_for_a_person_to_settle_once_and_no_way_out_of_a_lapse()
    {
        Assert.Equal(["registration.membership-unknown"], Check(new Membership.InOrder(Now), Finding.Unknown, Now).Codes);
        Assert.Equal("over", Check(Lapsed, Finding.Unknown, RenewBy.Instant).State!.Code);

        var confirmed = After(Active(new Membership.Unknown(Now, Now)), new Registration.Command.ConfirmMembership(), Now).State;
        Assert.Equal(new Membership.InOrder(Now, Confirmed: true), confirmed);
        Assert.Equal("in-order", Check(confirmed, Finding.Unknown, Now.AddMonths(1)).State!.Code);
        Assert.Equal("lapsed", Check(confirmed, Finding.Lapsed, Now.AddMonths(1)).State!.Code);
    }

    [Fact]
    public void An_answer_about_another_number_is_of_no_use()
    {
        var (state, codes) = After(Active(new Membership.Unchecked(Now)), new Registration.Command.CheckMembership("M-9", Finding.Lapsed, RenewBy), Now);

        Assert.Equal(new Membership.Unchecked(Now), state);
        Assert.Empty(codes);
    }

    [Fact]
    public void The_records_are_asked_monthly_weekly_of_whoever_may_yet_renew_daily_while_something_is_open_and_at_once_where_they_never_answered()
    {
        Assert.False(Membership.IsDue(new Membership.InOrder(Now), Now.AddMonths(1).AddSeconds(-1)));
        Assert.True(Membership.IsDue(new Membership.InOrder(Now), Now.AddMonths(1)));
        Assert.False(Membership.IsDue(new Membership.Over(Now, Now), Now.AddDays(7).AddSeconds(-1)));
        Assert.True(Membership.IsDue(new Membership.Over(Now, Now), Now.AddDays(7)));
        Assert.False(Membership.IsDue(Lapsed, Now.AddHours(23)));
        Assert.True(Membership.IsDue(Lapsed, Now.AddHours(24)));
        Assert.True(Membership.IsDue(new Membership.Lapsed(Now, RenewBy, RenewBy.Instant.AddHours(-1)), RenewBy.Instant));
        Assert.True(Membership.IsDue(new Membership.Unknown(Now, Now), Now.AddDays(1)));
        Assert.True(Membership.IsDue(new Membership.Unchecked(Now), Now));
        Assert.True(Membership.IsDue(null, Now));
    }

    [Fact]
    public void An_amended_number_is_asked_for_anew_and_anything_else_is_not()
    {
        var (was, inOrder) = (Entry(), new Membership.InOrder(Now));
        var other = was with { MembershipNumber = "M-2" };

        Assert.Equal(new Membership.Unchecked(Now, WasMember: true), Membership.AfterAmendment(inOrder, was, other, null, Now));
        Assert.Equal(new Membership.Unchecked(Now), Membership.AfterAmendment(new Membership.Unknown(Now, Now), was, other, null, Now));
        Assert.Equal(inOrder, Membership.AfterAmendment(inOrder, was, was with { JobTitle = "Dean" }, null, Now));
        Assert.Equal(inOrder, Membership.AfterAmendment(inOrder, was, was, new Membership.Unchecked(Now), Now));
        Assert.Equal(inOrder, Membership.AfterAmendment(Lapsed, was, was, inOrder, Now));
        Assert.Null(Membership.AfterAmendment(null, was, other, null, Now));
    }

    private static (Membership? State, IReadOnlyList<string> Codes) Check(Membership? before, Finding finding, DateTimeOffset now) =>
        After(Active(before), new Registration.Command.CheckMembership("M-1042", finding, LocalInstant.At(now, "Europe/London").PlusDays(30, new TimeOnly(12, 0))), now);

    private static (Membership? State, IReadOnlyList<string> Codes) After(Registration state, Registration.Command command, DateTimeOffset now)
    {
        var events = Assert.IsType<Decision<Registration.Event>.Accepted>(Registration.Decide(state, command, now)).Events;
        return ((events.Aggregate(state, Registration.Evolve) as Registration.Active)?.Membership, [.. events.Select(happened => happened.Code)]);
    }

    private static Registration.Active Active(Membership? membership) => new(Entry().Email.Person, Entry(), Now, 1, null, membership);

    private static Entry Entry() => Assert.IsType<FormResult.Valid>(RegistrationForm.Read(ValidFields.Mentee(), TestScheme.Small, Now)).Entry;
}
