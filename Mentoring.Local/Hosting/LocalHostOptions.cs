using System.Reflection;
using Mentoring.Local.Durable;
using Mentoring.Local.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mentoring.Local.Hosting;

/// <summary>How a local host runs.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Made where it does not exist; what an earlier host left there goes on.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the functions are declared.</summary>
    public Assembly? Functions { get; init; }

    /// <summary>The classes that declare the functions; null for all of the assembly.</summary>
    public IReadOnlyList<Type>? FunctionTypes { get; init; }

    /// <summary>The port on the loopback address; 0 for no network, where only <see cref="LocalHost.Client"/> reaches the host.</summary>
    public int Port { get; init; }

    /// <summary>The machine's clock, to run by itself as time passes; null for virtual time, where all happens in
    /// <see cref="LocalHost.DrainAsync"/> and <see cref="LocalHost.AdvanceToAsync"/> and requests run at once.</summary>
    public TimeProvider? Live { get; init; }

    /// <summary>Where a new data folder's clock stands. Needed in virtual time.</summary>
    public DateTimeOffset? Start { get; init; }

    public Durability Durability { get; init; } = Durability.Full;

    /// <summary>What functions read from configuration, and <c>%NAME%</c> in schedules and queue names.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>The functions' services. Ledger, mailer, queue, durable client and clock are there before.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    /// <summary>Middleware around each function.</summary>
    public Action<IFunctionsWorkerApplicationBuilder>? ConfigureWorker { get; init; }

    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>More pages of the local host's own, beside its mailbox and clock.</summary>
    public Action<IEndpointRouteBuilder>? MapPages { get; init; }

    /// <summary>First part of the routes that are open on this machine only, beside those of functions that ask for a key; null for none.</summary>
    public string? ThisMachineOnly { get; init; }

    /// <summary>How the durable engine behaves; where it stores, its clock and its logging are the host's.</summary>
    public DurableOptions Durable { get; init; } = new();
}
