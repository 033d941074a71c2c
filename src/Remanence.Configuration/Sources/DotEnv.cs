using System.Text;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Sources;

/// <summary>
/// A <c>.env</c> file as ReMe reads it: the first one found in the working folder or the four above it; <c>NAME=VALUE</c> lines, comments, <c>export</c>,
/// quotes. Other programs share this file, so that what is odd in it is a warning, no fault.
/// </summary>
internal sealed class DotEnv
{
    private const string FileName = ".env";
    private const int MaxParents = 4;
    private const int MaxBytes = 1_000_000;

    private readonly Dictionary<string, (string Value, ConfigurationOrigin Origin)> _values = new(StringComparer.Ordinal);

    private DotEnv()
    {
    }

    public static DotEnv Find(string workingFolder, List<string> warnings)
    {
        var found = new DotEnv();
        var folder = new DirectoryInfo(workingFolder);
        for (var i = 0; i <= MaxParents && folder is not null; i++, folder = folder.Parent)
        {
            // A folder of this name is a Python environment.
            var path = Path.Combine(folder.FullName, FileName);
            if (File.Exists(path))
            {
                found.Read(path, i == 0 ? FileName : path, warnings);
                break;
            }
        }

        return found;
    }

    public string? Value(string name) => _values.TryGetValue(name, out var entry) ? entry.Value : null;

    public ConfigurationOrigin? Origin(string name) => _values.TryGetValue(name, out var entry) ? entry.Origin : null;

    private void Read(string path, string shownAs, List<string> warnings)
    {
        try
        {
            var number = 0;
            foreach (var line in PlainFile.ReadText(path, MaxBytes, Encoding.UTF8).Split('\n'))
            {
                ReadLine(line.Trim(), shownAs, ++number, warnings);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warnings.Add($"{shownAs} cannot be read ({Printable.Line(exception.Message)}); make it readable, or remove it.");
        }
    }

    private void ReadLine(string line, string shownAs, int number, List<string> warnings)
    {
        const string export = "export ";
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        var assignment = line.StartsWith(export, StringComparison.Ordinal) ? line[export.Length..].TrimStart() : line;
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? string.Empty : assignment[..equals].TrimEnd();
        if (!VariableNames.IsName(name) || Unquoted(assignment[(equals + 1)..].Trim()) is not { } value)
        {
            // The line may hold a secret; its number says enough.
            warnings.Add($"{shownAs} line {number} is left out: write it NAME=VALUE, on one line.");
            return;
        }

        _values[name] = (value, new ConfigurationOrigin($"{shownAs} line {number}", shownAs, number));
    }

    /// <summary>The value without its quotes or its comment; null when a quote is not closed.</summary>
    private static string? Unquoted(string value)
    {
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            var close = value.IndexOf(value[0], 1);
            var rest = close < 0 ? string.Empty : value[(close + 1)..].TrimStart();
            return close > 0 && (rest.Length == 0 || rest[0] == '#') ? value[1..close] : null;
        }

        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }
}
