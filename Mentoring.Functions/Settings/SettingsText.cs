using System.Text;

namespace Mentoring.Functions.Settings;

/// <summary>Reads the files of a scheme. In another encoding than Unicode's, letters beyond English would go out as question marks.</summary>
internal static class SettingsText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where the file is not Unicode text.</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path, Strict);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
