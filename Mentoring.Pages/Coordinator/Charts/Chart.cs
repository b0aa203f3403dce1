namespace Mentoring.Pages.Coordinator.Charts;

/// <summary>Figures as a picture, and as a table beside it.</summary>
/// <param name="Id">Unique on its page.</param>
/// <param name="Summary">What the picture shows, in a sentence, for those who don't see it.</param>
/// <param name="Of">What the labels are: <c>Day</c>, <c>Area</c>.</param>
/// <param name="Series">One to six.</param>
public sealed record Chart(string Id, string Title, string Summary, string Of, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>1 or more, so that nothing is divided by none.</summary>
    public int Highest { get; } = Math.Max(1, Series.SelectMany(series => series.Values).DefaultIfEmpty().Max());

    /// <summary>1 or more; of all series on top of each other.</summary>
    public int HighestTogether { get; } = Math.Max(1, Labels.Select((_, place) => Series.Sum(series => series.Values[place])).DefaultIfEmpty().Max());

    public bool IsEmpty => Series.All(series => series.Values.All(value => value == 0));
}

/// <param name="Values">One for each label, 0 or more.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<int> Values);
