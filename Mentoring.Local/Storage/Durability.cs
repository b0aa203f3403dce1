namespace Mentoring.Local.Storage;

/// <summary>When a commit is answered.</summary>
public enum Durability
{
    /// <summary>Once the disk has it: survives a power cut.</summary>
    Full,

    /// <summary>Once the operating system has it: survives a killed process, not a power cut. For simulations.</summary>
    Process,
}
