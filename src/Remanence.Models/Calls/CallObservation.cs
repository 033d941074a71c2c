namespace Remanence.Models.Calls;

/// <summary>
/// What a policy holds while one call runs. Disposed at its end, whatever the end; a stream that its reader leaves early sees neither success nor failure.
/// </summary>
internal abstract class CallObservation : IDisposable
{
    /// <summary>A reply, or a piece of one.</summary>
    public virtual void Received(object? item)
    {
    }

    public virtual void Succeeded()
    {
    }

    /// <summary>Also called for a cancellation.</summary>
    public virtual void Failed(Exception exception)
    {
    }

    public abstract void Dispose();
}
