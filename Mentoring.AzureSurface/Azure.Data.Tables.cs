// Azure.Data.Tables 12.11.0. The package is oblivious of nullability, so this file is too.
#nullable disable
#pragma warning disable CA1707, CA1710 // Names are the package's.
using System.Collections;
using System.Globalization;
using System.Xml;
using Azure.Core;
using Azure.Data.Tables.Models;
using Mentoring.AzureSurface;

namespace Azure.Data.Tables
{
    public interface ITableEntity
    {
        string PartitionKey { get; set; }

        string RowKey { get; set; }

        DateTimeOffset? Timestamp { get; set; }

        ETag ETag { get; set; }
    }

    public sealed class TableEntity : ITableEntity, IDictionary<string, object>
    {
        private readonly IDictionary<string, object> _properties;

        public TableEntity() => _properties = new Dictionary<string, object>();

        public TableEntity(string partitionKey, string rowKey)
            : this() => (PartitionKey, RowKey) = (partitionKey, rowKey);

        public TableEntity(IDictionary<string, object> values) => _properties = new Dictionary<string, object>(values);

        public string PartitionKey
        {
            get => GetString(nameof(PartitionKey));
            set => _properties[nameof(PartitionKey)] = value;
        }

        public string RowKey
        {
            get => GetString(nameof(RowKey));
            set => _properties[nameof(RowKey)] = value;
        }

        public DateTimeOffset? Timestamp
        {
            get => GetDateTimeOffset(nameof(Timestamp));
            set => _properties[nameof(Timestamp)] = value;
        }

        public ETag ETag
        {
            get => new(GetString("odata.etag"));
            set => _properties["odata.etag"] = value.ToString();
        }

        public int Count => _properties.Count;

        public ICollection<string> Keys => _properties.Keys;

        ICollection<object> IDictionary<string, object>.Values => _properties.Values;

        bool ICollection<KeyValuePair<string, object>>.IsReadOnly => _properties.IsReadOnly;

        public object this[string key]
        {
            get => _properties.TryGetValue(key, out var value) ? value : null;
            set => _properties[key] = value;
        }

        public string GetString(string key) => (string)this[key];

        public long? GetInt64(string key) => (long?)this[key];

        public int? GetInt32(string key) => (int?)this[key];

        public bool? GetBoolean(string key) => (bool?)this[key];

        public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)this[key];

        public void Add(string key, object value) => _properties[key] = value;

        public bool ContainsKey(string key) => _properties.ContainsKey(key);

        public bool Remove(string key) => _properties.Remove(key);

        public bool TryGetValue(string key, out object value) => _properties.TryGetValue(key, out value);

        public void Clear() => _properties.Clear();

        void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => _properties[item.Key] = item.Value;

        bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => _properties.Contains(item);

        void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) => _properties.CopyTo(array, arrayIndex);

        bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => _properties.Remove(item);

        IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _properties.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();
    }

    public enum TableUpdateMode
    {
        Merge = 0,
        Replace = 1,
    }

    public enum TableTransactionActionType
    {
        Add = 0,
        UpdateMerge = 1,
        UpdateReplace = 2,
        Delete = 3,
        UpsertMerge = 4,
        UpsertReplace = 5,
    }

    public class TableTransactionAction
    {
        public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
            : this(actionType, entity, default)
        {
        }

        public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default) =>
            (ActionType, Entity, ETag) = (actionType, entity, etag);

        public TableTransactionActionType ActionType { get; }

        public ITableEntity Entity { get; }

        public ETag ETag { get; }
    }

    public class TableTransactionFailedException : RequestFailedException
    {
        public TableTransactionFailedException(RequestFailedException requestFailedException)
            : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
        {
            if (requestFailedException.Data["FailedEntity"] is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                FailedTransactionActionIndex = index;
        }

        public int? FailedTransactionActionIndex { get; }
    }

    public class TableClientOptions : ClientOptions
    {
        public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => _ = serviceVersion;

        public enum ServiceVersion
        {
            V2019_02_02 = 1,
            V2020_12_06 = 2,
        }
    }

    public class TableServiceClient
    {
        protected TableServiceClient()
        {
        }

        public TableServiceClient(string connectionString) => throw Surface.Absent();

        public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) => throw Surface.Absent();

        public virtual TableClient GetTableClient(string tableName) => throw Surface.Absent();
    }

    public class TableClient
    {
        protected TableClient()
        {
        }

        public virtual string Name => throw Surface.Absent();

        public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) => throw Surface.Absent();

        public virtual Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
            string partitionKey,
            string rowKey,
            IEnumerable<string> select = null,
            CancellationToken cancellationToken = default)
            where T : class, ITableEntity => throw Surface.Absent();

        public virtual AsyncPageable<T> QueryAsync<T>(
            string filter = null,
            int? maxPerPage = null,
            IEnumerable<string> select = null,
            CancellationToken cancellationToken = default)
            where T : class, ITableEntity => throw Surface.Absent();

        public virtual Task<Response> UpsertEntityAsync<T>(
            T entity,
            TableUpdateMode mode = TableUpdateMode.Merge,
            CancellationToken cancellationToken = default)
            where T : ITableEntity => throw Surface.Absent();

        public virtual Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
            IEnumerable<TableTransactionAction> transactionActions,
            CancellationToken cancellationToken = default) => throw Surface.Absent();

        /// <summary>Text and whole numbers alone: static, so no test could put its own in place, and needed to ask the in-memory table.</summary>
        public static string CreateQueryFilter(FormattableString filter)
        {
            var literals = filter.GetArguments().Select(object (argument) => argument switch
            {
                string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
                long number => number.ToString(CultureInfo.InvariantCulture) + "L",
                int number => number.ToString(CultureInfo.InvariantCulture),
                DateTimeOffset instant => $"datetime'{XmlConvert.ToString(instant.UtcDateTime, XmlDateTimeSerializationMode.RoundtripKind)}'",
                _ => throw Surface.Absent(),
            });
            return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. literals]);
        }
    }
}

namespace Azure.Data.Tables.Models
{
    public class TableItem
    {
        public TableItem(string name) => Name = name;

        public string Name { get; }
    }
}
