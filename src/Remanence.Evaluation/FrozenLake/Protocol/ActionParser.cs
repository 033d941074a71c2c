using System.Text.RegularExpressions;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Protocol;

/// <summary>
/// Finds the move in a reply. It should end with <c>{"action":"1"}</c>; models leave out quotes, add escapes, write the move's name, or name other moves
/// while they think, so the last one that can be read counts.
/// </summary>
internal static partial class ActionParser
{
    public static LakeAction? Parse(string reply)
    {
        var last = Action().Matches(reply).LastOrDefault();
        return last is null ? null : FromWord(last.Groups["value"].ValueSpan);
    }

    /// <summary>The move that a number or name stands for; null where it stands for none.</summary>
    public static LakeAction? FromWord(ReadOnlySpan<char> word)
    {
        foreach (var action in LakeActions.All)
        {
            if (word.Equals(action.Name(), StringComparison.OrdinalIgnoreCase) || (word.Length == 1 && word[0] == '0' + (int)action))
            {
                return action;
            }
        }

        return null;
    }

    // What follows must end the value: neither 12 nor 1.5 names a move.
    [GeneratedRegex(
        @"\baction[\\""'”’]*\s*[:=]\s*[\\""'“‘]*(?<value>[0-3]|left|down|right|up)(?:[^\w.]|\.\D|\.?\z)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Action();
}
