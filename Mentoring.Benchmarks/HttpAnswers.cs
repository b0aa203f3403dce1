using System.Globalization;
using System.Text;

namespace Mentoring.Benchmarks;

/// <summary>Reads HTTP/1.1 answers whose length is told off one connection, and keeps no more than their status.</summary>
internal sealed class HttpAnswers(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int filled;

    /// <returns>The next answer's status.</returns>
    /// <exception cref="InvalidDataException">The answer is cut off, longer than 64 KB, or does not tell its length.</exception>
    public async Task<int> NextAsync()
    {
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) await FillAsync();
        var status = int.Parse(buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        var length = head + 4 + BodyLength(head);
        while (filled < length) await FillAsync();
        buffer.AsSpan(length..filled).CopyTo(buffer);
        filled -= length;
        return status;
    }

    private int BodyLength(int head)
    {
        foreach (var line in Encoding.ASCII.GetString(buffer, 0, head).Split("\r\n"))
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) return int.Parse(line.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture);
        throw new InvalidDataException("The answer does not tell its length.");
    }

    private async Task FillAsync()
    {
        if (filled == buffer.Length) throw new InvalidDataException("The answer is longer than the buffer.");
        var read = await stream.ReadAsync(buffer.AsMemory(filled));
        if (read == 0) throw new InvalidDataException("The answer is cut off.");
        filled += read;
    }
}
