using CsvHelper;
using Mentoring.Core.Schemes;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Samples;

/// <summary>One folder below samples/.</summary>
internal sealed class SampleScheme(string folder)
{
    public static readonly string[] Headers =
    [
        "name", "email", "institution", "jobTitle", "biography", "membershipNumber", "membershipGrade", "role", "capacity", "offers",
        "seeks", "objectives", "reasons", "exclude", "sameInstitution", "commitment", "codeOfConduct", "privacy", "submissionId",
    ];

    public (Scheme? Scheme, IReadOnlyList<Fault> Faults) Read() => SchemeReader.Read(Repository.Read($"samples/{folder}/scheme.json"));

    public Scheme Settings
    {
        get
        {
            var (scheme, faults) = Read();
            return scheme ?? throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
        }
    }

    public string Text(string code) => Repository.Read($"samples/{folder}/{Settings.Document(code)!.File}");

    /// <summary>Headings of the second level, in order.</summary>
    public IReadOnlyList<string> Sections(string code) => Text(code).Split('\n')
        .Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..].Trim()).ToList();

    public IReadOnlyList<SampleRow> Registrations()
    {
        using var csv = CsvReader.FromFile(Repository.At("samples", folder, "registrations.csv"), new CsvReaderOptions { Separator = ',' });
        Assert.Equal(Headers, csv.Headers);
        var rows = new List<SampleRow>();
        while (csv.Read())
            rows.Add(new SampleRow(Headers.ToDictionary(name => name, name => csv.GetString(name))));
        return rows;
    }
}

/// <summary>One person of a sample file, as it stands there.</summary>
internal sealed class SampleRow(IReadOnlyDictionary<string, string> fields)
{
    public string this[string name] => fields[name];

    public IReadOnlyList<string> List(string name) => fields[name].Split(';', StringSplitOptions.RemoveEmptyEntries);

    public bool Mentors => this["role"] is "mentor" or "both";

    public bool Learns => this["role"] is "mentee" or "both";

    public override string ToString() => this["name"];
}
