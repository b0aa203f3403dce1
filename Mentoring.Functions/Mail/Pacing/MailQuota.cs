namespace Mentoring.Functions.Mail.Pacing;

/// <summary>How many mails the service takes in any stretch of a minute and of an hour; null for no limit.</summary>
public sealed record MailQuota(int? PerMinute, int? PerHour)
{
    public static MailQuota Unlimited { get; } = new(null, null);

    public bool IsLimited => PerMinute is not null || PerHour is not null;

    internal IEnumerable<MailBucket> Buckets()
    {
        if (PerMinute is { } minute)
            yield return new MailBucket("minute", minute, TimeSpan.FromMinutes(1));
        if (PerHour is { } hour)
            yield return new MailBucket("hour", hour, TimeSpan.FromHours(1));
    }
}

/// <summary>One limit as a bucket of tokens that fills steadily. A tenth of the limit may go at once; the rest flows, so that no stretch of the length passes more than the limit.</summary>
/// <param name="Limit">At least 1.</param>
internal sealed record MailBucket(string Name, int Limit, TimeSpan Length)
{
    private int AtOnce => Math.Max(1, Limit / 10);

    private TimeSpan Interval => Limit > AtOnce ? Length / (Limit - AtOnce) : Length;

    /// <summary>When the next token can be had.</summary>
    /// <param name="full">When the bucket will be full again: all that it remembers.</param>
    public DateTimeOffset Earliest(DateTimeOffset full) => full == default ? default : full - (Interval * (AtOnce - 1));

    /// <summary>When the bucket will be full after a token was taken.</summary>
    public DateTimeOffset After(DateTimeOffset full, DateTimeOffset taken) => (full > taken ? full : taken) + Interval;
}
