using System.Globalization;
using Remanence.Hosting;

namespace Remanence.Cli;

/// <summary>The settings that a half-typed word may become. The library's own suggestions know commands and options only.</summary>
internal static class SettingSuggestions
{
    private const string Directive = "[suggest:";

    /// <summary>Names with their equals sign; none where the command line asks for no suggestions.</summary>
    /// <param name="args">The command line, <c>[suggest:POSITION] "LINE"</c>.</param>
    public static IEnumerable<string> For(IReadOnlyList<string> args)
    {
        if (args is not [var directive, var line, ..] || !directive.StartsWith(Directive, StringComparison.Ordinal)
            || !int.TryParse(directive.AsSpan(Directive.Length).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return [];
        }

        var typed = line[..Math.Min(position, line.Length)];
        var word = typed[(typed.LastIndexOf(' ') + 1)..];

        // The first word is the program's.
        return word.Length == 0 || word.Length == typed.Length
            ? []
            : RemanenceSettings.Known.Settings.Select(setting => setting.Name + "=").Where(name => name.StartsWith(word, StringComparison.Ordinal));
    }
}
