namespace Mentoring.Pages.Coordinator;

/// <summary>States as a coordinator calls them, where the code that programs read says too little.</summary>
public static class StateWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["announced"] = "everybody written to",
        ["pending"] = "waiting for an answer",
        ["expired"] = "no answer in time",
        ["agreeing"] = "signing the agreement",
        ["active"] = "running",
        ["reviewing"] = "final review",
        ["lapsed"] = "not signed in time",
        ["offered"] = "has an offer",
        ["paired"] = "has a mentor",
        ["resting"] = "not waiting",
        ["carried"] = "kept for the next round",
        ["full"] = "no free place",
    };

    private static readonly Dictionary<string, string> MailWords = new(StringComparer.Ordinal)
    {
        ["pending"] = "waiting to be sent",
        ["accepted"] = "sent",
        ["bounced"] = "did not arrive",
        ["failed"] = "could not be sent",
        ["dropped"] = "not needed any more",
    };

    public static string Of(string state) => Words.GetValueOrDefault(state, state);

    /// <summary>Of an email.</summary>
    public static string OfMail(string state) => MailWords.GetValueOrDefault(state, state);
}
