using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Http;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Partnerships;

namespace Mentoring.Functions.Partnerships;

/// <summary>Both may end a partnership at the same moment. Whoever comes second finds it ended, and still speaks for themselves: about what comes after, and to the coordinator.</summary>
public sealed class SecondEnding(LedgerReader reader, SchemeShell shell)
{
    /// <param name="view">As it is when the second form comes.</param>
    /// <param name="open">The link by which it came.</param>
    public async Task FollowAsync(PairView view, OpenedLink.Opened open, FormFields fields, IWaker waker, CancellationToken cancellation)
    {
        if (view.State is not Partnership.Ended { Ending.By: var first } || EndingReader.Read(fields, view.Party).Command is not { } command)
            return;
        if (command.Comment is { } words)
            await shell.CarryOutAsync(open.Round, new Request.ToPartnership(view.Pair.PartnershipId, new Partnership.Command.Say(view.Party, words)), view.Party.Actor(), waker, cancellation);
        // A second click of one's own says nothing new of what comes after.
        if (first == view.Party.Actor())
            return;
        var stations = await Station.FollowAsync(reader, open.Round, open.Registration, cancellation);
        await ComeBackAsync(view, open, fields, waker, cancellation);
        if (view.Party == Party.Mentor && fields.First(EndingForm.Available) == "no" && stations.LastOrDefault(station => station.HasMentor) is { } mentor)
            await shell.CarryOutAsync(mentor.Round, new Request.ToMentor(mentor.Id, new MentorPlaces.Command.Rest()), Actor.Mentor, waker, cancellation);
        if (view.Party == Party.Mentee && fields.First(EndingForm.Again) is { Length: > 0 } again && stations.LastOrDefault(station => station.HasMentee) is { } mentee)
            await shell.CarryOutAsync(mentee.Round, Actor.Mentee, waker, work => AskAsync(work, mentee.Id, again == "yes", cancellation), cancellation);
    }

    /// <summary>A mentor who pauses, and is asked at an ending whether they are available, pauses no more when they say so.</summary>
    public async Task ComeBackAsync(PairView view, OpenedLink.Opened open, FormFields fields, IWaker waker, CancellationToken cancellation)
    {
        if (view.Party != Party.Mentor || fields.First(EndingForm.Available) != "yes")
            return;
        if ((await Station.FollowAsync(reader, open.Round, open.Registration, cancellation)).LastOrDefault(station => station.Mentor is MentorPlaces.Resting) is { } mentor)
            await shell.CarryOutAsync(mentor.Round, new Request.ToMentor(mentor.Id, new MentorPlaces.Command.Rejoin()), Actor.Mentor, waker, cancellation);
    }

    /// <summary>Whoever has another mentor by now is past what they said about waiting for one.</summary>
    private static async ValueTask<Rejection?> AskAsync(Transaction work, string mentee, bool again, CancellationToken cancellation) =>
        (await work.StateAsync(Stages.Mentees, mentee, cancellation), await work.StateAsync(Stages.Registrations, mentee, cancellation)) switch
        {
            (MenteeStanding.Waiting or MenteeStanding.Offered, _) when !again => await work.AskAsync(new Request.ToMentee(mentee, new MenteeStanding.Command.Leave()), cancellation),
            (MenteeStanding.Finished, Registration.Active { Entry.Mentee: not null }) when again => await work.AskAsync(new Request.ToMentee(mentee, new MenteeStanding.Command.Rejoin(Round.IsRolling(await work.StateAsync(Stages.Rounds, work.Partition, cancellation)))), cancellation),
            _ => null,
        };
}
