namespace Mentoring.Local.Storage;

/// <summary>What a commit that was answered survives.</summary>
public enum Durability
{
    /// <summary>A power cut: it is answered once the disk has it.</summary>
    Full,

    /// <summary>A killed process, but no power cut: it is answered once the operating system has it.</summary>
    Process,

    /// <summary>An orderly end alone: commits are gathered, and a killed process loses the last of them, or the file. For what is played and thrown away.</summary>
    None,
}
