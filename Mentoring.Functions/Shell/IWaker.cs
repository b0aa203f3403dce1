using Mentoring.Core;

namespace Mentoring.Functions.Shell;

/// <summary>Starts the clockwork of a round, an offer or a partnership, or makes it look again. Doing so twice, or too late, is harmless.</summary>
public interface IWaker
{
    /// <param name="evenIfFinished">Start it again although it came to its end: for the sweeper, which has seen that something was left undone.</param>
    ValueTask WakeAsync(Clockwork clockwork, Address address, bool evenIfFinished, CancellationToken cancellation);
}
