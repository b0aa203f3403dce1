namespace Mentoring.Functions.Settings;

/// <summary>Where people reach the pages: links in mails begin with it.</summary>
/// <param name="Address">Absolute, ending in a slash.</param>
public sealed record Site(Uri Address)
{
    public Uri At(string path) => new(Address, path.TrimStart('/'));
}
