using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Partnerships;

/// <summary>What each document is for, to two people who have begun.</summary>
internal static class DocumentUse
{
    /// <summary>Goes on from the title; empty for a document of the scheme's own.</summary>
    public static string Of(string code) => code switch
    {
        SchemeDocument.Handbook => ": guidance, dilemmas, and how to complain",
        SchemeDocument.CodeOfConduct => ": what you both keep to",
        SchemeDocument.Agreement => ": what you both sign before a partnership begins",
        SchemeDocument.Privacy => ": what we hold about you, and for how long",
        SchemeDocument.MentoringPlan => ": a template for objectives, steps and how you will finish; the mentee writes it, and the mentor may help",
        SchemeDocument.FirstMeeting => ": an agenda for the first meeting, and templates for later agendas and for action points",
        SchemeDocument.Evaluation => ": a template for looking back together",
        _ => "",
    };
}
