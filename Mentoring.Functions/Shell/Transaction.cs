using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Queues;

namespace Mentoring.Functions.Shell;

/// <summary>One try at a decision: rows as loaded, what happened to them, and what is to be written. Never shared.</summary>
public sealed class Transaction(ILedger ledger, Lifecycle lifecycle, IIdentifiers identifiers, string partition, Actor by, DateTimeOffset now)
{
    /// <summary>How long an unsent mail may lie before the sweeper queues it again.</summary>
    private static readonly TimeSpan MailPatience = TimeSpan.FromMinutes(10);

    /// <summary>Links outlive the longest partnership and its continuation.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(3 * 366);

    private readonly Dictionary<RowKey, Loaded> _loaded = [];
    private readonly Dictionary<RowKey, RowWrite> _writes = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly List<JournalDraft> _journal = [];
    private readonly List<QueueMessage> _messages = [];

    public DateTimeOffset Now => now;

    public string Partition => partition;

    /// <summary>What is to be woken when the commit stands.</summary>
    public List<Request> Afterwards { get; } = [];

    /// <summary>Carries out a request and all that follows from it. A refusal anywhere refuses the whole.</summary>
    public async ValueTask<Rejection?> AskAsync(Request request, CancellationToken cancellation)
    {
        var requests = new Queue<Request>([request]);
        while (requests.TryDequeue(out var next))
        {
            if (Stages.Target(next) is not { } target)
            {
                await FollowAsync(next, cancellation);
                continue;
            }

            var row = await LoadAsync(target.Stage, target.Id, cancellation);
            var (events, refusal) = target.Stage.Decide(row.State, target.Command, now);
            if (refusal is not null)
                return refusal;
            foreach (var happened in events)
            {
                row.Evolve(target.Stage.Evolve(row.State, happened));
                _journal.Add(new JournalDraft(now, happened.Code, $"{target.Stage.Kind}:{target.Id}", by.Code(), happened.Facts));
                foreach (var follows in lifecycle.After(happened, target.Id, now))
                    requests.Enqueue(follows);
            }
        }

        return null;
    }

    /// <summary>The state as this transaction sees it.</summary>
    public async ValueTask<TState> StateAsync<TState, TCommand, TEvent>(Stage<TState, TCommand, TEvent> stage, string id, CancellationToken cancellation)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent => (TState)(await LoadAsync(stage, id, cancellation)).State;

    /// <summary>Says that an id was made just now: there are no rows of that name and no mails about it, so none need be looked for.</summary>
    public void Name(string id) => _named.Add(id);

    /// <summary>Writes a row that belongs to no stage: an index entry, a record.</summary>
    public void Write(RowWrite write) => _writes.Add(write.Key, write);

    /// <summary>Enters in the journal what happened to something that belongs to no stage.</summary>
    /// <param name="subject">Kind and id; see <see cref="JournalDraft"/>.</param>
    public void Enter(string happened, string subject, params IReadOnlyList<KeyValuePair<string, string>> facts) =>
        _journal.Add(new JournalDraft(now, happened, subject, by.Code(), facts));

    public RowKey Key(string kind, string id) => new(partition, kind, id);

    /// <summary>The change to commit; null where nothing is to be written.</summary>
    public LedgerChange? Change(string operation)
    {
        var rows = _loaded.Values.Select(row => row.Write()).OfType<RowWrite>().Concat(_writes.Values).ToList();
        return _journal.Count == 0 && rows.All(row => row is RowWrite.Expect) ? null : new LedgerChange(partition, operation, rows, _journal) { Messages = _messages };
    }

    private async ValueTask FollowAsync(Request request, CancellationToken cancellation)
    {
        switch (request)
        {
            case Request.Send send:
                await WriteMailAsync(send.Mail, cancellation);
                break;
            case Request.Rematch rematch:
                await WriteRematchAsync(rematch, cancellation);
                Afterwards.Add(rematch);
                break;
            case Request.PlaceElsewhere elsewhere:
                Write(new RowWrite.Insert(Key(PlaceNote.Kind, elsewhere.Place), LedgerJson.Write(new PlaceNote(elsewhere.Mentor, elsewhere.Becomes, elsewhere.ThenRest)), now));
                Afterwards.Add(elsewhere);
                break;
            default:
                Afterwards.Add(request);
                break;
        }
    }

    private async ValueTask WriteMailAsync(MailDraft draft, CancellationToken cancellation)
    {
        var key = Key(OutboxMail.Kind, draft.Key);
        if (_writes.ContainsKey(key) || (!_named.Contains(draft.About) && await ledger.ReadAsync(key, cancellation) is not null))
            return;

        string? token = null;
        if (draft is { Link: { } purpose, To: { } recipient })
        {
            token = identifiers.NewToken(purpose, draft.Key);
            var link = new Link(purpose, draft.About, recipient, draft.As, now + LinkLife);
            Write(new RowWrite.Insert(Key(Link.Kind, LinkTokens.IdOf(token)), LedgerJson.Write(link)) { Meaning = link });
        }

        OutboxMail mail = new OutboxMail.Pending(draft, token, now);
        Write(new RowWrite.Insert(key, LedgerJson.Write(mail), now + MailPatience) { Meaning = mail });
        _messages.Add(new QueueMessage(QueueNames.Emails, draft.Key, OutboxAddress.Write(partition, draft.Key)));
    }

    private async ValueTask WriteRematchAsync(Request.Rematch rematch, CancellationToken cancellation)
    {
        var key = Key(RematchRequest.Kind, rematch.Cause);
        if (_writes.ContainsKey(key))
            return;
        var row = await ledger.ReadAsync(key, cancellation);
        // Whoever is to be told still is, whatever becomes free by the same cause before anybody was matched.
        var before = row?.As<RematchRequest>();
        var json = LedgerJson.Write(new RematchRequest(rematch.Tell ?? before?.Tell, rematch.Template ?? before?.Template));
        Write(row is null ? new RowWrite.Insert(key, json, now) : new RowWrite.Replace(key, json, row.Version, now));
    }

    private async ValueTask<Loaded> LoadAsync(Stage stage, string id, CancellationToken cancellation)
    {
        var key = Key(stage.Kind, id);
        if (_loaded.TryGetValue(key, out var known))
            return known;
        var row = _named.Contains(id) ? null : await ledger.ReadAsync(key, cancellation);
        return _loaded[key] = new Loaded(stage, key, row?.Version, row is null ? stage.Nothing : stage.Read(row));
    }

    private sealed class Loaded(Stage stage, RowKey key, string? version, object state)
    {
        private bool _changed;

        public object State { get; private set; } = state;

        public void Evolve(object next)
        {
            State = next;
            _changed = true;
        }

        /// <summary>A row that was only read is still expected as it was read: the decision rests on it.</summary>
        public RowWrite? Write() => (_changed, version) switch
        {
            (true, null) => new RowWrite.Insert(key, stage.Write(State), stage.DueAt(State)) { Meaning = State },
            (true, { } seen) => new RowWrite.Replace(key, stage.Write(State), seen, stage.DueAt(State)) { Meaning = State },
            (false, { } seen) => new RowWrite.Expect(key, seen),
            _ => null,
        };
    }
}
