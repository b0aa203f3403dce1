using System.Globalization;
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
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var index = 0; index < encoded.Length; index++)
        {
            var next = encoded[index];
            if (next == '%')
            {
                if (index + 2 >= encoded.Length || !byte.TryParse(encoded.Slice(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out next))
                    return ("", Problem.Malformed("malformed-form", "The form is not properly encoded: a % is not followed by two hexadecimal digits."));
                index += 2;
            }
            else if (next == '+')
            {
                next = (byte)' ';
            }

            bytes[length++] = next;
        }

        var decoded = bytes.AsSpan(0, length);
        return Utf8.IsValid(decoded) ? (Encoding.UTF8.GetString(decoded), null) : ("", FormBody.NotUtf8);
    }
}
