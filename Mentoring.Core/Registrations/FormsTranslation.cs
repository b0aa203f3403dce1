using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mentoring.Core.Schemes;
using Field = Mentoring.Core.Registrations.RegistrationFields;

namespace Mentoring.Core.Registrations;

/// <summary>From a form elsewhere, whose questions have ids and whose answers are the words that people saw, to the fields of a registration.</summary>
/// <remarks>
/// Microsoft Forms sends an answer of several choices as one text: a JSON array of the words chosen, or, by way of its workbook, the words with
/// semicolons between. Whatever is not understood stays as it came, so that the form's own rules name it in the same sentences as everywhere.
/// </remarks>
public static class FormsTranslation
{
    private const string ResponseId = "responseId";

    /// <summary>What Forms tells of a response beside its answers. None of it is a question, but the settings may make it an answer, such as who responded.</summary>
    private static readonly HashSet<string> About = new(StringComparer.Ordinal) { "responder", "submitDate", "startDate", ResponseId };

    private static readonly string[] Roles = ["mentor", "mentee", "both"];

    /// <summary>A question has one answer, so whoever names several people writes their addresses one after the other.</summary>
    private static readonly char[] BetweenAddresses = [';', ',', '\n', '\r'];

    private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Errors by the id of the question; the fields count only where there are none.</summary>
    public static (FormFields Fields, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) Translate(FormFields answers, Scheme scheme)
    {
        var reader = new FieldReader(answers);
        var questions = scheme.Forms.Questions;
        foreach (var id in answers.Names.Where(id => !About.Contains(id) && !questions.ContainsKey(id)))
            reader.Wrong(id, $"{FieldReader.Shown(id)} is not among the scheme's questions: name it under forms.questions in its settings, or leave it out.");

        // Forms makes ids by chance. In the settings' order, the first question about what a mentee seeks asks for what they want most.
        var fields = questions.Where(question => question.Key != ResponseId)
            .SelectMany(question => answers[question.Key].SelectMany(answer => Values(question.Value, answer, scheme)).Select(words => KeyValuePair.Create(question.Value, Meaning(question.Value, words, scheme))))
            .ToList();
        if (!fields.Any(pair => pair.Key == Field.SubmissionId) && answers.First(ResponseId) is { Length: > 0 } response)
            fields.Add(new(Field.SubmissionId, $"forms-{response}-{FormOf(answers)}"));
        return (new FormFields(fields), reader.Errors);
    }

    /// <summary>Each form counts its responses from 1. What tells one form from another, such as the mentors' from the mentees', is the ids of its questions.</summary>
    private static string FormOf(FormFields answers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', answers.Names.Where(id => !About.Contains(id)).Order(StringComparer.Ordinal)))))[..12];

    private static IEnumerable<string> Values(string field, string answer, Scheme scheme) => field switch
    {
        Field.Exclude => Choices(answer).SelectMany(people => people.Split(BetweenAddresses, Tidy)),
        Field.Offers or Field.Seeks => Choices(answer).SelectMany(words => IsKnown(words.Trim(), scheme) ? [words] : words.Split(';', Tidy)),
        _ => Choices(answer),
    };

    private static bool IsKnown(string words, Scheme scheme) => scheme.Forms.Answers.ContainsKey(words) || scheme.Expertise.Any(area => Same(area.Title, words));

    private static IEnumerable<string> Choices(string answer)
    {
        if (!answer.TrimStart().StartsWith('['))
            return [answer];
        try
        {
            return JsonSerializer.Deserialize<string?[]>(answer)?.OfType<string>() ?? [answer];
        }
        catch (JsonException)
        {
            // Somebody began a sentence with a bracket.
            return [answer];
        }
    }

    private static string Meaning(string field, string words, Scheme scheme)
    {
        var said = words.Trim();
        if (scheme.Forms.Answers.TryGetValue(said, out var value))
            return value;
        return field switch
        {
            Field.Offers or Field.Seeks => scheme.Expertise.FirstOrDefault(area => Same(area.Title, said))?.Code ?? said,
            Field.Role => Roles.FirstOrDefault(role => Same(role, said)) ?? said,
            Field.Commitment or Field.CodeOfConduct or Field.Privacy => Same(said, "yes") ? "yes" : said,
            _ => words,
        };
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
