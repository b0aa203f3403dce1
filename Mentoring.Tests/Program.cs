using System.Globalization;
using Mentoring.Tests.Durable;

// The test runner does not come here; tests that need a process of their own do.
return args is ["be-killed", var path, var step]
    ? await Point15CrashTests.BeKilledAsync(path, int.Parse(step, CultureInfo.InvariantCulture))
    : 2;
