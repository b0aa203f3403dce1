using System.Text.Json.Serialization;

namespace Mentoring.Core.Rounds;

/// <summary>How many mentees a mentor takes, and who has those places.</summary>
/// <param name="Held">Offers that wait for an answer.</param>
/// <param name="Taken">Partnerships.</param>
public sealed record Places(int Capacity, IReadOnlyList<string> Held, IReadOnlyList<string> Taken)
{
    /// <summary>Never below 0, also where a capacity was lowered under what is taken.</summary>
    [JsonIgnore]
    public int Free => Math.Max(0, Capacity - Held.Count - Taken.Count);

    /// <summary>Whether a mentor may know that they have room: offers that wait for an answer do not count.</summary>
    [JsonIgnore]
    public bool HasRoom => Taken.Count < Capacity;

    public bool Holds(string id) => Held.Contains(id) || Taken.Contains(id);

    public Places WithHeld(string offer) => this with { Held = [.. Held, offer] };

    public Places WithTaken(string offer, string partnership) => this with { Held = [.. Held.Where(id => id != offer)], Taken = [.. Taken, partnership] };

    public Places Without(string id) => this with { Held = [.. Held.Where(held => held != id)], Taken = [.. Taken.Where(taken => taken != id)] };
}
