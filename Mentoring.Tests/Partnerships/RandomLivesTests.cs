using System.Reflection;
using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Time;
using Mentoring.Functions.Shell;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Partnerships;

/// <summary>Whatever people and clocks do in whichever order, the rules hold.</summary>
public class RandomLivesTests
{
    private const int Lives = 400;
    private const int Steps = 25;
    private static readonly Party[] Sides = [Party.Mentor, Party.Mentee];

    [Fact]
    public void An_offer_lives_by_its_rules() => Live(Stages.Offers, new Offer.Command.Make(TheOffer, TenDays), (random, now) => random.Next(5) switch
    {
        0 => new Offer.Command.Accept("p-" + random.Next(3)),
        1 => new Offer.Command.Decline(random.Next(2) == 0 ? null : "Not now"),
        2 => new Offer.Command.Withdraw((WithdrawalReason)random.Next(3)),
        3 => new Offer.Command.Mailed(Countdown.From(now, Zone, 10, [3, 6])),
        _ => new Offer.Command.Tick(),
    }, new Offer.Command.Tick(), _ => { });

    [Fact]
    public void An_agreement_lives_by_its_rules() => Live(Stages.Agreements, new Agreement.Command.Open(TheAgreement, TenDays), (random, _) => random.Next(8) switch
    {
        < 3 => new Agreement.Command.Sign(Side(random), "Name " + random.Next(2)),
        3 => new Agreement.Command.Void(),
        _ => new Agreement.Command.Tick(),
    }, new Agreement.Command.Tick(), state =>
    {
        if (state is Agreement.Complete complete)
            Assert.Equal((Party.Mentor, Party.Mentee), (complete.Mentor.By, complete.Mentee.By));
    });

    [Fact]
    public void A_partnership_lives_by_its_rules() => Live(Stages.Partnerships, new Partnership.Command.Begin(ThePair), (random, now) => random.Next(12) switch
    {
        0 or 1 => new Partnership.Command.Activate(Term.First(now, Zone, 12, 6)),
        2 => new Partnership.Command.Lapse(random.Next(2) == 0, random.Next(2) == 0),
        3 or 4 => new Partnership.Command.Wish(Side(random), random.Next(4) > 0),
        5 => new Partnership.Command.End((EndingReason)random.Next(5), Side(random).Actor(), null, random.Next(2) == 0, random.Next(2) == 0),
        6 => new Partnership.Command.AskReview(Side(random)),
        _ => new Partnership.Command.Tick(LocalInstant.At(now.AddDays(21), Zone)),
    }, new Partnership.Command.Tick(LocalInstant.At(Day(3000), Zone)), state =>
    {
        if (state is Partnership.Reviewing reviewing)
            Assert.False(reviewing.Wishes.BothContinue || reviewing.Wishes.SomebodyEnds);
    }, longestStep: 60);

    [Fact]
    public void A_review_lives_by_its_rules() => Live(Stages.Reviews, new Review.Command.Ask(Form(ReviewKind.Interim, Party.Mentor), TenDays), (random, _) => random.Next(8) switch
    {
        0 => new Review.Command.Submit(Answers(random.Next(1, 3) == 1 ? "1" : "2")),
        1 => new Review.Command.Close(),
        _ => new Review.Command.Tick(),
    }, new Review.Command.Tick(), _ => { });

    [Theory]
    [InlineData(typeof(Offer))]
    [InlineData(typeof(Agreement))]
    [InlineData(typeof(Partnership))]
    [InlineData(typeof(Review))]
    public void Nobody_can_add_a_case_to_a_stage(Type stage)
    {
        foreach (var union in new[] { stage }.Concat(stage.GetNestedTypes().Where(type => type.IsAbstract && !type.IsSealed)))
        {
            Assert.All(union.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), made => Assert.True(made.IsPrivate || made.GetParameters() is [{ } copied] && copied.ParameterType == union));
            Assert.All(union.Assembly.GetTypes().Where(type => type.IsSubclassOf(union)), made => Assert.True(made.DeclaringType == union && made.IsSealed));
        }
    }

    private static void Live<TState, TCommand, TEvent>(
        Stage<TState, TCommand, TEvent> stage, TCommand first, Func<Random, DateTimeOffset, TCommand> next, TCommand tick, Action<TState> holds, int longestStep = 6)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent
    {
        for (var seed = 0; seed < Lives; seed++)
        {
            var random = new Random(seed);
            var (state, now) = ((TState)stage.Nothing, Start);
            for (var step = 0; step < Steps; step++)
            {
                var command = step == 0 ? first : next(random, now);
                var (events, _) = stage.Decide(state, command, now);
                state = (TState)events.Aggregate((object)state, stage.Evolve);
                var life = $"seed {seed}, step {step}: {command} at {now:O} gave {state}";

                // Asking for a review counts, so a second one is a second wish; whoever carries it out looks whether one is still open.
                if (command is not Partnership.Command.AskReview)
                    Assert.True(stage.Decide(state, command, now).Events.Count == 0, "A second event: " + life);
                Assert.Equal(stage.Write(state), stage.Write(LedgerJson.Read<TState>(stage.Write(state))));
                if (stage.DueAt(state) is { } due)
                    Assert.True(stage.Decide(state, tick, due).Events.Count > 0, "Stuck: " + life);
                holds(state);
                now = now.AddHours(random.Next(0, 24 * longestStep));
            }
        }
    }

    private static Party Side(Random random) => Sides[random.Next(2)];
}
