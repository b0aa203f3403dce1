using Mentoring.Functions.Settings;
using Microsoft.Extensions.Configuration;

namespace Mentoring.Functions.Memberships;

/// <summary>Where memberships are looked up. What a source does not need is not read.</summary>
/// <exception cref="SettingMissingException">From each property, naming the setting, what it is for and an example.</exception>
internal sealed class MembershipSettings(IConfiguration settings)
{
    public string Source => settings["MEMBERSHIPS"] is "form" or "file" or "directory"
        ? settings["MEMBERSHIPS"]!
        : throw new SettingMissingException("MEMBERSHIPS", "where a person's membership is looked up: the form is trusted, a file of members, or the association's directory", "form or file or directory");

    public string File => settings["MEMBERSHIP_FILE"] is { } path && System.IO.File.Exists(path)
        ? path
        : throw new SettingMissingException("MEMBERSHIP_FILE", "the path of a CSV file of members, with the columns number, standing and grade", "scheme/members.csv");

    /// <summary>Over https; on this very machine plain http will do.</summary>
    public Uri Directory => Uri.TryCreate(settings["MEMBERSHIP_DIRECTORY"], UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address is { Query: "", Fragment: "", UserInfo: "" }
            ? address
            : throw new SettingMissingException("MEMBERSHIP_DIRECTORY", "the address of the association's directory, over https and without a query", "https://directory.example.org/members");

    /// <summary>Null where the directory asks for no identity.</summary>
    public string? Audience => settings["MEMBERSHIP_AUDIENCE"] switch
    {
        null or "" => null,
        { } audience when Uri.TryCreate(audience, UriKind.Absolute, out _) => audience,
        _ => throw new SettingMissingException("MEMBERSHIP_AUDIENCE", "the application id URI for which the app's identity signs in to the directory; empty where it asks for none", "api://directory.example.org"),
    };
}
