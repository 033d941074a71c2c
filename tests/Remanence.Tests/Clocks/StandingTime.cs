namespace Remanence.Tests.Clocks;

/// <summary>A clock that stands still until it is moved, in a zone of its own; timers run on the real one.</summary>
internal sealed class StandingTime(TimeSpan? offset = null) : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 5, 7, 10, 0, 0, TimeSpan.Zero).UtcTicks;

    public override TimeZoneInfo LocalTimeZone { get; } =
        offset is { } hours ? TimeZoneInfo.CreateCustomTimeZone("test", hours, "test", "test") : TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
