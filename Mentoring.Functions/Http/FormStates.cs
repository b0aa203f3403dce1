using Mentoring.Core.Registrations;
using Mentoring.Pages.Forms;

namespace Mentoring.Functions.Http;

/// <summary>What was posted, for showing it again: nothing that was typed is lost.</summary>
public static class FormStates
{
    public static FormState Of(FormFields fields, IReadOnlyDictionary<string, IReadOnlyList<string>> errors) =>
        new(fields.Names.ToDictionary(name => name, name => fields[name], StringComparer.Ordinal), errors);
}
