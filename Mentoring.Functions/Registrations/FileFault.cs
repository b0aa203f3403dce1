using System.Globalization;

namespace Mentoring.Functions.Registrations;

/// <summary>One thing that is wrong in a file of registrations.</summary>
/// <param name="Line">Of the file, from 1; of a row that spans lines, its first.</param>
/// <param name="Column">The column's name, or <see cref="WholeRow"/> or <see cref="WholeFile"/>.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record FileFault(int Line, string Column, string Message)
{
    public const string WholeRow = "(whole row)";
    public const string WholeFile = "(whole file)";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}: {Message}");
}
