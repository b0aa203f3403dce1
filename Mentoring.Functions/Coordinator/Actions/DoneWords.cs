using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>What a page says after something was done, by the action's code in the address.</summary>
public static class DoneWords
{
    public const string Field = "done";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["open"] = "The round is set up.",
        ["extend"] = "The deadline is extended.",
        ["run"] = "The round is running. This page shows how far it has come.",
        ["match"] = "The match is made, and the offer is on its way to the mentee.",
        ["keep-apart"] = "These two are never paired.",
        ["withdraw-offer"] = "The offer is taken back, and the mentee is told.",
        ["reassign"] = "The partnership is ended without blame, and both are told.",
        ["set-aside"] = "It is settled.",
        ["send-again"] = "It is on its way again.",
        ["restart"] = "The step is started again.",
        ["correct-address"] = "The address is corrected. Emails that did not arrive can be sent again now.",
        ["confirm-membership"] = "The membership is confirmed.",
        ["record-change"] = "The change is recorded, and stands on the scheme’s page.",
        ["remove-change"] = "It is off the list.",
    };

    /// <summary>Null where nothing was done.</summary>
    public static string? Of(HttpRequest request) => Words.GetValueOrDefault(request.Query[Field].ToString());
}
