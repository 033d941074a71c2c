using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Remanence.Diagnostics;
using Remanence.Hosting;

namespace Remanence.Cli;

/// <summary>What is wrong with a command line, in words for who typed it. The library's own speak of types.</summary>
internal static partial class UsageFaults
{
    /// <summary>The first fault; null when there is none.</summary>
    /// <param name="parse">The line as the library understood it.</param>
    /// <param name="arguments">The line as it was typed, without its settings.</param>
    /// <param name="valueOptions">The options that take a value.</param>
    public static string? Of(ParseResult parse, IReadOnlyList<string> arguments, IReadOnlySet<string> valueOptions)
    {
        var command = parse.CommandResult;
        if (UnknownOption(command, arguments, valueOptions) is { } option)
        {
            return option;
        }

        if (parse.UnmatchedTokens is [var word, ..])
        {
            return UnknownWord(command, word);
        }

        return parse.Errors is [var first, ..] ? WrongValue(first) ?? Spaces().Replace(first.Message, " ").Trim() : null;
    }

    /// <summary>A word where a command should stand.</summary>
    public static string UnknownWord(CommandResult command, string word)
    {
        var shown = Printable.Show(word);
        if (command.Command.Subcommands is not { Count: > 0 } commands)
        {
            return $"{shown} is one word too many for {Path(command)}.";
        }

        return $"{shown} is no command{Suggestion(word, commands.Select(known => known.Name))}";
    }

    private static string? UnknownOption(CommandResult command, IReadOnlyList<string> arguments, IReadOnlySet<string> valueOptions)
    {
        var known = Options(command).ToList();
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            var name = arguments[i].Split('=', ':')[0];
            if (Option().IsMatch(arguments[i]) && !known.Contains(name, StringComparer.Ordinal) && !(i > 0 && valueOptions.Contains(arguments[i - 1])))
            {
                var value = arguments[i].Length > name.Length ? arguments[i][(name.Length + 1)..] : arguments.ElementAtOrDefault(i + 1) ?? "VALUE";
                return Setting(name) is { } setting
                    ? $"{Printable.Show(name)} is no option of {Path(command)}; it is a setting: write {setting}={Printable.Line(value)}."
                    : $"{Printable.Show(name)} is no option of {Path(command)}{Suggestion(name, known)}";
            }
        }

        return null;
    }

    private static string? WrongValue(ParseError error)
    {
        if (NotAmong().Match(error.Message) is { Success: true } choice)
        {
            return $"{Printable.Show(choice.Groups["given"].Value)} is none of "
                + $"{string.Join(", ", choice.Groups["known"].Value.Split('\'').Where(name => !string.IsNullOrWhiteSpace(name)))}.";
        }

        var (name, asked, tokens) = error.SymbolResult switch
        {
            OptionResult option => (option.Option.Name, option.Option.ValueType, option.Tokens),
            ArgumentResult { Parent: OptionResult option } => (option.Option.Name, option.Option.ValueType, option.Tokens),
            ArgumentResult argument => (argument.Argument.Name, argument.Argument.ValueType, argument.Tokens),
            _ => (string.Empty, typeof(string), []),
        };
        if (tokens.Count == 0 || !error.Message.Contains("expected type", StringComparison.Ordinal))
        {
            return null;
        }

        var type = asked.GetElementType() ?? Nullable.GetUnderlyingType(asked) ?? asked;
        var wrong = tokens.FirstOrDefault(given => type.IsEnum && !Enum.TryParse(type, given.Value, ignoreCase: true, out _)) ?? tokens[^1];
        return $"{name} takes {Expected(type)}, not {Printable.Show(wrong.Value)}.";
    }

    private static string Expected(Type type) =>
        type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()))
        : type == typeof(bool) ? "true or false"
        : type == typeof(double) || type == typeof(float) || type == typeof(decimal) ? "a number"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : "another value";

    // The last part of a setting's name is what people take for an option.
    private static string? Setting(string option)
    {
        var name = option.TrimStart('-').Replace('-', '_');
        return RemanenceSettings.Known.Settings.Select(setting => setting.Name).FirstOrDefault(
            setting => setting == name || setting.Replace('.', '_') == name || setting.EndsWith("." + name, StringComparison.Ordinal));
    }

    private static string Suggestion(string word, IEnumerable<string> known) => Nearest.Find(word, known) is { } near ? $"; did you mean {near}?" : ".";

    private static IEnumerable<string> Options(CommandResult command)
    {
        for (SymbolResult? result = command; result is not null; result = result.Parent)
        {
            var isOwn = result == command;
            foreach (var option in result is CommandResult { Command: var owner } ? owner.Options.Where(option => isOwn || option.Recursive) : [])
            {
                yield return option.Name;
                foreach (var alias in option.Aliases)
                {
                    yield return alias;
                }
            }
        }
    }

    private static string Path(CommandResult command)
    {
        var names = new List<string>();
        for (SymbolResult? result = command; result is CommandResult { Command: var named }; result = result.Parent)
        {
            names.Insert(0, named is RootCommand ? "remanence" : named.Name);
        }

        return string.Join(' ', names);
    }

    [GeneratedRegex(
        @"^(--[A-Za-z][A-Za-z0-9_-]*([=:]\S*)?|-[A-Za-z])\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Option();

    [GeneratedRegex(
        @"^Argument '(?<given>.*)' not recognized\. Must be one of:(?<known>.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex NotAmong();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
