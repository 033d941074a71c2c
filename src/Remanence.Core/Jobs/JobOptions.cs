namespace Remanence.Jobs;

/// <summary>How background work is done.</summary>
public sealed record JobOptions
{
    /// <summary>Jobs, or batches of them, that run at the same time in this process. 1 to 256, default 2.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>How long no new job of a scope must have come before its batch begins. Default 2 s; zero: at once.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>So many messages begin a batch at once, and bound it. Default 50.</summary>
    public int BatchMessages { get; init; } = 50;

    /// <summary>The longest time for which new jobs may hold a batch up. Default 30 s.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failures after which a job is dead; outages do not count. Default 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>How long a job stays with a worker that is not heard of; it reports three times as often. Default 30 s.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause after a first failure; each further one doubles it. Default 1 s.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two attempts, unless an endpoint asks for a longer one. Default 5 min.</summary>
    public TimeSpan MaxRetry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The pause before the next attempt where somebody must repair the configuration first, such as a wrong key. Default 30 min.</summary>
    public TimeSpan RepairRetry { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How often to look for jobs that have become due, or whose lease is over; what is queued, by whichever process, is taken at once. Default 1 s.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a stop waits for handlers to end; the jobs of one that does not are handed back all the same. Default 10 s.</summary>
    public TimeSpan ShutdownTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a caller who waits for a job is kept waiting before the answer names the job instead. Default 60 s.</summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long jobs that succeeded or were cancelled are kept. Default 7 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Refuses values that cannot work.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Which one, its value and what is allowed.</exception>
    public void Check()
    {
        CheckRange(nameof(Workers), Workers, 1, 256);
        CheckRange(nameof(BatchMessages), BatchMessages, 1, 100_000);
        CheckRange(nameof(MaxAttempts), MaxAttempts, 1, 1000);
        CheckRange(nameof(Quiet), Quiet, TimeSpan.Zero, TimeSpan.FromDays(1));
        CheckRange(nameof(MaxWait), MaxWait, Quiet, TimeSpan.FromDays(1));
        CheckRange(nameof(LeaseTime), LeaseTime, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        CheckRange(nameof(FirstRetry), FirstRetry, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        CheckRange(nameof(MaxRetry), MaxRetry, FirstRetry, TimeSpan.FromDays(1));
        CheckRange(nameof(RepairRetry), RepairRetry, FirstRetry, TimeSpan.FromDays(7));
        CheckRange(nameof(PollInterval), PollInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1));
        CheckRange(nameof(ShutdownTime), ShutdownTime, TimeSpan.Zero, TimeSpan.FromHours(1));
        CheckRange(nameof(WaitLimit), WaitLimit, TimeSpan.Zero, TimeSpan.FromHours(1));
        CheckRange(nameof(Retention), Retention, TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650));
    }

    private static void CheckRange<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} is {value}; use {least} to {most}.");
        }
    }
}
