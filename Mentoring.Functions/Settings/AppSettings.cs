using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Microsoft.Extensions.Configuration;

namespace Mentoring.Functions.Settings;

/// <summary>What the application must be told wherever it runs.</summary>
/// <param name="SchemeFile">Path of scheme.json; its documents lie beside it.</param>
/// <param name="Coordinators">Who may sign in at the desk beside the scheme's contact.</param>
public sealed record AppSettings(string SchemeFile, Site Site, IReadOnlyList<EmailAddress> Coordinators)
{
    /// <exception cref="SettingMissingException">Naming the setting, what it is for and an example.</exception>
    public static AppSettings Read(IConfiguration settings)
    {
        var file = settings["SCHEME_FILE"];
        if (string.IsNullOrWhiteSpace(file))
            throw NoScheme();
        if (!Uri.TryCreate(settings["PUBLIC_ADDRESS"], UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || !address.AbsoluteUri.EndsWith('/'))
            throw new SettingMissingException("PUBLIC_ADDRESS", "where people reach the pages, with a slash at the end", "https://mentoring.example.org/");
        return new AppSettings(file, new Site(address), Addresses(settings["COORDINATORS"]));
    }

    /// <exception cref="SettingMissingException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is faulty; the message names every fault.</exception>
    public Scheme ReadScheme() => File.Exists(SchemeFile) ? Settings.SchemeFile.Read(SchemeFile) : throw NoScheme();

    private static SettingMissingException NoScheme() => new("SCHEME_FILE", "the path of the scheme's settings, a file that is there", "scheme/scheme.json");

    private static IReadOnlyList<EmailAddress> Addresses(string? list)
    {
        var addresses = new List<EmailAddress>();
        foreach (var typed in (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            addresses.Add(EmailAddress.TryParse(typed, out var address)
                ? address
                : throw new SettingMissingException("COORDINATORS", "who may sign in at the coordinator's desk beside the scheme's contact: email addresses, with semicolons between them", "robin@example.org;sam@example.org"));
        }

        return addresses;
    }
}
