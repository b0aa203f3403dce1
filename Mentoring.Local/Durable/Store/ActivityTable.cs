namespace Mentoring.Local.Durable;

/// <summary>Activities that are to be run, or run again.</summary>
internal sealed class ActivityTable(DurableStore store) : IDisposable
{
    private readonly WriteStatement _insert = store.Writer("INSERT INTO activities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    private readonly WriteStatement _delete = store.Writer("DELETE FROM activities WHERE number = ?1");

    internal void Insert(ActivityItem item) =>
        store.Write(_insert, item.Number, item.InstanceId, item.Execution, item.TaskId, item.Name, item.Version, item.Input);

    internal void Delete(ActivityItem item) => store.Write(_delete, item.Number);

    internal List<ActivityItem> ReadAll()
    {
        List<ActivityItem> items = [];
        using var select = store.Reader("SELECT number, instance, execution, task, name, version, input FROM activities ORDER BY number", 0);
        using var rows = select.Read();
        while (rows.Read())
        {
            items.Add(new ActivityItem(
                rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt32(3), rows.GetString(4), rows.GetString(5),
                rows.IsDBNull(6) ? null : rows.GetString(6)));
        }

        return items;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
    }
}
