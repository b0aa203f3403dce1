namespace Mentoring.Core.Rounds;

/// <summary>Tells institutions apart by letters and digits alone, without regard to case, spaces, punctuation or a leading "the".</summary>
public static class InstitutionKey
{
    public static string Of(string institution)
    {
        var words = institution.ToLowerInvariant().Replace(',', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var named = words is ["the", _, ..] ? words[1..] : words;
        return string.Concat(named.SelectMany(word => word).Where(char.IsLetterOrDigit));
    }
}
