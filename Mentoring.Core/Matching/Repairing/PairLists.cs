namespace Mentoring.Core.Matching.Repairing;

/// <summary>Who each person may be matched with, in lists that grow and shrink; all in one array.</summary>
internal sealed class PairLists
{
    private Entry[] entries;
    private int[] starts;
    private int[] counts;
    private int[] rooms;
    private int used;

    /// <param name="lengths">How many pairs each person has; they are added afterwards.</param>
    public PairLists(int[] lengths)
    {
        Count = lengths.Length;
        starts = new int[lengths.Length];
        counts = new int[lengths.Length];
        rooms = lengths;
        for (var person = 0; person < lengths.Length; person++)
        {
            starts[person] = used;
            used += lengths[person];
        }
        entries = new Entry[used];
    }

    /// <summary>People.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<Entry> Of(int person) => entries.AsSpan(starts[person], counts[person]);

    public int AddPerson()
    {
        if (Count == starts.Length)
        {
            var size = Math.Max(16, 2 * Count);
            Array.Resize(ref starts, size);
            Array.Resize(ref counts, size);
            Array.Resize(ref rooms, size);
        }
        (starts[Count], counts[Count], rooms[Count]) = (used, 0, 0);
        return Count++;
    }

    public void Add(int person, Entry entry)
    {
        if (counts[person] == rooms[person]) Move(person);
        entries[starts[person] + counts[person]++] = entry;
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(int person, int other)
    {
        var list = entries.AsSpan(starts[person], counts[person]);
        for (var index = 0; index < list.Length; index++)
        {
            if (list[index].Other != other) continue;
            list[index] = list[^1];
            counts[person]--;
            return true;
        }
        return false;
    }

    /// <summary>To the end, where there is room for twice as many.</summary>
    private void Move(int person)
    {
        var room = Math.Max(4, 2 * rooms[person]);
        if (used + room > entries.Length) Array.Resize(ref entries, Math.Max(used + room, entries.Length + (entries.Length / 2)));
        Of(person).CopyTo(entries.AsSpan(used));
        (starts[person], rooms[person]) = (used, room);
        used += room;
    }

    /// <param name="Other">The other person of the pair.</param>
    /// <param name="Points">Twice the score, and 1 more across institutions.</param>
    public readonly record struct Entry(int Other, int Points)
    {
        public int Score => Points >> 1;

        public bool CrossInstitution => (Points & 1) != 0;
    }
}
