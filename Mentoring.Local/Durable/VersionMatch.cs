namespace Mentoring.Local.Durable;

/// <summary>Which versions of instances this host's code may run: host.json's <c>versionMatchStrategy</c>.</summary>
public enum VersionMatch
{
    None,
    Strict,
    CurrentOrOlder,
}
