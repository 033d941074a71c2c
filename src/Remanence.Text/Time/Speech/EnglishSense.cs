using Remanence.Memories;
using Remanence.Text.Time.Reading;
using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.Speech;

/// <summary>What an English sentence does with the time that it names: asks, greets, tells a habit, a story, a wish, or the age of a thing.</summary>
internal static class EnglishSense
{
    // "how have you been lately?", with or without the mark.
    public static bool Asks(TokenStream tokens, int at) => tokens.IsQuestion(at) || tokens.Clauses.InSentence(at).HasFlag(SenseMarks.Asks);

    public static bool TellsEvent(TokenStream tokens, int at, in Finding finding)
    {
        var sentence = tokens.Clauses.InSentence(at);
        var unreal = (sentence & (SenseMarks.Wish | SenseMarks.Unreal)) != SenseMarks.None
            || (sentence.HasFlag(SenseMarks.Story) && tokens.TenseAt(at) is Tense.None or Tense.Present)
            || tokens.Clauses.InShort(at).HasFlag(SenseMarks.Craves) || IsSetting(tokens, at) || IsLongedFor(tokens, at, finding.Next);
        // "we met on a Tuesday" does not say on which.
        unreal |= finding.Floats && tokens.Is(at, TermKind.Weekday) && tokens.Is(at - 1, TermKind.Article);
        return !unreal
            && !IsIdiom(tokens, at)
            && !Names.IsEnglish(tokens, at, finding.Next)
            && !(finding.Floats && IsStageOfLife(tokens, at))
            && !IsGreeting(tokens, at)
            && !IsAgeOfThing(tokens, at, finding)
            && !(finding.Floats && IsHabit(tokens, at, finding));
    }

    // "as a teenager I slept until noon" tells of years.
    private static bool IsStageOfLife(TokenStream tokens, int at)
    {
        const int Nearby = 10;
        for (var i = at - 1; i > at - Nearby && tokens[i].Kind != TokenKind.Edge && tokens[i].Sentence == tokens[at].Sentence; i--)
        {
            if (tokens.IsWord(i, "as") && tokens.Is(i + 1, TermKind.Article) && SenseWords.IsStageOfLife(Word(tokens, i + 2)))
            {
                return true;
            }
        }

        return false;
    }

    // "cookies tomorrow would be nice", but not "tomorrow would be nice".
    private static bool IsLongedFor(TokenStream tokens, int at, int next) =>
        tokens[tokens.Kind(at - 1) is TermKind.On or TermKind.At ? at - 2 : at - 1] is { Kind: TokenKind.Word, Term.Kind: TermKind.None } thing
        && thing.Sentence == tokens[at].Sentence
        && tokens.IsWord(next, "would")
        && tokens.IsWord(next + 1, "be")
        && tokens[next + 2].Kind == TokenKind.Word
        && SenseWords.IsPraise(
            Word(tokens, tokens.IsWord(next + 2, "so") || tokens.IsWord(next + 2, "really") || tokens.IsWord(next + 2, "very") ? next + 3 : next + 2));

    private static ReadOnlySpan<char> Word(TokenStream tokens, int at) => tokens.Text.AsSpan(tokens[at].Start, tokens[at].Length);

    // "feels like yesterday", "still part of me today"
    private static bool IsIdiom(TokenStream tokens, int at)
    {
        const int Nearby = 12;

        // "one of these days I'll quit"
        if (tokens.Is(at, TermKind.These) && tokens.Is(at - 1, TermKind.Of) && tokens.IsWord(at - 2, "one"))
        {
            return true;
        }

        if (!tokens.Is(at, TermKind.RelativeDay))
        {
            return false;
        }

        // "I need a holiday yesterday!"
        if (tokens.IsWord(at, "yesterday") && tokens.Clauses.VerbAt(at) is var verb && verb >= 0 && verb < at && tokens.TenseAt(at) == Tense.Ahead
            && EnglishTenseReader.KindOf(tokens, verb) == VerbKind.Wish)
        {
            return true;
        }

        if (
            tokens.IsWord(at - 1, "like")
            || (tokens.IsWord(at - 2, "like") && (tokens.IsWord(at - 1, "just") || tokens.IsWord(at - 1, "only")))
            || tokens.IsWord(at + 1, "world")
            || tokens.IsWord(at + 1, "society"))
        {
            return true;
        }

        var sentence = tokens[at].Sentence;
        for (var i = at - 1; i > at - Nearby && tokens[i].Kind == TokenKind.Word && tokens[i].Sentence == sentence; i--)
        {
            if (tokens.IsWord(i, "still"))
            {
                return tokens.IsWord(at, "today")
                    && tokens.TenseAt(at) == Tense.Present
                    && tokens[at + 1].Kind is TokenKind.Edge or TokenKind.Symbol
                    && !tokens.IsWord(i + 1, "on");
            }
        }

        return false;
    }

