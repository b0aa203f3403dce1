using Mentoring.Local.Hosting.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Tests.Hosting;

public sealed class FunctionDeclarationTests
{
    [Fact]
    public async Task Every_fault_in_the_declarations_is_named()
    {
        using var folder = new TestFolder();

        var fault = await Assert.ThrowsAsync<FunctionDeclarationException>(() => ToyHost.StartAsync(folder.Path, new(), typeof(Faulty)));

        Assert.Contains("Function Schedule: The minute of a schedule is '61'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Function Setting: setting NO_SUCH_SETTING is missing", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Function Parameter: parameter other of type Version can't be bound", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Function twice is declared twice", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Function None has 0 triggers", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_start_leaves_the_folder_free()
    {
        using var folder = new TestFolder();
        await Assert.ThrowsAsync<FunctionDeclarationException>(() => ToyHost.StartAsync(folder.Path, new(), typeof(Faulty)));

        await using var host = await ToyHost.StartAsync(folder.Path, new(), typeof(TimerToys));
        var taken = await Assert.ThrowsAsync<IOException>(() => ToyHost.StartAsync(folder.Path, new(), typeof(TimerToys)));
        Assert.Contains("in use by another host", taken.Message, StringComparison.Ordinal);
    }

    private static class Faulty
    {
        [Function("Schedule")]
        public static void Schedule([TimerTrigger("0 61 * * * *")] TimerInfo timer) => Ignore(timer);

        [Function("Setting")]
        public static void Setting([ServiceBusTrigger("%NO_SUCH_SETTING%")] string body) => Ignore(body);

        [Function("Parameter")]
        public static void Parameter([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, Version other) => Ignore(request, other);

        [Function("Twice")]
        public static void Twice([ServiceBusTrigger("a")] string body) => Ignore(body);

        [Function("twice")]
        public static void TwiceAgain([ServiceBusTrigger("b")] string body) => Ignore(body);

        [Function("None")]
        public static void None(string body) => Ignore(body);

        private static void Ignore(params object[] given) => Assert.NotNull(given);
    }
}
