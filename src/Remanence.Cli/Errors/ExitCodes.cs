namespace Remanence.Cli.Errors;

/// <summary>What a command ends with. Scripts rely on these.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Failed for a reason that none of the others names.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage, or input that cannot be understood; nothing was changed.</summary>
    public const int Usage = 2;

    /// <summary>No such memory or workspace.</summary>
    public const int NotFound = 3;

    /// <summary>Something else has changed it meanwhile, or holds its name or its port.</summary>
    public const int Conflict = 4;

    /// <summary>The store cannot be opened or written, or has no room left.</summary>
    public const int Store = 5;

    /// <summary>The server does not answer.</summary>
    public const int Unreachable = 6;

    /// <summary>Done, and something that was stored before is lost.</summary>
    public const int Lossy = 7;

    /// <summary>Cancelled by the user: 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
