using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mentoring.Core.Matching;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;

namespace Mentoring.Local.Commands;

/// <summary>A matching in words for a terminal, with people's names where the rules speak of ids.</summary>
/// <param name="people">By the ids of the pool.</param>
internal sealed partial class MatchReport(IReadOnlyDictionary<string, Entry> people)
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Matches(RoundSolution round)
    {
        foreach (var match in round.Result.Matches)
        {
            Line($"{Name(match.MenteeId)} → {Name(match.MentorId)}: {match.Score} points");
            foreach (var part in match.Reasons)
                Line($"    {part.Points,5}  {part.Words}");
        }

        var reasons = new Core.Rounds.UnmatchedReasons(round);
        foreach (var mentee in round.Result.Unmatched)
            Line($"{Name(mentee)}: not matched. {Named(string.Join(' ', reasons.For(mentee).ToCoordinator))}");
    }

    /// <param name="shortage">Null where everybody is matched.</param>
    public void Totals(RoundTotals totals, CertificateVerdict verdict, HallWitness? shortage)
    {
        var across = totals.Matched == 0 ? 0 : totals.AcrossInstitutions / (double)totals.Matched;
        Line($"{totals.Matched} of {totals.Mentees} mentees matched, {across:P0} between different institutions, {totals.Score} points");
        Line($"certificate: {verdict.Words}");
        if (shortage is not null)
            Line($"why not more: {shortage.Words}");
    }

    public void Recruitment(RecruitmentAdvice advice)
    {
        Heading("Where more mentors would help");
        Line($"  {"one more mentor, from elsewhere, who offers",-46}{"seek",6}{"unmatched",11}{"places",8}{"1 place",10}{"points",8}{advice.PlacesOfAMentor + " places",10}");
        foreach (var area in advice.Areas)
            Line($"  {Short(area.Title, 45),-46}{area.Seeking,6}{area.Unmatched,11}{area.Places,8}{area.Matches,10:+0;-0;0}{area.Points,8:+0;-0;0}{area.MatchesWithAll,10:+0;-0;0}");
        foreach (var place in advice.Mentors.Where(place => place.Matches > 0).Take(10))
            Line($"  One more place with {Name(place.MentorId)} would match one more mentee ({place.Points:+0;-0;0} points).");
    }

    public void Fairness(FairnessReport report)
    {
        Heading("How groups fared");
        Line($"  {"",-46}{"mentees",8}{"matched",9}{"rate",7}{"median points",15}");
        Group("everybody", report.All);
        foreach (var table in report.Tables)
        {
            Line($"  by {table.By.Replace('-', ' ')}");
            foreach (var group in table.Groups)
                Group("  " + group.Name, group);
        }

        Line($"  {Named(report.LongestWaitWords)}");
    }

    public void WhatIf(WhatIfOutcome outcome)
    {
        Heading("What if");
        Line($"  matched {outcome.Today.Matched} of {outcome.Today.Mentees} → {outcome.Then.Matched} of {outcome.Then.Mentees}, points {outcome.Today.Score} → {outcome.Then.Score} ({outcome.ThenByTodaysWeights} by today's weights), between different institutions {outcome.Today.AcrossInstitutions} → {outcome.Then.AcrossInstitutions}; {(outcome.Proved ? "proved best" : "NOT PROVED")}");
        foreach (var change in outcome.Gain)
            Line($"  + {Name(change.MenteeId)} would have {Name(change.To!)} ({change.ScoreAfter} points)");
        foreach (var change in outcome.Lose)
            Line($"  - {Name(change.MenteeId)} would lose {Name(change.From!)} ({change.ScoreBefore} points)");
        foreach (var change in outcome.Move)
            Line($"  ~ {Name(change.MenteeId)} would move from {Name(change.From!)} to {Name(change.To!)} ({change.ScoreBefore} → {change.ScoreAfter} points)");
        if (outcome.Gain.Count + outcome.Lose.Count + outcome.Move.Count == 0)
            Line($"  Everybody would have whom they have.");
    }

    public void WhyNot(PairAnswer answer)
    {
        Heading($"Why not {Name(answer.MenteeId)} and {Name(answer.MentorId)}");
        foreach (var sentence in answer.ToCoordinator)
            Line($"  {Named(sentence)}");
        foreach (var part in answer.Parts)
            Line($"    {part.Points,5}  {part.Words}");
    }

    private void Heading(string words) => _text.Append('\n').Append(words).Append('\n');

    private void Group(string name, FairnessGroup group) =>
        Line($"  {Short(name, 45),-46}{group.Mentees,8}{group.Matched,9}{group.MatchRate,7:P0}{(group.MedianScore is { } median ? median.ToString("0.#", CultureInfo.InvariantCulture) : "–"),15}");

    private void Line(FormattableString line) => _text.Append(FormattableString.Invariant(line)).Append('\n');

    private string Name(string id) => people.TryGetValue(id, out var entry) ? entry.Name : id;

    /// <summary>People of a file go by who they are: 64 hexadecimal digits.</summary>
    private string Named(string sentence) => PersonShape().Replace(sentence, found => Name(found.Value));

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.CultureInvariant)]
    private static partial Regex PersonShape();
}
