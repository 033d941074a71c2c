using Remanence.Sqlite.Database;

namespace Remanence.Sqlite.Writing;

/// <summary>One change that waits for the writer. It can be cancelled until the writer takes it.</summary>
internal abstract class SqliteWrite
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;

    private int _state;

    /// <summary>Whether it needs the connection without a transaction, as emptying the log does.</summary>
    public bool Alone { get; init; }

    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) != Cancelled;

    /// <summary>Does the work; can be done again when what it did was taken back.</summary>
    public abstract void Run(SqliteDatabase database);

    /// <summary>Tells the caller that it is on the disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);

    protected bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;
}
