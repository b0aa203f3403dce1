using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Mentoring.Functions.Registrations;

/// <summary>The bytes of a file of registrations: not too many, and UTF-8.</summary>
internal static class RegistrationFileText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>Valid UTF-8 without byte order mark; null where a fault was reported.</returns>
    public static ReadOnlyMemory<byte>? Read(Stream stream, Action<FileFault> report)
    {
        using var content = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
        {
            if (content.Length + read > RegistrationFile.MostBytes)
            {
                report(new FileFault(1, FileFault.WholeFile, string.Create(CultureInfo.InvariantCulture, $"The file is too large: at most {RegistrationFile.MostBytes / (1024 * 1024)} MiB are read.")));
                return null;
            }

            content.Write(chunk, 0, read);
        }

        ReadOnlyMemory<byte> text = content.GetBuffer().AsMemory(0, (int)content.Length);
        if (!Utf8.IsValid(text.Span))
        {
            report(new FileFault(LineOfDamage(text.Span), FileFault.WholeRow, "The text is not valid UTF-8. Save the file as CSV UTF-8."));
            return null;
        }

        return text.Span.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;
    }

    private static int LineOfDamage(ReadOnlySpan<byte> text)
    {
        var index = 0;
        while (index < text.Length && Rune.DecodeFromUtf8(text[index..], out _, out var length) == System.Buffers.OperationStatus.Done)
            index += length;
        return 1 + text[..index].Count((byte)'\n');
    }
}
