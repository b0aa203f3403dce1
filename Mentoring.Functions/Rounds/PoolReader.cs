using System.Collections.Concurrent;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Who can be matched in a round now.</summary>
/// <remarks>
/// A view of the rows, kept between calls and brought up to date by the journal: only rows that events have touched are read again.
/// It may run ahead of the journal, never behind; every match made from it is decided again on the rows themselves.
/// </remarks>
public sealed class PoolReader(ILedger ledger)
{
    private readonly ConcurrentDictionary<string, View> _views = new(StringComparer.Ordinal);

    public async Task<Pool> ReadAsync(string round, CancellationToken cancellation)
    {
        var view = _views.GetOrAdd(round, key => new View(key));
        await view.Turn.WaitAsync(cancellation);
        try
        {
            await RefreshAsync(view, cancellation);
            return view.Pool();
        }
        finally
        {
            view.Turn.Release();
        }
    }

    private async Task RefreshAsync(View view, CancellationToken cancellation)
    {
        var head = await ledger.JournalHeadAsync(view.Round, cancellation);
        if (view.Head == 0)
        {
            foreach (var kind in View.Kinds)
            {
                await foreach (var row in ledger.ListAsync(view.Round, kind, cancellation))
                    view.Put(row.Key, row);
            }
        }
        else if (head > view.Head)
        {
            var touched = new HashSet<RowKey>();
            await foreach (var entry in ledger.JournalAsync(view.Round, view.Head, cancellation))
            {
                var (kind, id) = entry.Draft.Subject.Split(':', 2) is [var k, var i] ? (k, i) : ("", "");
                if (View.Kinds.Contains(kind))
                    touched.Add(new RowKey(view.Round, kind, id));
            }

            foreach (var key in touched)
                view.Put(key, await ledger.ReadAsync(key, cancellation));
        }

        view.Head = head;
    }

    private sealed class View(string round)
    {
        public static readonly string[] Kinds = [Stages.Registrations.Kind, Stages.Mentees.Kind, Stages.Mentors.Kind];

        private readonly Dictionary<string, Registration.Active> _registrations = new(StringComparer.Ordinal);
        private readonly Dictionary<string, WaitingHistory> _waiting = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _free = new(StringComparer.Ordinal);
        private readonly Dictionary<string, PoolMentee> _mentees = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, PoolMentor> _mentors = new(StringComparer.Ordinal);

        public string Round { get; } = round;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public long Head { get; set; }

        public Pool Pool() => new([.. _mentees.Values.Order(WaitingOrder.Instance)], [.. _mentors.Values]);

        public void Put(RowKey key, LedgerRow? row)
        {
            if (key.Kind == Stages.Registrations.Kind)
                Set(_registrations, key.Id, row is null ? null : Stages.Registrations.Of(row) as Registration.Active);
            else if (key.Kind == Stages.Mentees.Kind)
                Set(_waiting, key.Id, row is null ? null : (Stages.Mentees.Of(row) as MenteeStanding.Waiting)?.History);
            else if (row is not null && Stages.Mentors.Of(row) is MentorPlaces.Available { Places.Free: > 0 and var free })
                _free[key.Id] = free;
            else
                _free.Remove(key.Id);
            PutIntoPool(key.Id);
        }

        private void PutIntoPool(string id)
        {
            var registration = _registrations.GetValueOrDefault(id);
            if (registration?.Entry.Mentee is not null && _waiting.TryGetValue(id, out var history))
                _mentees[id] = PoolOf.Mentee(id, registration, history);
            else
                _mentees.Remove(id);
            if (registration?.Entry.Mentor is not null && _free.TryGetValue(id, out var places))
                _mentors[id] = PoolOf.Mentor(id, registration, places);
            else
                _mentors.Remove(id);
        }

        private static void Set<T>(Dictionary<string, T> values, string id, T? value)
            where T : class
        {
            if (value is null)
                values.Remove(id);
            else
                values[id] = value;
        }
    }
}
