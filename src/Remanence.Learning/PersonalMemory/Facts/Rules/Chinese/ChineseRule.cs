using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>One way of saying something: a pattern over what follows the subject, and the facts that it states.</summary>
internal sealed class ChineseRule
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private readonly SearchValues<char> _needs;
    private readonly Regex _pattern;
    private readonly Func<ChineseClause, Match, IEnumerable<SpokenFact?>> _read;

    /// <param name="needs">Characters of which the clause has one at least; most clauses are passed over by these.</param>
    /// <param name="pattern">What follows the subject and its adverbs.</param>
    /// <param name="read">The facts; a null is none.</param>
    public ChineseRule(string needs, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern, Func<ChineseClause, Match, IEnumerable<SpokenFact?>> read)
    {
        _needs = SearchValues.Create(needs);
        _pattern = Pattern(pattern);
        _read = read;
    }

    /// <param name="needs">Characters of which the clause has one at least.</param>
    /// <param name="pattern">With a group "value", and "not" where it is denied.</param>
    /// <param name="attribute">Of <see cref="Attributes"/>.</param>
    /// <param name="negated">Whether the words deny the value without a "not".</param>
    public ChineseRule(string needs, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern, string attribute, bool negated = false)
        : this(
            needs,
            pattern,
            (clause, match) =>
                [clause.IsPast ? null : clause.Fact(attribute, ChineseValue.Of(match.Groups["value"].Value), match.Groups["not"].Success != negated)])
    { }

    /// <summary>About whom it can speak.</summary>
    public ChineseBearers Of { get; init; } = ChineseBearers.Anybody;

    /// <summary>Whether the adverbs and times before the words count.</summary>
    public bool Whole { get; init; }

    // Read when the first statement is; as generated code the rules would be most of what the compiler has to do.
    public static Regex Pattern([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        new(pattern, Options, TimeSpan.FromMilliseconds(FactRules.LongestMatch));

    /// <summary>The facts that the clause states so; null: it does not speak so.</summary>
    public IReadOnlyList<SpokenFact>? Read(ChineseClause clause)
    {
        var words = Whole ? clause.Words : clause.Rest;
        return (clause.Bearer & Of) == clause.Bearer && words.AsSpan().ContainsAny(_needs) && _pattern.Match(words) is { Success: true } match
            && _read(clause, match).OfType<SpokenFact>().ToList() is { Count: > 0 } facts
            ? facts
            : null;
    }
}
