using Mentoring.Core.Registrations;

namespace Mentoring.Core.Reviews;

/// <summary>Reads the answers of a posted review and holds them against its questions.</summary>
public static class ReviewAnswerForm
{
    private static readonly HashSet<string> OwnFields = [ReviewQuestions.Continue, ReviewQuestions.Share, ReviewQuestions.Purpose];

    /// <returns>The answers, or null and what is wrong, field by field.</returns>
    public static (ReviewAnswers? Answers, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) Read(ReviewForm form, FormFields fields)
    {
        var reader = new FieldReader(fields);
        var values = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var question in ReviewQuestions.For(form))
        {
            var given = Read(reader, fields, question);
            if (given.Count > 0)
                values.Add(question.Code, given);
        }

        var purposes = CheckPurposes(reader, values);
        if (reader.Errors.Count > 0)
            return (null, reader.Errors);
        bool? goOn = values.TryGetValue(ReviewQuestions.Continue, out var answer) ? answer[0] == "yes" : null;
        foreach (var field in OwnFields)
            values.Remove(field);
        return (new ReviewAnswers(values, goOn, purposes), reader.Errors);
    }

    /// <returns>The purposes that are allowed from now on, or null and what is wrong, field by field.</returns>
    public static (IReadOnlyList<string>? Purposes, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) ReadPermission(FormFields fields)
    {
        var reader = new FieldReader(fields);
        var values = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var question in ReviewQuestions.Permission)
            values.Add(question.Code, Read(reader, fields, question));
        var purposes = CheckPurposes(reader, values);
        return (reader.Errors.Count > 0 ? null : purposes, reader.Errors);
    }

    private static IReadOnlyList<string> Read(FieldReader reader, FormFields fields, ReviewQuestion question)
    {
        IReadOnlyList<string> codes = [.. question.Options.Select(option => option.Code)];
        if (question.Kind == ReviewQuestionKind.Any)
            return fields[question.Code].All(string.IsNullOrWhiteSpace) ? [] : reader.Codes(question.Code, codes, "Choose from the list, or leave it empty.");
        var answer = question.Kind == ReviewQuestionKind.Words
            ? reader.Paragraphs(question.Code, "This answer", question.MaxLength, missing: null)
            : reader.Choice(question.Code, "This answer", codes, question.Required ? $"Choose an answer: {question.Label}" : null);
        return answer.Length > 0 ? [answer] : [];
    }

    /// <summary>Leave to share names its purposes, and nothing is shared by one who says no.</summary>
    private static IReadOnlyList<string> CheckPurposes(FieldReader reader, SortedDictionary<string, IReadOnlyList<string>> values)
    {
        IReadOnlyList<string> purposes = values.TryGetValue(ReviewQuestions.Purpose, out var chosen) ? chosen : [];
        var shares = values.TryGetValue(ReviewQuestions.Share, out var share) && share is ["yes", ..];
        if (shares && purposes.Count == 0 && !reader.IsFaulty(ReviewQuestions.Purpose))
            reader.Wrong(ReviewQuestions.Purpose, "Choose with whom and for what your answers may be shared, or answer no above.");
        if (!shares && purposes.Count > 0 && !reader.IsFaulty(ReviewQuestions.Share))
            reader.Wrong(ReviewQuestions.Purpose, "You chose that your answers are not shared. Choose nothing here, or answer yes above.");
        return purposes;
    }
}
