namespace Mentoring.Core.Matching.Solving;

/// <summary>Rows waiting for their turn, each once: first in, first out. Who is next can be looked at, so that their memory can be asked for.</summary>
internal sealed class WaitingRows(Scratch scratch, int rowCount)
{
    private readonly int[] ring = scratch.Any<int>(rowCount);
    private readonly bool[] isWaiting = scratch.Zeros<bool>(rowCount);
    private int first;

    public int Count { get; private set; }

    /// <param name="turn">From 0, whose turn is next.</param>
    public int this[int turn] => ring[Place(turn)];

    public void Add(int row)
    {
        if (isWaiting[row]) return;
        isWaiting[row] = true;
        ring[Place(Count++)] = row;
    }

    public int TakeFirst()
    {
        var row = ring[first];
        isWaiting[row] = false;
        first = Place(1);
        Count--;
        return row;
    }

    private int Place(int turn) => first + turn < rowCount ? first + turn : first + turn - rowCount;
}
