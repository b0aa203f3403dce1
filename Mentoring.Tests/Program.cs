using System.Globalization;
using Mentoring.Tests.Durable;
using Mentoring.Tests.Hosting;

// The test runner does not come here; tests that need a process of their own do.
return args switch
{
    ["be-killed", var path, var step] => await Point15CrashTests.BeKilledAsync(path, int.Parse(step, CultureInfo.InvariantCulture)),
    ["host-be-killed", var folder, var step] => await HostKillTests.BeKilledAsync(folder, int.Parse(step, CultureInfo.InvariantCulture)),
    _ => 2,
};
