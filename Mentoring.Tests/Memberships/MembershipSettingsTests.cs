using Mentoring.Functions.Memberships;
using Mentoring.Functions.Settings;
using Mentoring.Local.Memberships;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Memberships;

/// <summary>The same settings choose the records in Azure and on one's own machine.</summary>
public sealed class MembershipSettingsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_nothing_is_said_the_form_is_trusted()
    {
        using var provider = Services().BuildServiceProvider();

        Assert.False(provider.GetRequiredService<IMembershipRecords>().AreThere);
    }

    [Fact]
    public void A_file_or_a_directory_is_asked_where_the_settings_say_so()
    {
        File.WriteAllText(_folder.File("members.csv"), "number,standing\n");
        using var file = Services(("MEMBERSHIPS", "file"), ("MEMBERSHIP_FILE", _folder.File("members.csv"))).BuildServiceProvider();
        using var directory = Services(("MEMBERSHIPS", "directory"), ("MEMBERSHIP_DIRECTORY", "https://directory.example/members"), ("MEMBERSHIP_AUDIENCE", "")).BuildServiceProvider();

        Assert.IsType<MembersOnFile>(file.GetRequiredService<IMembershipRecords>());
        Assert.IsType<MembershipDirectory>(directory.GetRequiredService<IMembershipRecords>());
    }

    [Theory]
    [InlineData("MEMBERSHIPS", "register")]
    [InlineData("MEMBERSHIP_DIRECTORY", null)]
    [InlineData("MEMBERSHIP_DIRECTORY", "directory.example/members")]
    [InlineData("MEMBERSHIP_DIRECTORY", "http://directory.example/members")]
    [InlineData("MEMBERSHIP_DIRECTORY", "https://me:secret@directory.example/members")]
    [InlineData("MEMBERSHIP_DIRECTORY", "https://directory.example/members?key=secret")]
    [InlineData("MEMBERSHIP_AUDIENCE", "directory")]
    public void A_malformed_setting_stops_the_start_with_its_name_its_purpose_and_an_example(string name, string? value)
    {
        var settings = new Dictionary<string, string?> { ["MEMBERSHIPS"] = "directory", ["MEMBERSHIP_DIRECTORY"] = "https://directory.example/members", [name] = value };

        var fault = Assert.Throws<SettingMissingException>(() => LocalMemberships.Add(new ServiceCollection(), settings));

        Assert.Matches($@"^Setting {name} is missing or malformed\. It is .+\. Example: .+", fault.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_or_is_faulty_stops_the_start()
    {
        var settings = new Dictionary<string, string?> { ["MEMBERSHIPS"] = "file", ["MEMBERSHIP_FILE"] = _folder.File("members.csv") };
        Assert.StartsWith("Setting MEMBERSHIP_FILE ", Assert.Throws<SettingMissingException>(() => LocalMemberships.Add(new ServiceCollection(), settings)).Message, StringComparison.Ordinal);

        File.WriteAllText(_folder.File("members.csv"), "number\nM-1\n");
        Assert.Contains("line 1, column standing", Assert.Throws<InvalidDataException>(() => LocalMemberships.Add(new ServiceCollection(), settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("membership.graceDays", "181", "membership.graceDays: 181")]
    [InlineData("membership.afterGrace", "\"wait\"", "membership.afterGrace: \"wait\"")]
    [InlineData("membership.days", "3", "membership.days: 3")]
    public void A_fault_in_the_schemes_own_settings_is_named(string path, string value, string fault) =>
        Assert.StartsWith(fault + " – allowed: ", Assert.Single(SchemeJson.Faults(root => SchemeJson.Put(root, path, value))), StringComparison.Ordinal);

    private static IServiceCollection Services(params (string Name, string? Value)[] settings)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IMembershipRecords, TrustedForms>();
        LocalMemberships.Add(services, settings.ToDictionary(setting => setting.Name, setting => setting.Value));
        return services;
    }
}
