namespace Mentoring.Core.Reviews;

/// <summary>Codes of what an author may allow, in the words of <see cref="ReviewQuestions.Purposes"/>.</summary>
public static class ReviewPurposes
{
    public const string ImproveScheme = "improve-scheme";
    public const string ReportFigures = "report-figures";
    public const string CaseStudy = "case-study";
    public const string Partner = "partner";
}
