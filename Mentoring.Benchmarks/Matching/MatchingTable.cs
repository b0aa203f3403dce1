using System.Globalization;

namespace Mentoring.Benchmarks.Matching;

/// <summary>The table as printed: ours, how many times the check of the certificate that is, the bar, and each peer's build + solve.</summary>
internal static class MatchingTable
{
    public static string Head(IReadOnlyList<Peer> peers)
        => $"{"instance",-33}{"build",8}{"solve",8}{"total",8}{"bar",6}{"lots",8}{"MiB",6}{"/check",8}"
            + string.Concat(peers.Select(peer => $"{peer.Name + " build+solve",27}")) + $"{"best peer/ours",16}";

    public static string Line(Instance instance, Figures ours, IReadOnlyList<Figures?> theirs)
    {
        var (check, lots) = (ours.Extra[0], ours.Extra[1]);
        var best = theirs.Where(each => each is not null).Select(each => each!.Total).DefaultIfEmpty(double.NaN).Min();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{instance.Name,-33}{ours.Build,8:F1}{ours.Solve,8:F1}{ours.Total,8:F1}{instance.BarMilliseconds,6:F0}{lots,8:F1}{ours.Peak,6:F0}{ours.Total / check,8:F2}")
            + string.Concat(theirs.Select(Cell)) + string.Create(CultureInfo.InvariantCulture, $"{best / ours.Total,16:F1}");
    }

    private static string Cell(Figures? figures)
        => figures is null ? $"{"none in time",27}" : string.Create(CultureInfo.InvariantCulture, $"{figures.Build,15:F1} +{figures.Solve,10:F1}");
}
