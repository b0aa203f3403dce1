namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>Days side by side, or weeks where there are too many days to tell apart.</summary>
internal sealed record DaySpan(DateOnly First, int DaysAStep, int Steps)
{
    private const int MostDays = 60;

    public static DaySpan Over(DateOnly first, DateOnly last)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var step = days <= MostDays ? 1 : 7;
        return new DaySpan(first, step, (days + step - 1) / step);
    }

    public IEnumerable<DateOnly> Starts => Enumerable.Range(0, Steps).Select(step => First.AddDays(step * DaysAStep));

    public int[] Counts(IEnumerable<DateOnly> days)
    {
        var counts = new int[Steps];
        foreach (var day in days)
            counts[(day.DayNumber - First.DayNumber) / DaysAStep]++;
        return counts;
    }
}
