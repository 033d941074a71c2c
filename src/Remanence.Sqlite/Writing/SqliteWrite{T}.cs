using Remanence.Sqlite.Database;

namespace Remanence.Sqlite.Writing;

/// <summary>A change with a result.</summary>
internal sealed class SqliteWrite<T> : SqliteWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<SqliteDatabase, T> _work;
    private readonly CancellationTokenRegistration _registration;
    private T? _result;

    public SqliteWrite(Func<SqliteDatabase, T> work, CancellationToken cancellationToken)
    {
        _work = work;
        _registration = cancellationToken.UnsafeRegister(
            static (write, token) =>
            {
                var self = (SqliteWrite<T>)write!;
                if (self.TryCancel())
                {
                    self._completion.TrySetCanceled(token);
                }
            },
            this);
    }

    public Task<T> Task => _completion.Task;

    public override void Run(SqliteDatabase database) => _result = _work(database);

    public override void Complete()
    {
        _registration.Unregister();
        _completion.TrySetResult(_result!);
    }

    public override void Fail(Exception exception)
    {
        _registration.Unregister();
        _completion.TrySetException(exception);
    }
}
