namespace Mentoring.Core.Schemes;

/// <summary>Reads <c>forms</c>: which question of a form elsewhere is which field here.</summary>
internal static class FormsReader
{
    public static FormsQuestions Read(SettingsSection forms)
    {
        var questions = forms.Map("questions", "a question's id with one of " + string.Join(", ", FormsQuestions.Fields), (id, field) => id.Trim().Length is > 0 and <= 100 && FormsQuestions.Fields.Contains(field, StringComparer.Ordinal));
        foreach (var twice in questions.Values.GroupBy(field => field).Where(group => group.Count() > 1 && !FormsQuestions.Repeated.Contains(group.Key)))
            forms.Fault(forms.At("questions"), $"\"{twice.Key}\" {twice.Count()} times", "one question for each field that has one answer");
        return new FormsQuestions(questions, forms.Map("answers", "an answer's words with the value they stand for, such as \"I agree\": \"yes\"", (words, _) => words.Trim().Length is > 0 and <= 300));
    }
}
