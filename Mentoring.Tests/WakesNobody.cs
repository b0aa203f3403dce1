using Mentoring.Core;
using Mentoring.Functions.Shell;

namespace Mentoring.Tests;

/// <summary>For work that is looked at without its clockwork.</summary>
internal sealed class WakesNobody : IWaker
{
    public ValueTask WakeAsync(Clockwork clockwork, Address address, bool evenIfFinished, CancellationToken cancellation) => ValueTask.CompletedTask;
}
