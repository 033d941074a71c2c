namespace Remanence.Mcp.Tests.External;

/// <summary>The system's clock, which a test may put forward.</summary>
internal sealed class AdjustableTime : TimeProvider
{
    private long _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref _ahead);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, (long)(by.TotalSeconds * TimestampFrequency));
}
