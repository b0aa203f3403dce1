using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Registrations;

/// <summary>A row of a file that reads as a registration.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Fields">As a form would have sent them.</param>
public sealed record RegistrationRow(int Line, FormFields Fields, FormResult.Valid Form);
