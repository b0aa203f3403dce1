using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;

namespace Mentoring.Local.Ledger;

/// <summary>The mails of one round in the order in which they last moved, by state. A row's version is the number of the commit that wrote it.</summary>
internal sealed class MailOrder
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, (string State, long Version)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<(long Version, string Id)>> byState = OutboxMail.States.ToDictionary(state => state, _ => new SortedSet<(long, string)>(Order), StringComparer.Ordinal);
    private readonly SortedSet<(long Version, string Id)> all = new(Order);
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);

    private static readonly Comparer<(long Version, string Id)> Order = Comparer<(long Version, string Id)>.Create(static (one, other) =>
        one.Version == other.Version ? string.CompareOrdinal(one.Id, other.Id) : one.Version.CompareTo(other.Version));

    public int Count(string? state)
    {
        lock (guard) return Of(state).Count;
    }

    /// <summary>Ids.</summary>
    public IReadOnlyList<string> Latest(string? state, int skip, int take)
    {
        lock (guard) return [.. Of(state).Reverse().Skip(skip).Take(take).Select(mail => mail.Id)];
    }

    /// <summary>A row as it was found in the store; commits that came since are known better.</summary>
    public void Found(string id, string state, long version)
    {
        lock (guard)
        {
            if (!removed.Contains(id) && !(known.TryGetValue(id, out var later) && later.Version >= version)) Put(id, state, version);
        }
    }

    /// <summary>To be called with each commit in the round, in the order of commits, before it is answered.</summary>
    public void Take(LedgerChange change, long number)
    {
        lock (guard)
        {
            foreach (var row in change.Rows)
            {
                if (row.Key.Kind != OutboxMail.Kind) continue;
                switch (row)
                {
                    case RowWrite.Insert insert:
                        removed.Remove(row.Key.Id);
                        Put(row.Key.Id, StateOf(insert.Meaning, insert.Json), number);
                        break;
                    case RowWrite.Replace replace:
                        Put(row.Key.Id, StateOf(replace.Meaning, replace.Json), number);
                        break;
                    case RowWrite.Delete:
                        removed.Add(row.Key.Id);
                        Forget(row.Key.Id);
                        break;
                }
            }
        }
    }

    private SortedSet<(long Version, string Id)> Of(string? state) => state is null ? all : byState[state];

    private void Put(string id, string state, long version)
    {
        Forget(id);
        known[id] = (state, version);
        byState[state].Add((version, id));
        all.Add((version, id));
    }

    private void Forget(string id)
    {
        if (!known.Remove(id, out var before)) return;
        byState[before.State].Remove((before.Version, id));
        all.Remove((before.Version, id));
    }

    private static string StateOf(object? meaning, string json) => (meaning as OutboxMail ?? LedgerJson.Read<OutboxMail>(json)).State;
}
