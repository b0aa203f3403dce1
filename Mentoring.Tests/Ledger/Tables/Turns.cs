namespace Mentoring.Tests.Ledger.Tables;

/// <summary>Lets several processes work on one thread, each call to the service a turn, and a seed decide who goes next and who dies.</summary>
internal sealed class Turns(int seed, double deaths)
{
    private readonly Random _chance = new(seed);
    private readonly List<TaskCompletionSource> _waiting = [];

    public Task NextAsync()
    {
        var turn = new TaskCompletionSource();
        _waiting.Add(turn);
        return turn.Task;
    }

    /// <summary>Until nobody waits. A process that dies stops at its call for good.</summary>
    public void Play()
    {
        while (_waiting.Count > 0)
        {
            var next = _waiting[_chance.Next(_waiting.Count)];
            _waiting.Remove(next);
            if (_chance.NextDouble() >= deaths) next.SetResult();
        }
    }
}
