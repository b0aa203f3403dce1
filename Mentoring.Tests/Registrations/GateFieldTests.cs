using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Registrations;
using Mentoring.Local.Simulation;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Registrations;

/// <summary>What a form asks only where the scheme matches by it.</summary>
public sealed class GateFieldTests
{
    private static readonly Scheme Asking = TestScheme.Small with { Gates = new GatePolicy(MentorTraining: true, MoreExperience: true) };

    [Fact]
    [Trait("Requirement", "RE22")]
    public void Years_in_the_profession_are_asked_of_everybody()
    {
        Assert.Equal(12, Entry(ValidFields.Mentee().With("experience", "12")).Experience);
        Assert.Equal(0, Entry(ValidFields.Mentor().With("experience", "0")).Experience);
        Assert.Contains("Enter how many years", Fault(ValidFields.Mentor(), "experience"), StringComparison.Ordinal);
        Assert.Contains("from 0 to 70", Fault(ValidFields.Mentor().With("experience", "71"), "experience"), StringComparison.Ordinal);
        Assert.Contains("from 0 to 70", Fault(ValidFields.Mentor().With("experience", "a few"), "experience"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RE21")]
    public void A_mentor_who_has_yet_to_be_trained_may_register()
    {
        Assert.False(Entry(Experienced(ValidFields.Mentor())).Mentor!.Trained);
        Assert.True(Entry(Experienced(ValidFields.Mentor()).With("mentorTraining", "yes")).Mentor!.Trained);
        Assert.Null(Entry(Experienced(ValidFields.Mentee()).With("mentorTraining", "yes")).Mentor);
        Assert.NotEmpty(Fault(Experienced(ValidFields.Mentor()).With("mentorTraining", "soon"), "mentorTraining"));
    }

    [Fact]
    public void A_scheme_that_does_not_match_by_them_neither_asks_nor_keeps_them()
    {
        var fields = ValidFields.Mentor().With("experience", "a few").With("mentorTraining", "yes");
        var entry = Assert.IsType<FormResult.Valid>(RegistrationForm.Read(fields, TestScheme.Small, DateTimeOffset.UnixEpoch)).Entry;

        Assert.Equal((null, false), (entry.Experience, entry.Mentor!.Trained));
    }

    [Fact]
    public void What_was_answered_is_shown_again_and_a_change_of_it_is_a_change()
    {
        var entry = Entry(ValidFields.Mentor().With("experience", "12").With("mentorTraining", "yes"));

        Assert.Equal(["12"], EntryFields.Of(entry)["experience"]);
        Assert.Equal(["yes"], EntryFields.Of(entry)["mentorTraining"]);
        Assert.False(entry.SameAs(entry with { Experience = 13 }));
        Assert.False(entry.SameAs(entry with { Mentor = entry.Mentor! with { Trained = false } }));
    }

    [Fact]
    public void People_who_are_invented_for_a_simulation_answer_what_the_scheme_asks() =>
        Assert.All(SimulatedPeople.Invent(Asking, mentees: 20, mentors: 20, seed: 1), person => Assert.True(Entry(person) is { Experience: not null, Mentor: null or { Trained: true } }));

    private static FormFields Experienced(FormFields fields) => fields.With("experience", "12");

    private static Entry Entry(FormFields fields) => Assert.IsType<FormResult.Valid>(RegistrationForm.Read(fields, Asking, DateTimeOffset.UnixEpoch)).Entry;

    private static string Fault(FormFields fields, string name) =>
        Assert.Single(Assert.IsType<FormResult.Invalid>(RegistrationForm.Read(fields, Asking, DateTimeOffset.UnixEpoch)).Errors[name]);
}
