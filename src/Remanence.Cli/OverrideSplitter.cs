using System.CommandLine;
using System.Text.RegularExpressions;
using Remanence.Hosting;

namespace Remanence.Cli;

/// <summary>
/// Takes settings (<c>http.port=8002</c>, <c>language=en</c>) out of a command line. They may stand anywhere, with dashes before them or without, and optional
/// arguments would swallow them; the value of an option and what follows <c>--</c> are left alone.
/// </summary>
internal static partial class OverrideSplitter
{
    public static (string[] Arguments, string[] Overrides) Split(IReadOnlyList<string> args, IReadOnlySet<string> valueOptions)
    {
        var arguments = new List<string>();
        var overrides = new List<string>();
        var isValue = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                arguments.AddRange(args.Skip(i));
                break;
            }

            (isValue || !IsSetting(args[i]) ? arguments : overrides).Add(args[i]);
            isValue = !isValue && valueOptions.Contains(args[i]);
        }

        return ([.. arguments], [.. overrides]);
    }

    /// <summary>The names of the options that take a value, in the whole tree.</summary>
    public static HashSet<string> ValueOptions(Command command)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in command.Options.Where(option => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool)))
        {
            names.Add(option.Name);
            names.UnionWith(option.Aliases);
        }

        foreach (var child in command.Subcommands)
        {
            names.UnionWith(ValueOptions(child));
        }

        return names;
    }

    // A known section is a setting whatever its value; a mistyped one must reach the settings too, which say what was meant. What has spaces
    // is somebody's sentence. Names of models, flows and operators may have capitals; a word alone is a setting only when it is known.
    private static bool IsSetting(string arg)
    {
        if (Setting().Match(arg) is not { Success: true } match)
        {
            return false;
        }

        var isKnown = RemanenceSettings.Known.IsTopLevel(match.Groups["section"].Value);
        return match.Groups["rest"].Length == 0
            ? isKnown || match.Value is "config=" or "c=" or "config_path=" || MemoryScopeLine.IsConfigPath(arg)
            : isKnown || (Plain().IsMatch(match.Groups["rest"].Value) && !arg.Any(char.IsWhiteSpace));
    }

    [GeneratedRegex(
        @"^-{0,2}(?<section>[a-z][a-z0-9_]*)(?<rest>(\.[A-Za-z0-9_-]+)*)=",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex("^[a-z0-9_.]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
