using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>One way of saying something about somebody, read from the verb on.</summary>
/// <param name="Form">What is said; the subject is left out.</param>
/// <param name="Read">Makes facts of it, without their subject; none where it says nothing after all.</param>
internal sealed record EnglishRule(Regex Form, Func<Match, IEnumerable<SpokenFact>> Read)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Words that say nothing of their own before a verb.</summary>
    public const string Adverb =
        @"((just|now|still|currently|finally|also|really|absolutely|actually|recently|already|always|usually|mostly|officially|definitely|only|basically"
        + @"|kind of|kinda|sort of|technically|originally|very|super|totally|truly|both|all|sadly|happily|luckily|unfortunately|permanently|happily"
        + @"|proudly|so|too|quite|pretty|extremely|severely|badly|mildly|completely|fully|partly|temporarily|never really|honestly|personally|obviously"
        + @"|apparently)\s+)*";

    /// <summary>An auxiliary, and a denial.</summary>
    public const string Aux = @"((am|is|are|was|were|have|has|had|do|does|did|been|being|got)\s+)*";

    public const string Not = @"((?<not>no longer|not|never|stopped|quit)\s+)?";

    public EnglishRule([StringSyntax(StringSyntaxAttribute.Regex)] string form, Func<Match, IEnumerable<SpokenFact>> read)
        : this(Pattern(form), read)
    {
    }

    /// <summary>A rule that gives one fact of its group <c>value</c>, denied by its group <c>not</c>.</summary>
    public static EnglishRule Of(string attribute, [StringSyntax(StringSyntaxAttribute.Regex)] string form, Func<string, string?>? value = null) =>
        new(form, match => One(attribute, (value ?? EnglishValue.Of)(match.Groups["value"].Value), IsDenied(match)));

    /// <summary>One fact without its subject; none where there is no value.</summary>
    public static IEnumerable<SpokenFact> One(string attribute, string? value, bool isDenied = false) =>
        value is null ? [] : [new SpokenFact(null, attribute, value, isDenied)];

    public static bool IsDenied(Match match) => match.Groups["not"].Success;

    // Read when the first statement is; as generated code the rules would be most of what the compiler has to do.
    public static Regex Pattern([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        new(pattern, Options, TimeSpan.FromMilliseconds(FactRules.LongestMatch));
}
