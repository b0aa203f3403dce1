namespace Mentoring.Local.Durable;

/// <summary>What becomes of an instance whose version does not match: host.json's <c>versionFailureStrategy</c>.</summary>
public enum VersionFailure
{
    /// <summary>It waits for a host that may run it.</summary>
    Reject,

    Fail,
}
