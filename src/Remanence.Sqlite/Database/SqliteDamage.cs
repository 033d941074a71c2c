using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Remanence.Stores;

namespace Remanence.Sqlite.Database;

/// <summary>What was found to be damaged in a store's file, by whoever came upon it first. Thread-safe.</summary>
/// <param name="path">The file.</param>
/// <param name="logger">Told of the first.</param>
/// <param name="findLack">What the file lacks of its tables and indexes, or has beside them; null: nothing.</param>
internal sealed partial class SqliteDamage(string path, ILogger logger, Func<string?> findLack)
{
    private StoreDamagedException? _found;

    /// <summary>The damage; null: none so far.</summary>
    public StoreDamagedException? Found => Volatile.Read(ref _found);

    /// <summary>A damage in words.</summary>
    public static StoreDamagedException Of(string path, string detail, Exception? cause = null) => new(
        $"The store {path} is damaged ({detail.ReplaceLineEndings(" ")}); nothing is written to it. {Remedy(path)}", cause);

    /// <summary>What to do about a file that is damaged, or no longer looks like a store's.</summary>
    public static string Remedy(string path) =>
        $"Stop what uses it and type \"remanence repair data.path={Path.GetDirectoryName(Path.GetFullPath(path))}\", which brings out what can be read, or "
        + $"restore a backup.";

    /// <summary>Keeps a damage, and logs the first.</summary>
    /// <returns>What is to be thrown.</returns>
    public StoreDamagedException Tell(StoreDamagedException damage)
    {
        if (Interlocked.CompareExchange(ref _found, damage, null) is null)
        {
            Damaged(logger);
        }

        return damage;
    }

    public void Tell(string detail) => Tell(Of(path, detail));

    /// <summary>Refuses what would write.</summary>
    public void RequireNone()
    {
        if (Found is { } found)
        {
            throw new StoreDamagedException(found.Message, found.InnerException);
        }
    }

    /// <summary>
    /// What a failure means: a row whose parts cannot be read is damaged, whatever SQLite says of its page; and where SQLite does not take a statement, the
    /// tables may not be there that it names.
    /// </summary>
    public Exception Read(Exception exception) => exception switch
    {
        JsonException or DecoderFallbackException =>
            Tell(Of(path, "a row holds what was never written", new IOException(exception.GetType().Name))),
        SqliteRefusal when FindLack() is { } lack => Tell(Of(path, lack, exception)),
        _ => exception,
    };

    /// <summary>Whether <see cref="Read"/> may make damage of it.</summary>
    public static bool MayTell(Exception exception) => exception is JsonException or DecoderFallbackException or SqliteRefusal;

    private string? FindLack()
    {
        try
        {
            return findLack();
        }
        catch (StoreUnavailableException)
        {
            // The refusal stands by itself.
            return null;
        }
    }

    [LoggerMessage(
        60,
        LogLevel.Error,
        "The store's file is damaged: what can be read is served, and no change is taken; remanence doctor tells what is wrong, remanence repair brings "
        + "out what can be read")]
    private static partial void Damaged(ILogger logger);
}
