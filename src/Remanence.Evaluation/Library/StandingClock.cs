namespace Remanence.Evaluation.Library;

/// <summary>A clock at which it is always the same time, in UTC; timers go on.</summary>
/// <param name="now">The time.</param>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;
}
