using System.Collections.Immutable;
using System.Globalization;

namespace Mentoring.Core.Matching.Files;

/// <summary>
/// The prices of a certificate as text: <c>b M_1 .. M_K</c>, then <c>u MENTEE PRICE</c> and <c>v MENTOR PRICE</c>; whoever is not listed
/// has price 0; <c>c</c> comment. The format knows no institutions, so the score scale is 1.
/// </summary>
public static class DualsFile
{
    /// <exception cref="ArgumentException">The prices prefer pairs across institutions, which the format cannot say.</exception>
    public static void Write(TextWriter writer, Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(certificate);
        if (certificate.ScoreScale != 1) throw new ArgumentException("Prices that prefer pairs across institutions have no file format.", nameof(certificate));
        writer.Write("b");
        foreach (var weight in certificate.ClassWeights) writer.Write(string.Create(CultureInfo.InvariantCulture, $" {weight}"));
        writer.Write("\n");
        WritePrices(writer, 'u', certificate.MenteePrices);
        WritePrices(writer, 'v', certificate.MentorPrices);
    }

    /// <exception cref="FileFaultException">Names the first faulty line.</exception>
    public static Certificate Read(TextReader reader, MatchingProblem problem, IEnumerable<int> mentorOf)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(problem);
        List<long>? classWeights = null;
        var menteePrices = new long?[problem.MenteeCount];
        var mentorPrices = new long?[problem.MentorCount];
        var lines = new FileLines(reader);
        while (lines.Read())
        {
            var line = lines.Current;
            switch (line.Kind)
            {
                case "b" when classWeights is null: classWeights = ReadWeights(line); break;
                case "b": throw line.Fault("There is a second line b.");
                case "u": ReadPrice(line, "mentee", menteePrices); break;
                case "v": ReadPrice(line, "mentor", mentorPrices); break;
                case "c" or "": break;
                default: throw line.Fault("A line starts with c, b, u or v.");
            }
        }
        if (classWeights is null) throw new FileFaultException(Math.Max(1, lines.Number), "There is no line b with the class weights.");
        return new Certificate([.. classWeights], 1, [.. mentorOf], OrZero(menteePrices), OrZero(mentorPrices));
    }

    private static void WritePrices(TextWriter writer, char kind, ImmutableArray<long> prices)
    {
        for (var person = 0; person < prices.Length; person++)
            if (prices[person] != 0) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{kind} {person} {prices[person]}\n"));
    }

    private static List<long> ReadWeights(FileLine line)
    {
        List<long> weights = [];
        while (line.HasMore) weights.Add(line.Next("class weight", 0, long.MaxValue));
        return weights;
    }

    private static void ReadPrice(FileLine line, string who, long?[] prices)
    {
        var person = line.NextPerson(who, prices.Length);
        var price = line.Next("price", 0, long.MaxValue);
        line.End();
        if (prices[person] is not null) throw line.Fault($"The price of {who} {person} is listed twice.");
        prices[person] = price;
    }

    private static ImmutableArray<long> OrZero(long?[] prices) => [.. prices.Select(price => price ?? 0)];
}
