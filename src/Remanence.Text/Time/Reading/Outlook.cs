using System.Collections.Frozen;
using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.Reading;

/// <summary>What the words around a verb or an expression say of direction where the verb's form alone says nothing, or the opposite.</summary>
internal static class Outlook
{
    // So many words stand between a thing and what it is for, or between an expression and what it goes with.
    private const int Nearby = 5;

    // So far behind it a subject's own verb may stand.
    private const int Sentence = 10;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Intents = Set(
        "promised wanted decided agreed planned hoped offered arranged intended expected vowed swore pledged volunteered proposed chose asked told invited "
        + "reminded advised "
        + "ordered encouraged persuaded convinced");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Acquired = Set(
        "bought booked ordered reserved hired rented packed invited picked found registered enrolled");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Movements = Set(
        "flight flights train bus ferry ride lift transfer taxi shuttle coach call delivery visit visitor visitors guest guests someone somebody friend "
        + "friends people news letter email "
        + "back home here out off away over free straight departure move holiday leave");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> States = Set(
        "exhausted tired bruised drained wrecked knackered hurt sunburned swollen stressed");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = Set(
        "here there home back in out up off over round around by down away again");

    // What is told with them has been.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verdicts = Set(
        "happy merry best worst awful terrible horrible thanks thank sorry what such bad rough wild crazy disaster disappointing delicious beautiful epic "
        + "exhausting tiring dreadful magical unforgettable successful cosy cozy last first sad proud grateful upset");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Aftermaths = Set("recovering reeling aching buzzing recovered resting");

    /// <summary>"recovering from": what one recovers from is over.</summary>
    public static bool IsAftermath(TokenStream tokens, int at) => tokens[at].Kind == TokenKind.Word && Aftermaths.Contains(Word(tokens, at));

    /// <summary>
    /// "Job interview Friday!": something without a verb that is exclaimed is announced, unless a word judges how it was ("Great party Friday!").
    /// </summary>
    public static bool IsAnnounced(TokenStream tokens, int at)
    {
        var thing = tokens.Kind(at - 1) is TermKind.On or TermKind.At ? at - 2 : at - 1;
        if (!(IsNoun(tokens, thing) || EnglishTenseReader.KindOf(tokens, thing) == VerbKind.Gerund) || tokens[thing].Sentence != tokens[at].Sentence)
        {
            return false;
        }

        for (var i = thing; i > thing - Nearby && tokens[i].Kind == TokenKind.Word && tokens[i].Sentence == tokens[at].Sentence; i--)
        {
            if (Verdicts.Contains(Word(tokens, i)) || SenseWords.IsPraise(Word(tokens, i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"promised to call", "asked me to come": an infinitive of what was to come.</summary>
    public static bool IsIntended(TokenStream tokens, int to)
    {
        if (
            !tokens.Is(to, TermKind.To)
            || tokens[to + 1].Kind != TokenKind.Word
            || tokens.Kind(to + 1) is TermKind.The or TermKind.Article or TermKind.This
            || IsCrossed(tokens, to))
        {
            return false;
        }

        // The one who is asked stands between, with a word of their own before.
        for (var i = to - 1; i >= to - 3 && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (Intents.Contains(Word(tokens, i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"bought a dress for the wedding on", "invited to a party on": done before, for what is to come.</summary>
    public static bool IsProvidedFor(TokenStream tokens, int at)
    {
        for (var i = EventBefore(tokens, at); i > at - 1 - Nearby && tokens[i].Kind == TokenKind.Word; i--)
        {
            var determined = tokens.Kind(i + 1) is TermKind.The or TermKind.Article || IsOwner(tokens, i + 1);
            if (determined && tokens.Kind(i) is TermKind.For or TermKind.To)
            {
                return IsAcquired(tokens, i);
            }
        }

        return false;
    }

    /// <summary>"sore from the run on", "a headache from the party on": what something comes from lies behind.</summary>
    public static bool IsCause(TokenStream tokens, int at)
    {
        for (var i = EventBefore(tokens, at); i > at - 1 - Nearby && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (tokens.Is(i, TermKind.From) && (tokens.Is(i + 1, TermKind.The) || IsOwner(tokens, i + 1)))
            {
                var verb = tokens.Clauses.VerbAt(at);
                var state = verb < 0 || verb > at || verb == i - 1 || EnglishTenseReader.KindOf(tokens, verb) is VerbKind.Be or VerbKind.Have;
                return state && tokens[i - 1].Kind == TokenKind.Word && !Movements.Contains(Word(tokens, i - 1))
                    && (States.Contains(Word(tokens, i - 1)) || EnglishTenseReader.KindOf(tokens, i - 1) is VerbKind.None or VerbKind.Other);
            }
        }

        return false;
    }

    /// <summary>
    /// "the movers come on Monday", "my parcel gets here Thursday": a word between a subject that opens the clause and a time is its verb, in the present.
    /// </summary>
    public static bool IsVerbOfSubject(TokenStream tokens, int at)
    {
        var kind = EnglishTenseReader.KindOf(tokens, at);
        var after = Particles.Contains(Word(tokens, at + 1)) && !tokens.Is(at + 2, TermKind.The) ? at + 2 : at + 1;
        after += tokens.Kind(after) is TermKind.On or TermKind.At or TermKind.In or TermKind.This ? 1 : 0;
        if (
            kind is not (VerbKind.None or VerbKind.Imperative or VerbKind.ScheduledBase)
            || tokens[at].Term.Kind is not (TermKind.None or TermKind.Verb)
            || tokens[at].Has(TokenMarks.Possessive)
            || tokens.Kind(after) is not (TermKind.Weekday or TermKind.RelativeDay or TermKind.Month or TermKind.Next or TermKind.Tonight))
        {
            return false;
        }

        var plural = IsPlural(tokens, at - 1);
        var singularVerb = Word(tokens, at) is [.., not ('s' or 'u'), 's' or 'S'];
        var from = tokens.Is(at - 2, TermKind.The) || IsOwner(tokens, at - 2) ? at - 2 : at - 3;
        var subject = (tokens.Is(from, TermKind.The) || IsOwner(tokens, from)) && IsNoun(tokens, at - 1) && (from == at - 2 || IsNoun(tokens, at - 2));
        return subject && plural != singularVerb && Opens(tokens, from) && !IsCrossed(tokens, at);
    }

    // "wanted to meet on Friday but", "the team photos on Monday were": another verb tells.
    private static bool IsCrossed(TokenStream tokens, int at)
    {
        for (var i = at + 1; i < at + Sentence && tokens[i].Kind != TokenKind.Edge && tokens[i].Sentence == tokens[at].Sentence; i++)
        {
            if (tokens.IsWord(i, "but"))
            {
                return !StaysPlanned(tokens, i);
            }

            if (EnglishTenseReader.KindOf(tokens, i) is VerbKind.BePast or VerbKind.Did or VerbKind.Past or VerbKind.Be)
            {
                return true;
            }

            if (tokens.Is(i, TermKind.And) || tokens.IsSymbol(i, ','))
            {
                return tokens.IsWord(i + 1, "but") && !StaysPlanned(tokens, i + 1);
            }
        }

        return false;
    }

    // "but it will rain": what crosses the plan is to come, and so is its time; "but it rained" is over.
    private static bool StaysPlanned(TokenStream tokens, int but)
    {
        for (var i = but + 1; i < but + Sentence && tokens[i].Kind != TokenKind.Edge && tokens[i].Sentence == tokens[but].Sentence; i++)
        {
            switch (EnglishTenseReader.KindOf(tokens, i))
            {
                case VerbKind.Will or VerbKind.Be:
                    return true;
                case VerbKind.BePast or VerbKind.Did or VerbKind.Past or VerbKind.PastOrParticiple or VerbKind.Had or VerbKind.Have or VerbKind.BaseOrPast:
                    return false;
            }
        }

        return false;
    }

    private static bool IsAcquired(TokenStream tokens, int to)
    {
        for (var i = to - 1; i > to - 1 - Nearby && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (Acquired.Contains(Word(tokens, i)) || (tokens.Is(to, TermKind.For) && SenseWords.IsArrangement(Word(tokens, i))))
            {
                return true;
            }
        }

        return false;
    }

    // The word before the expression and its "on".
    private static int EventBefore(TokenStream tokens, int at)
    {
        var before = tokens.Is(at - 1, TermKind.The) ? at - 2 : at - 1;
        return tokens.Kind(before) is TermKind.On or TermKind.This ? before - 1 : before;
    }

    private static bool Opens(TokenStream tokens, int at) =>
        tokens[at - 1].Kind != TokenKind.Word
        || tokens[at - 1].Sentence != tokens[at].Sentence
        || tokens.Kind(at - 1) is TermKind.And or TermKind.Clause && !IsOwner(tokens, at - 1)
        || tokens.IsWord(at - 1, "so")
        || tokens.IsWord(at - 1, "because")
        || tokens.IsWord(at - 1, "that");

    private static bool IsNoun(TokenStream tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Word, Term.Kind: TermKind.None } && EnglishTenseReader.KindOf(tokens, at) is VerbKind.None or VerbKind.Other;

    private static bool IsPlural(TokenStream tokens, int at) =>
        Word(tokens, at) is [_, _, .., not ('s' or 'u'), 's' or 'S'] || tokens.IsWord(at, "people") || tokens.IsWord(at, "children");

    private static bool IsOwner(TokenStream tokens, int at) =>
        tokens.IsWord(at, "my")
        || tokens.IsWord(at, "our")
        || tokens.IsWord(at, "her")
        || tokens.IsWord(at, "his")
        || tokens.IsWord(at, "their")
        || tokens.IsWord(at, "your")
        || (tokens[at].Has(TokenMarks.Possessive) && EnglishTenseReader.KindOf(tokens, at) == VerbKind.None);

    private static ReadOnlySpan<char> Word(TokenStream tokens, int at) => tokens.Text.AsSpan(tokens[at].Start, tokens[at].Length);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
