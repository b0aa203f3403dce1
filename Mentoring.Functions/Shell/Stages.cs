using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Shell;

/// <summary>The stages, in the order in which a person lives through them.</summary>
public static class Stages
{
    public static readonly Stage<Registration, Registration.Command, Registration.Event> Registrations =
        new("registration", new Registration.None(), Registration.Decide, Registration.Evolve);

    public static readonly Stage<Round, Round.Command, Round.Event> Rounds =
        new("round", new Round.None(), Round.Decide, Round.Evolve, Round.DueAt);

    public static readonly Stage<MenteeStanding, MenteeStanding.Command, MenteeStanding.Event> Mentees =
        new("mentee", new MenteeStanding.None(), MenteeStanding.Decide, MenteeStanding.Evolve);

    public static readonly Stage<MentorPlaces, MentorPlaces.Command, MentorPlaces.Event> Mentors =
        new("mentor", new MentorPlaces.None(), MentorPlaces.Decide, MentorPlaces.Evolve);

    public static readonly Stage<Offer, Offer.Command, Offer.Event> Offers =
        new("offer", new Offer.None(), Offer.Decide, Offer.Evolve, Offer.DueAt);

    public static readonly Stage<Agreement, Agreement.Command, Agreement.Event> Agreements =
        new("agreement", new Agreement.None(), Agreement.Decide, Agreement.Evolve, Agreement.DueAt);

    public static readonly Stage<Partnership, Partnership.Command, Partnership.Event> Partnerships =
        new("partnership", new Partnership.None(), Partnership.Decide, Partnership.Evolve, Partnership.DueAt);

    public static readonly Stage<Review, Review.Command, Review.Event> Reviews =
        new("review", new Review.None(), Review.Decide, Review.Evolve, Review.DueAt);

    public static IReadOnlyList<Stage> All { get; } = [Registrations, Rounds, Mentees, Mentors, Offers, Agreements, Partnerships, Reviews];

    /// <summary>The stage, id and command that a request is for; null for what is not a command.</summary>
    public static (Stage Stage, string Id, object Command)? Target(Request request) => request switch
    {
        Request.ToRegistration to => (Registrations, to.Id, to.Command),
        Request.ToRound to => (Rounds, to.Id, to.Command),
        Request.ToMentee to => (Mentees, to.Id, to.Command),
        Request.ToMentor to => (Mentors, to.Id, to.Command),
        Request.ToOffer to => (Offers, to.Id, to.Command),
        Request.ToAgreement to => (Agreements, to.Id, to.Command),
        Request.ToPartnership to => (Partnerships, to.Id, to.Command),
        Request.ToReview to => (Reviews, to.Id, to.Command),
        _ => null,
    };
}
