using System.Text.RegularExpressions;
using Remanence.PersonalMemory.Facts.Rules.Chinese;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>Knows words that make a statement no fact: stories, roles, conditions, irony, hearsay.</summary>
internal static partial class Fiction
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether the whole message is a story, a role or a text of somebody else's.</summary>
    public static bool IsTold(string message) => Told().IsMatch(message) || ChineseDoubt.IsTold(message);

    /// <summary>Whether an English sentence is a condition, a wish, irony or hearsay.</summary>
    public static bool IsDoubtful(string sentence) => Doubtful().IsMatch(sentence);

    [GeneratedRegex(
        """\b(role-?play|pretend(ing)?|imagine|fiction(al)?|novel|short story|screenplay|my character|in (a|the|my) (story|game|dream|movie|play)|write (me )?(a|an) (story|poem|song|script|scene|letter|bio|essay)|act as|translate|proofread|rewrite|summari[sz]e|hypothetical(ly)?)\b""",
        Options, FactRules.LongestMatch)]
    private static partial Regex Told();

    [GeneratedRegex(
        """^\s*(if|what if|suppose|assuming|unless|maybe|perhaps|when i was)\b|\b(would|could|might|wish|as if|yeah,? right|totally not|said|says|told me|just kidding|only kidding|joking|jk|lol|sarcasm)\b|/s\b|["“”«»]""",
        Options, FactRules.LongestMatch)]
    private static partial Regex Doubtful();
}
