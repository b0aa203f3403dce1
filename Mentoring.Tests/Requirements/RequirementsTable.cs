using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Mentoring.Tests.Requirements;

/// <summary>Joins the results of a test run with the requirements that tests name, and writes the table of what is covered.</summary>
internal static class RequirementsTable
{
    private static readonly XNamespace Results = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Prints the closing line of the run. 1 where a test failed or, in a whole run, a requirement has no passing test.</summary>
    public static int Write(string resultsFile, string tableFile, bool partial)
    {
        if (!File.Exists(resultsFile))
        {
            Console.WriteLine("There are no test results.");
            Console.WriteLine("0 passed, 1 failed");
            return 1;
        }

        var outcomes = OutcomesByMethod(XDocument.Load(resultsFile));
        var tests = TestsByRequirement();
        var missing = Requirement.All.Keys.Where(id => !tests.GetValueOrDefault(id, []).Any(test => HasPassed(outcomes, test))).ToList();
        if (!partial)
            File.WriteAllText(tableFile, Table(outcomes, tests, missing));

        var passed = outcomes.Values.Sum(results => results.Count(outcome => outcome == "Passed"));
        var skipped = outcomes.Values.Sum(results => results.Count(outcome => outcome == "NotExecuted"));
        var failed = outcomes.Values.Sum(results => results.Count) - passed - skipped;
        if (!partial)
            Console.WriteLine($"{Requirement.All.Count - missing.Count} of {Requirement.All.Count} requirements are shown by passing tests{(missing.Count == 0 ? "" : "; not shown: " + string.Join(", ", missing))} ({tableFile})");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed") + (skipped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {skipped} skipped")));
        return failed > 0 || passed == 0 || (!partial && missing.Count > 0) ? 1 : 0;
    }

    /// <summary>Outcomes of all cases of a test, by class and method.</summary>
    private static Dictionary<string, List<string>> OutcomesByMethod(XDocument results)
    {
        var methods = results.Descendants(Results + "UnitTest").ToDictionary(
            test => test.Attribute("id")!.Value,
            test => test.Element(Results + "TestMethod") is { } method ? $"{method.Attribute("className")!.Value}.{NameOf(method.Attribute("name")!.Value)}" : "");
        var outcomes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var result in results.Descendants(Results + "UnitTestResult"))
        {
            var method = methods[result.Attribute("testId")!.Value];
            if (!outcomes.TryGetValue(method, out var list))
                outcomes[method] = list = [];
            list.Add(result.Attribute("outcome")!.Value);
        }

        return outcomes;
    }

    /// <summary>Without the arguments of a theory's case.</summary>
    private static string NameOf(string test) => test.Split('(')[0].Split('.')[^1];

    private static Dictionary<string, List<string>> TestsByRequirement()
    {
        var tests = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var type in typeof(RequirementsTable).Assembly.GetTypes().Where(type => !type.IsAbstract))
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            {
                foreach (var id in RequirementsOf(type).Concat(RequirementsOf(method)).Distinct().Where(_ => IsTest(method)))
                {
                    if (!tests.TryGetValue(id, out var list))
                        tests[id] = list = [];
                    list.Add($"{type.FullName}.{method.Name}");
                }
            }
        }

        return tests;
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes<FactAttribute>(inherit: true).Any();

    private static IEnumerable<string> RequirementsOf(MemberInfo member) =>
        from attribute in member.GetCustomAttributesData()
        where attribute.AttributeType == typeof(TraitAttribute) && (string?)attribute.ConstructorArguments[0].Value == "Requirement"
        select (string)attribute.ConstructorArguments[1].Value!;

    private static bool HasPassed(Dictionary<string, List<string>> outcomes, string test) =>
        outcomes.TryGetValue(test, out var cases) && cases.All(outcome => outcome == "Passed");

    private static string Table(Dictionary<string, List<string>> outcomes, Dictionary<string, List<string>> tests, List<string> missing)
    {
        var table = new StringBuilder("# Requirements and the tests that show them\n\n");
        table.Append(CultureInfo.InvariantCulture, $"{Requirement.All.Count - missing.Count} of {Requirement.All.Count} are shown by passing tests.\n\n| id | what | tests passed | |\n|---|---|---|---|\n");
        foreach (var (id, what) in Requirement.All)
        {
            var all = tests.GetValueOrDefault(id, []);
            var passed = all.Where(test => HasPassed(outcomes, test)).Order(StringComparer.Ordinal).ToList();
            var shown = passed.Take(3).Select(test => string.Join(": ", test.Split('.')[^2..]).Replace('_', ' '));
            table.Append(CultureInfo.InvariantCulture, $"| {id} | {what} | {passed.Count} of {all.Count} | {string.Join("; ", shown)} |\n");
        }

        return table.ToString();
    }
}
