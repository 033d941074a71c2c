namespace Remanence.Sqlite.Tests;

/// <summary>A clock on which whoever waits for a minute or longer has waited at once.</summary>
internal sealed class HurriedClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime >= TimeSpan.FromMinutes(1) ? TimeSpan.Zero : dueTime, period);
}
