using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;

namespace Mentoring.Tests.Rounds;

public sealed class EligibilityTests
{
    private static readonly PoolMentee Mentee = PoolPeople.Mentee("mentee", "wellbeing");
    private static readonly PoolMentor Mentor = PoolPeople.Mentor("mentor", 1, "wellbeing");

    [Fact]
    public void Two_people_with_an_area_in_common_are_an_eligible_pair()
    {
        Assert.Null(ShutGate(Mentee, Mentor));
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public void Nobody_is_matched_with_themselves() =>
        Assert.Equal("same-person", ShutGate(Mentee, Mentor with { Person = Mentee.Person }));

    [Fact]
    [Trait("Requirement", "RM12")]
    public void An_exclusion_counts_whichever_of_the_two_said_so()
    {
        Assert.Equal("excluded", ShutGate(Mentee with { Exclude = [Mentor.Person] }, Mentor));
        Assert.Equal("excluded", ShutGate(Mentee, Mentor with { Exclude = [Mentee.Person] }));
    }

    [Fact]
    [Trait("Requirement", "RM13")]
    public void A_pair_that_was_declined_never_meets_again() =>
        Assert.Equal("declined-before", ShutGate(Mentee with { Refused = [Mentor.Person] }, Mentor));

    [Fact]
    [Trait("Requirement", "RE17")]
    public void Nobody_new_is_matched_with_a_person_whose_membership_is_not_in_order()
    {
        Assert.Equal("membership", ShutGate(Mentee with { HeldBack = true }, Mentor));
        Assert.Equal("membership", ShutGate(Mentee, Mentor with { HeldBack = true }));
    }

    [Fact]
    [Trait("Requirement", "RE21")]
    public void A_scheme_may_ask_that_mentors_are_trained()
    {
        var scheme = new Eligibility(InstitutionRule.PreferDifferent, new GatePolicy(MentorTraining: true, MoreExperience: false));

        Assert.Equal("mentor-training", scheme.ShutGate(Mentee, Mentor)?.Code);
        Assert.Null(scheme.ShutGate(Mentee, Mentor with { Trained = true }));
        Assert.Null(ShutGate(Mentee, Mentor));
    }

    [Theory]
    [Trait("Requirement", "RE22")]
    [InlineData(3, 4, true)]
    [InlineData(3, 3, false)]
    [InlineData(0, 1, true)]
    [InlineData(4, 3, false)]
    [InlineData(null, 30, false)]
    [InlineData(3, null, false)]
    [InlineData(null, null, false)]
    public void A_scheme_may_ask_that_a_mentor_has_more_years_in_the_profession_than_the_mentee(int? mentee, int? mentor, bool isOpen)
    {
        var scheme = new Eligibility(InstitutionRule.PreferDifferent, new GatePolicy(MentorTraining: false, MoreExperience: true));
        var (one, other) = (Mentee with { Experience = mentee }, Mentor with { Experience = mentor });

        Assert.Equal(isOpen ? null : "experience", scheme.ShutGate(one, other)?.Code);
        Assert.Null(ShutGate(one, other));
    }

    [Theory]
    [InlineData(SameInstitution.NoWish, SameInstitution.NoWish, false, true)]
    [InlineData(SameInstitution.Allow, SameInstitution.NoWish, false, true)]
    [InlineData(SameInstitution.Allow, SameInstitution.Allow, true, true)]
    [InlineData(SameInstitution.Avoid, SameInstitution.Allow, false, false)]
    [InlineData(SameInstitution.NoWish, SameInstitution.Avoid, false, false)]
    public void Whether_an_institution_may_be_shared_is_for_both_and_the_scheme_to_say(SameInstitution mentee, SameInstitution mentor, bool whereStrict, bool wherePreferred)
    {
        var (one, other) = (Mentee with { SameInstitution = mentee }, Mentor with { SameInstitution = mentor, Institution = Mentee.Institution });

        Assert.Equal(whereStrict ? null : "same-institution", ShutGate(one, other, InstitutionRule.Different));
        Assert.Equal(wherePreferred ? null : "same-institution", ShutGate(one, other, InstitutionRule.PreferDifferent));
    }

    [Fact]
    [Trait("Requirement", "RM2")]
    public void A_mentor_who_offers_nothing_that_is_sought_is_not_eligible() =>
        Assert.Equal("nothing-in-common", ShutGate(Mentee, Mentor with { Offers = ["career-planning"] }));

    [Fact]
    public void A_rule_that_protects_people_is_named_before_a_matter_of_taste() =>
        Assert.Equal("excluded", ShutGate(Mentee with { Exclude = [Mentor.Person] }, Mentor with { Offers = [], Institution = Mentee.Institution }));

    [Theory]
    [InlineData("THE  UNIVERSITY OF YORK.")]
    [InlineData("University-of-York")]
    [InlineData("The\u00A0University of York")]
    public void An_institution_is_the_same_however_it_is_written_also_with_blanks_that_do_not_break(string written) =>
        Assert.Equal(InstitutionKey.Of("University of York"), InstitutionKey.Of(written));

    [Fact]
    public void Every_gate_has_its_reason_in_words() =>
        Assert.All(new Eligibility(InstitutionRule.Different, new GatePolicy(MentorTraining: true, MoreExperience: true)).Gates, gate => Assert.EndsWith(".", gate.Reason, StringComparison.Ordinal));

    private static string? ShutGate(PoolMentee mentee, PoolMentor mentor, InstitutionRule rule = InstitutionRule.PreferDifferent) =>
        new Eligibility(rule).ShutGate(mentee, mentor)?.Code;
}
