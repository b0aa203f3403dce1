using System.Collections.Concurrent;
using Mentoring.Functions.Ledger;

namespace Mentoring.Functions.Coordinator.People;

/// <summary>Journals by what their entries are about, so that one person's is found without reading everybody's. Grows with the journal.</summary>
public sealed class Stories(ILedger ledger)
{
    /// <summary>Rounds that are kept.</summary>
    private const int MostKept = 4;

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>Everything that happened to these subjects, oldest first.</summary>
    /// <param name="subjects">Kind and id each, such as <c>offer:0192…</c>.</param>
    public async Task<IReadOnlyList<JournalEntry>> OfAsync(string round, IEnumerable<string> subjects, CancellationToken cancellation)
    {
        if (_kept.Count >= MostKept && !_kept.ContainsKey(round))
            _kept.Clear();
        var kept = _kept.GetOrAdd(round, _ => new Kept());
        await kept.One.WaitAsync(cancellation);
        try
        {
            await foreach (var entry in ledger.JournalAsync(round, kept.Read, cancellation))
                kept.Add(entry);
            return [.. subjects.Distinct(StringComparer.Ordinal).SelectMany(kept.About).OrderBy(entry => entry.Number)];
        }
        finally
        {
            kept.One.Release();
        }
    }

    private sealed class Kept
    {
        private readonly Dictionary<string, List<JournalEntry>> _bySubject = new(StringComparer.Ordinal);

        public SemaphoreSlim One { get; } = new(1, 1);

        public long Read { get; private set; }

        public void Add(JournalEntry entry)
        {
            if (!_bySubject.TryGetValue(entry.Draft.Subject, out var entries))
                _bySubject.Add(entry.Draft.Subject, entries = []);
            entries.Add(entry);
            Read = entry.Number;
        }

        public IEnumerable<JournalEntry> About(string subject) => _bySubject.TryGetValue(subject, out var entries) ? entries : [];
    }
}
