namespace Remanence.Sqlite.Tests.Writer;

/// <summary>The system's clock, set forward.</summary>
internal sealed class LaterTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
