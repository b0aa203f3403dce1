namespace Mentoring.Pages.Forms;

internal static class Ordinals
{
    private static readonly string[] First = ["First choice", "Second choice", "Third choice", "Fourth choice", "Fifth choice", "Sixth choice", "Seventh choice", "Eighth choice"];

    /// <summary>Name of the choice at a place, counted from 0.</summary>
    public static string Choice(int place) => place < First.Length ? First[place] : $"Choice {place + 1}";
}
