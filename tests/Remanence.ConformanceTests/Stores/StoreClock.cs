namespace Remanence.ConformanceTests.Stores;

/// <summary>The clock of a store under test: it stands until a test moves it.</summary>
public sealed class StoreClock : TimeProvider
{
    private long _ticks = Sample.At.AddHours(1).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
