using System.Globalization;
using Mentoring.Tests.Coordinator;
using Mentoring.Tests.Durable;
using Mentoring.Tests.Histories;
using Mentoring.Tests.Hosting;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Requirements;

// The test runner does not come here; tests that need a process of their own do, and test.sh for its table.
return args switch
{
    ["be-killed", var path, var step] => await Point15CrashTests.BeKilledAsync(path, int.Parse(step, CultureInfo.InvariantCulture)),
    ["host-be-killed", var folder, var step] => await HostKillTests.BeKilledAsync(folder, int.Parse(step, CultureInfo.InvariantCulture)),
    ["requirements", var results, var table, .. var rest] => RequirementsTable.Write(results, table, partial: rest is ["--partial"]),
    ["journey-be-killed", var folder, var step] => await KillTests.BeKilledAsync(folder, int.Parse(step, CultureInfo.InvariantCulture)),
    ["mail-window-be-killed", var folder, var canTell, var dies] => await MailWindowKillTests.BeKilledAsync(folder, bool.Parse(canTell), bool.Parse(dies)),
    ["import-be-killed", var folder, var step] => await ImportKillTests.BeKilledAsync(folder, int.Parse(step, CultureInfo.InvariantCulture)),
    ["record-histories", var folder] => await HistoryTests.RecordIntoAsync(folder),
    _ => 2,
};
