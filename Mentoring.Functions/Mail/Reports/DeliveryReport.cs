using System.Text.Json;

namespace Mentoring.Functions.Mail.Reports;

/// <summary>What the mail service says became of a mail.</summary>
/// <param name="ReportId">See <see cref="IMailer.ReportIdOf"/>.</param>
/// <param name="Status"><c>Delivered</c>, <c>Expanded</c>, <c>Suppressed</c>, <c>Bounced</c>, <c>Quarantined</c>, <c>FilteredSpam</c> or <c>Failed</c>.</param>
public sealed record DeliveryReport(string ReportId, string Status)
{
    /// <summary>Of the name of an event's kind; longer ones are not passed on to the log.</summary>
    private const int LongestKind = 120;

    private const string Kind = "Microsoft.Communication.EmailDeliveryReportReceived";

    private static readonly string[] Statuses = ["Delivered", "Expanded", "Suppressed", "Bounced", "Quarantined", "FilteredSpam", "Failed"];

    /// <summary>Reads a message that Event Grid put on the queue: one event or a list, in Event Grid's schema.</summary>
    /// <returns>The reports, and the kinds of whatever else was in it.</returns>
    /// <exception cref="FormatException">No such message; says what is wrong with it, without its content.</exception>
    public static (IReadOnlyList<DeliveryReport> Reports, IReadOnlyList<string> OtherKinds) Read(BinaryData body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var (reports, others) = (new List<DeliveryReport>(), new List<string>());
            foreach (var happened in root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : new[] { root }.AsEnumerable())
            {
                var kind = Text(happened, "eventType");
                if (kind != Kind)
                    others.Add(kind.Length <= LongestKind && kind.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-') ? kind : "(not a name)");
                else if (happened.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
                    reports.Add(new DeliveryReport(Text(data, "messageId"), Statuses.FirstOrDefault(status => status == Text(data, "status")) ?? throw new FormatException("A delivery report has a status that is not known.")));
                else
                    throw new FormatException("A delivery report has no data.");
            }

            return (reports, others);
        }
        catch (JsonException fault)
        {
            throw new FormatException("The message is not JSON.", fault);
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new FormatException($"An event has no {name}.");
}
