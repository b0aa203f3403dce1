namespace Mentoring.Core.Matching.Files;

/// <summary>Reads a text line by line without a string for each: files have millions. Ends of line may be LF or CR LF.</summary>
internal sealed class FileLines(TextReader reader)
{
    private const int LongestLine = 1 << 20;

    private char[] buffer = new char[1 << 16];
    private int start;
    private int end;
    private bool ended;

    /// <summary>The number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where the current line starts and how long it is.</summary>
    private (int Start, int Length) line;

    public FileLine Current => new(buffer.AsSpan(line.Start, line.Length), Number);

    public bool Read()
    {
        var searched = start;
        while (true)
        {
            var found = buffer.AsSpan(searched..end).IndexOf('\n');
            if (found >= 0) return Take(searched + found, skip: 1);
            if (ended) return start < end && Take(end, skip: 0);
            searched = Fill(end);
        }
    }

    private bool Take(int lineEnd, int skip)
    {
        Number++;
        var length = lineEnd - start;
        if (length > 0 && buffer[lineEnd - 1] == '\r') length--;
        line = (start, length);
        start = lineEnd + skip;
        return true;
    }

    /// <summary>Reads more behind what is not taken yet.</summary>
    /// <returns>Where the new text starts.</returns>
    private int Fill(int searched)
    {
        if (start > 0)
        {
            buffer.AsSpan(start..end).CopyTo(buffer);
            (searched, end, start) = (searched - start, end - start, 0);
        }
        if (end == buffer.Length)
        {
            if (end > LongestLine) throw new FileFaultException(Number + 1, $"The line is too long; allowed are {LongestLine} characters.");
            Array.Resize(ref buffer, end * 2);
        }
        var read = reader.Read(buffer, end, buffer.Length - end);
        ended = read == 0;
        end += read;
        return searched;
    }
}
