namespace Remanence.Tests.TaskMemory;

/// <summary>A clock that stands still until it is moved, in a zone of its own.</summary>
internal sealed class TestTime(TimeSpan? offset = null) : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 5, 7, 10, 0, 0, TimeSpan.Zero).UtcTicks;

    public override TimeZoneInfo LocalTimeZone { get; } =
        offset is { } hours ? TimeZoneInfo.CreateCustomTimeZone("test", hours, "test", "test") : TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
