namespace Mentoring.Local.Durable;

/// <summary>A value on its way into a row, without a box: a text, a UTF-8 text, a number, or nothing.</summary>
internal readonly struct Cell
{
    private Cell(string? text, byte[]? utf8, long? number)
    {
        Text = text;
        Utf8 = utf8;
        Number = number;
    }

    internal string? Text { get; }

    internal byte[]? Utf8 { get; }

    internal long? Number { get; }

    public static implicit operator Cell(string? text) => new(text, null, null);

    public static implicit operator Cell(byte[]? utf8) => new(null, utf8, null);

    public static implicit operator Cell(long? number) => new(null, null, number);

    public static implicit operator Cell(int? number) => new(null, null, number);

    public static implicit operator Cell(long number) => new(null, null, number);

    public static implicit operator Cell(int number) => new(null, null, number);
}
