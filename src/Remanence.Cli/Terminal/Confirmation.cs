using System.Globalization;
using Remanence.Cli.Errors;

namespace Remanence.Cli.Terminal;

/// <summary>The question before something that cannot be undone.</summary>
internal static class Confirmation
{
    /// <summary>Asks; without a person to ask, <c>--yes</c> has to say it.</summary>
    /// <exception cref="UsageException">Nobody is there to answer, or the answer was no.</exception>
    public static async Task RequireAsync(ICommandConsole console, bool yes, string what, CancellationToken cancellationToken)
    {
        if (yes)
        {
            return;
        }

        if (!console.IsInputTerminal || !console.IsErrorTerminal)
        {
            throw new UsageException($"This {what}, beyond recovery; say --yes to do it without a question.");
        }

        await console.Error.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"This {TerminalText.Line(what)}, beyond recovery. Go on? [y/N] "));
        await console.Error.FlushAsync(cancellationToken);
        var answer = await console.In.ReadLineAsync(cancellationToken);
        if (answer?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
        {
            throw new UsageException("Nothing was erased.");
        }
    }
}
