using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Agreements;

/// <summary>The box to tick and the name typed below an agreement.</summary>
internal static class SignatureForm
{
    private const int ShortestName = 2;
    private const int LongestName = 120;

    /// <param name="version">Of the text that is to be signed.</param>
    /// <returns>The name, or null and what is wrong.</returns>
    public static (string? Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) Read(FormFields fields, string version)
    {
        var reader = new FieldReader(fields);
        reader.Yes("agree", "Tick the box to say that you will keep to the agreement.");
        var name = reader.Line("signature", "Your signature", LongestName, "Type your full name to sign.");
        if (name.Length is > 0 and < ShortestName)
            reader.Wrong("signature", "Type your full name: it has at least 2 letters.");
        // Programs need not say which text they mean; a page that has lain open does.
        var read = reader.Line("version", "The version", LongestName, missing: null);
        if (read.Length > 0 && read != version)
            reader.Wrong("version", $"You read version {FieldReader.Shown(read)} of the agreement; the one to sign is version {version}, shown here. Please read it, then sign.");
        return (reader.Errors.Count > 0 ? null : name, reader.Errors);
    }
}
