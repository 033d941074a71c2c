using System.Collections.Frozen;
using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.Reading;

/// <summary>
/// What is looked forward to or dreaded, or made ready for: "nervous about Thursday", "a flight for 3 June", "fingers crossed for Friday". The words before
/// the expression tell it, whether the verb beside it has a tense or not.
/// </summary>
internal static class Expectations
{
    // So many words stand between a feeling and what it is about.
    private const int Nearby = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Feelings = Set(
        "nervous anxious worried worrying worry excited thrilled hopeful scared afraid apprehensive terrified pumped stoked psyched hyped eager nerves dread "
            + "dreading stressed jittery giddy impatient forward countdown counting ready prepping preparing packing luck crossed");

    // Said of what is over: "thanks for Sunday", "she stayed for Saturday".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Over = Set(
        "thanks thank thankful grateful sorry apologies apologize apologise apologized apologised forgive forgave appreciate appreciated glad proud happy "
            + "congrats congratulations kudos cheers praised blamed paid was were went came drove flew stayed returned visited travelled traveled closed");

    /// <summary>The words before an expression at the token place it ahead.</summary>
    public static bool Precede(TokenStream tokens, int at) => IsFelt(tokens, at) || IsMeantFor(tokens, at);

    /// <summary>"moved to the 30th", "counting down to the 30th".</summary>
    public static bool IsGoal(TokenStream tokens, int at) =>
        tokens[at].Kind == TokenKind.Word && (tokens.IsWord(at, "down") || tokens.IsWord(at, "back") || SenseWords.IsPutOff(FunctionWords.Of(tokens, at)));

    // "so nervous about Friday", "stressed about the exam on Friday", "counting down to the 30th"; "I was so nervous about Friday" is over.
    private static bool IsFelt(TokenStream tokens, int at)
    {
        var about = -1;
        for (var i = at - 1; i > at - 1 - Nearby && IsOfSentence(tokens, i, at); i--)
        {
            if (tokens.Kind(i) is TermKind.Around or TermKind.For or TermKind.To or TermKind.Of || (tokens.Is(i, TermKind.On) && tokens.IsWord(i - 1, "luck")))
            {
                about = i;
            }
            else if (about > 0 && Feelings.Contains(FunctionWords.Of(tokens, i)))
            {
                return about - i <= 2 && !IsOver(tokens, i);
            }
        }

        return false;
    }

    // The helper of a feeling or of what is denied: "I was not that worried".
    private static bool IsOver(TokenStream tokens, int feeling)
    {
        for (var i = feeling - 1; i > feeling - 1 - Nearby && IsOfSentence(tokens, i, feeling); i--)
        {
            if (EnglishTenseReader.KindOf(tokens, i) is VerbKind.BePast or VerbKind.Did or VerbKind.Had or VerbKind.Past or VerbKind.PastOrParticiple)
            {
                return true;
            }
        }

        return false;
    }

    // A single day behind "for" is what something is made or got for: "hired a band for the 30th".
    private static bool IsMeantFor(TokenStream tokens, int at)
    {
        var named = tokens.Is(at, TermKind.The) ? at + 1 : at;
        var before = tokens.Is(at - 1, TermKind.The) ? at - 2 : at - 1;
        var day = tokens.Kind(named) is TermKind.Weekday or TermKind.Month || tokens[named].Kind == TokenKind.Number;
        if (!tokens.Is(before, TermKind.For) || !day)
        {
            return false;
        }

        var begin = tokens.Clauses.Begin(at);
        for (var i = before - 1; i >= begin && i > before - 2 * Nearby; i--)
        {
            if (tokens[i].Kind == TokenKind.Word && Over.Contains(FunctionWords.Of(tokens, i)))
            {
                return false;
            }
        }

        return before > begin;
    }

    private static bool IsOfSentence(TokenStream tokens, int i, int at) => tokens[i].Kind == TokenKind.Word && tokens[i].Sentence == tokens[at].Sentence;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
