using Mentoring.Core.Schemes;

namespace Mentoring.Tests.Schemes;

/// <summary>A small valid scheme, read from JSON as the real ones are.</summary>
public static class TestScheme
{
    public const string Json = """
        {
          "name": "Planners' Mentoring",
          "association": "Association of Test Planners",
          "contact": { "name": "Robin Carter", "email": "mentoring@planners.example", "phone": "020 7946 0000" },
          "timeZone": "Europe/London",
          "website": "https://planners.example/mentoring",
          "redirectOrigins": ["https://planners.example", "http://localhost:7071"],
          "grades": ["GOLD"],
          "expertise": [
            { "code": "new-professionals", "title": "New professionals" },
            { "code": "new-to-sector", "title": "New to the sector" },
            { "code": "moving-into-management", "title": "Moving into management" },
            { "code": "new-opportunities", "title": "Seeking new opportunities" },
            { "code": "senior-leadership", "title": "The step to senior leadership" },
            { "code": "relationships", "title": "Interpersonal relationships" },
            { "code": "wellbeing", "title": "Wellbeing, resilience and balance" },
            { "code": "career-planning", "title": "Career planning" }
          ],
          "institutions": "prefer-different",
          "capacityLimit": 3,
          "termMonths": 12,
          "offers": { "replyDays": 7, "reminderDays": [3, 6] },
          "agreements": { "signDays": 28, "reminderDays": [7, 14] },
          "reviews": { "interimAfterMonths": 6, "answerDays": 21, "reminderDays": [7, 14] },
          "documents": [
            { "code": "handbook", "title": "Handbook", "version": "2024-1", "file": "documents/handbook.md" },
            { "code": "code-of-conduct", "title": "Code of conduct", "version": "3", "file": "documents/code-of-conduct.md" },
            { "code": "agreement", "title": "Mentoring and confidentiality agreement", "version": "2", "file": "documents/agreement.md" },
            { "code": "privacy", "title": "How we use your data", "version": "5", "file": "documents/privacy.md" }
          ],
          "rounds": [ { "id": "2024", "opens": "2024-09-04T00:00", "deadline": "2024-09-30T12:00" } ]
        }
        """;

    public static Scheme Small { get; } = Read(Json);

    /// <exception cref="InvalidOperationException">The text has faults; they are named.</exception>
    public static Scheme Read(string json)
    {
        var (scheme, faults) = SchemeReader.Read(json);
        return scheme ?? throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }
}
