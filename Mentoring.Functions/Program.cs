using Mentoring.Functions.Http;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<FaultAnswers>();

var settings = AppSettings.Read(builder.Configuration);
builder.Services
    .AddScheme(settings.ReadScheme(), settings.Site, new SchemeFolder(settings.SchemeFile), settings.Coordinators)
    .AddAdapters(builder.Configuration)
    .AddTelemetryExport(builder.Configuration);
#pragma warning disable RS0030 // The composition root is where the system's clock comes in.
builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
await builder.Build().RunAsync();
