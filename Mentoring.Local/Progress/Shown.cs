using Spectre.Console;

namespace Mentoring.Local.Progress;

/// <summary>A line on the terminal for each step, in the order in which they begin.</summary>
internal sealed class Shown(ProgressContext context) : IProgress<WorkDone>
{
    private readonly Dictionary<string, ProgressTask> _steps = new(StringComparer.Ordinal);

    public void Report(WorkDone value)
    {
        if (!_steps.TryGetValue(value.Step, out var step))
            _steps.Add(value.Step, step = context.AddTask(Markup.Escape(value.Step), maxValue: Math.Max(1, value.All)));
        step.MaxValue = Math.Max(1, value.All);
        step.Value = value.Done;
    }
}
