namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>Who comes to the desk.</summary>
/// <param name="OpenHere">Whoever sits at this machine, without signing in: only where a host keeps everybody else away.</param>
public sealed record DeskAccess(bool OpenHere)
{
    /// <summary>How the journal and logs call whoever sits at the machine.</summary>
    public const string ThisMachine = "this-machine";
}
