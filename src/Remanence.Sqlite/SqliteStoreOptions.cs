using Microsoft.Extensions.Logging;

namespace Remanence.Sqlite;

/// <summary>Settings of a <see cref="SqliteStore"/>.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The store's file. It and its folder are created; SQLite keeps up to two files beside it, and the store a lock file.</summary>
    public required string Path { get; init; }

    /// <summary>How long to wait for another program that holds the file, such as a backup. Default: 5 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many idle connections are kept for reading. Default: 8.</summary>
    public int IdleReaders { get; init; } = 8;

    /// <summary>How many changes share one write to the disk at most. Default: 128.</summary>
    public int MaxGroup { get; init; } = 128;

    /// <summary>Where damage of the file is logged, once. Default: nowhere.</summary>
    public ILoggerFactory? Loggers { get; init; }

    /// <summary>The clock that jobs go by. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
