namespace Mentoring.Core.Reviews;

public enum ReviewKind
{
    /// <summary>Part of the way through.</summary>
    Interim,

    /// <summary>At the end of the term; asks whether to continue.</summary>
    Final,

    /// <summary>An interim review outside the calendar, asked for by either side.</summary>
    Asked,
}
