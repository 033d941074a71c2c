using System.Text.RegularExpressions;
using Remanence.Diagnostics;

namespace Remanence.Privacy.Detection;

/// <summary>A regular expression of the user's own. It runs in linear time whatever it says.</summary>
internal sealed class OwnPattern : Detector
{
    private readonly Regex _regex;

    /// <exception cref="ArgumentException">The pattern cannot be used.</exception>
    public OwnPattern(string pattern)
    {
        _regex = Fault(pattern) is { } fault
            ? throw new ArgumentException($"{Printable.Show(pattern)} {fault}.", nameof(pattern))
            : Compile(pattern);
    }

    /// <summary>Why a pattern cannot be used; null when it can.</summary>
    public static string? Fault(string pattern)
    {
        try
        {
            return Compile(pattern).IsMatch(string.Empty)
                ? "matches the empty text, and so every text; make it match at least one character"
                : null;
        }
        catch (RegexParseException exception)
        {
            return $"is not a regular expression of .NET ({exception.Error} at character {exception.Offset + 1})";
        }
        catch (NotSupportedException)
        {
            return "cannot be run in linear time: leave out look-ahead, look-behind, back references and atomic groups";
        }
    }

    public override void Find(string text, List<PrivateSpan> found)
    {
        foreach (var match in _regex.EnumerateMatches(text))
        {
            if (match.Length > 0)
            {
                found.Add(new PrivateSpan(match.Index, match.Index + match.Length, Markers.Pattern));
            }
        }
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
