using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Http;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> strictly: bytes that are not UTF-8 are refused instead of replaced.</summary>
/// <remarks>The framework's reader puts U+FFFD for what it cannot decode, and a name damaged so would be kept.</remarks>
internal static class UrlEncodedBody
{
    public static BodyResult Read(ReadOnlySpan<byte> body)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
                continue;
            if (pairs.Count == FormBody.MostValues)
                return FormBody.Refuse(FormBody.TooMany);

            var equals = pair.IndexOf((byte)'=');
            var (name, fault) = Decode(equals < 0 ? pair : pair[..equals]);
            var (value, faultOfValue) = Decode(equals < 0 ? [] : pair[(equals + 1)..]);
            if ((fault ?? faultOfValue) is { } problem)
                return FormBody.Refuse(problem);
            pairs.Add(new(name, value));
        }

        return new BodyResult.Fields(new FormFields(pairs), Json: false);
    }

    private static (string Text, Problem? Fault) Decode(ReadOnlySpan<byte> encoded)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(encoded.Length);
        try
        {
            if (!Unescape(encoded, bytes, out var length))
                return ("", Problem.Malformed("malformed-form", "The form is not properly encoded: a % is not followed by two hexadecimal digits."));
            var decoded = bytes.AsSpan(0, length);
            return Utf8.IsValid(decoded) ? (Encoding.UTF8.GetString(decoded), null) : ("", FormBody.NotUtf8);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static bool Unescape(ReadOnlySpan<byte> encoded, Span<byte> bytes, out int length)
    {
        length = 0;
        for (int plain; (plain = encoded.IndexOfAny((byte)'%', (byte)'+')) >= 0;)
        {
            encoded[..plain].CopyTo(bytes[length..]);
            length += plain;
            if (encoded[plain] == '+')
            {
                bytes[length++] = (byte)' ';
                encoded = encoded[(plain + 1)..];
                continue;
            }

            if (plain + 2 >= encoded.Length || Convert.FromHexString(encoded.Slice(plain + 1, 2), bytes[length..], out _, out _) != OperationStatus.Done)
                return false;
            length++;
            encoded = encoded[(plain + 3)..];
        }

        encoded.CopyTo(bytes[length..]);
        length += encoded.Length;
        return true;
    }
}
