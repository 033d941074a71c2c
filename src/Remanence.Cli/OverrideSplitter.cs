using System.CommandLine;
using System.Text.RegularExpressions;

namespace Remanence.Cli;

/// <summary>
/// Takes dotted settings (<c>http.port=8002</c>) out of a command line. They may stand anywhere, and optional arguments would swallow them;
/// the value of an option and what follows <c>--</c> are left alone.
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

            (isValue || !Setting().IsMatch(args[i]) ? arguments : overrides).Add(args[i]);
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

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+=", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