    // "Happy Thanksgiving!", "Merry Christmas"
    private static bool IsGreeting(TokenStream tokens, int at) =>
        tokens.IsWord(at - 1, "happy")
        || tokens.IsWord(at - 1, "merry")
        || tokens.IsWord(at - 1, "blessed")
        || (tokens.IsWord(at - 1, "good") && tokens.Is(at, TermKind.DayPart));

    // "a book from the 1900s" and "80s music" are no events.
    private static bool IsAgeOfThing(TokenStream tokens, int at, in Finding finding)
    {
        if (
            finding.Precision == TimePrecision.Year
            && (tokens.Kind(at) is TermKind.The or TermKind.Article || tokens.Kind(at - 1) is TermKind.The or TermKind.Article)
            && IsOfWork(tokens, finding.Next))
        {
            return true;
        }

        if (!finding.Period)
        {
            return false;
        }

        var before = Before(tokens, at);
        if (tokens.Is(before, TermKind.From))
        {
            var kind = EnglishTenseReader.KindOf(tokens, before - 1);
            return tokens[before - 1].Kind == TokenKind.Word
                && (
                    kind is VerbKind.Be or VerbKind.BePast
                    || (tokens[before - 1].Term.Kind == TermKind.None && EnglishTenseReader.Of(tokens, before - 1) == Tense.None));
        }

        var next = tokens[finding.Next];
        return finding.Precision == TimePrecision.Decade && next.Kind == TokenKind.Word && next.Term.Kind == TermKind.None
            && EnglishVerbs.Find(tokens.Text.AsSpan(next.Start, next.Length)) == VerbKind.None && !tokens.IsWord(finding.Next, "because");
    }

    // "the 2008 crisis film"
    private static bool IsOfWork(TokenStream tokens, int next)
    {
        const int Longest = 3;
        for (var i = next; i < next + Longest && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (SenseWords.IsWork(Word(tokens, i)))
            {
                return true;
            }
        }

        return false;
    }

    // "set in 1969", "takes place in the winter of 1941"
    private static bool IsSetting(TokenStream tokens, int at)
    {
        var before = tokens.Kind(at) is TermKind.In or TermKind.During ? at : Before(tokens, at);
        return tokens.Kind(before) is TermKind.In or TermKind.During
            && (
                (tokens.IsWord(before - 1, "set") && EnglishTenseReader.Of(tokens, before - 1) is Tense.Present)
                || (tokens.IsWord(before - 1, "place") && tokens.IsWord(before - 2, "takes")));
    }

    // "we always have turkey at Thanksgiving", "he reads a lot in winter"
    private static bool IsHabit(TokenStream tokens, int at, in Finding finding)
    {
        var clause = tokens.Clauses.InLong(at);
        if (clause.HasFlag(SenseMarks.Habit) || (clause.HasFlag(SenseMarks.Never) && tokens.TenseAt(at) is Tense.Present or Tense.None))
        {
            return true;
        }

        // Of a feast or a season alone one tells what is done then.
        var generic = finding.Precision == TimePrecision.Season || finding.Feast;
        return generic
            && tokens.TenseAt(at) == Tense.Present
            && !tokens.IsQuestion(at)
            && tokens.Clauses.VerbAt(at) is var verb and >= 0
            && EnglishTenseReader.TellsHabit(tokens, verb);
    }

    private static int Before(TokenStream tokens, int at)
    {
        const int Farthest = 6;
        var before = at - 1;
        while (
            at - before < Farthest
            && (
                tokens.Kind(before)
                    is TermKind.The
                        or TermKind.Early
                        or TermKind.Late
                        or TermKind.Mid
                        or TermKind.Article
                        or TermKind.Around
                        or TermKind.Season
                        or TermKind.Of
                || tokens.IsSymbol(before, '\'')))
        {
            before--;
        }

        return before;
    }
}
