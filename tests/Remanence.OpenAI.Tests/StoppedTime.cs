namespace Remanence.OpenAI.Tests;

/// <summary>The system's timers under a clock that stands still.</summary>
internal sealed class StoppedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
