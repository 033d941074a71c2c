using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.Reading;

/// <summary>Which tense a word of an English clause tells, together with its helpers.</summary>
internal static class EnglishTenseReader
{
    // So many adverbs and pronouns stand between a helper and its verb.
    private const int Helpers = 4;

    /// <summary><see cref="Tense.None"/> for a word that tells none, or whose helper will.</summary>
    public static Tense Of(TokenStream tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word)
        {
            return Tense.None;
        }

        if (token.Term.Has(TermMarks.Future))
        {
            return token.Term.Kind == TermKind.Future && !IsName(tokens, at) ? Tense.Ahead : Tense.None;
        }

        if (token.Term.Kind == TermKind.To)
        {
            return Outlook.IsIntended(tokens, at) ? Tense.Ahead : Tense.None;
        }

        return KindOf(tokens, at) switch
        {
            VerbKind.Be => IsToCome(tokens, at) ? Tense.Ahead : Tense.Present,
            VerbKind.BePast or VerbKind.Did or VerbKind.Had => Tense.Past,
            VerbKind.Been => Tense.Perfect,
            VerbKind.Have => Have(tokens, at),
            VerbKind.Do => Finite(tokens, at, alone: Tense.Present),
            VerbKind.Modal => Modal(tokens, at),
            VerbKind.Will => Tense.Ahead,
            VerbKind.Wish => AfterPreposition(tokens, at) ? Tense.None : Tense.Ahead,
            VerbKind.Imperative when BeginsClause(tokens, at) && !IsRecalled(tokens, at) => Tense.Ahead,
            _ when IsRecalled(tokens, at) => Tense.Past,
            VerbKind.Past when HasGot(tokens, at) => tokens.Is(at + 1, TermKind.To) ? Tense.Ahead : Tense.Present,
            VerbKind.Past => IsNoun(tokens, at) ? Tense.None : Tense.Past,
            VerbKind.PastOrParticiple => IsNoun(tokens, at) || IsNotice(tokens, at) ? Tense.None : Finite(tokens, at, alone: Tense.Past),
            VerbKind.Participle => Finite(tokens, at, alone: Tense.None),
            VerbKind.BaseOrPast => Base(tokens, at),
            VerbKind.Gerund => Finite(tokens, at, alone: BeginsClause(tokens, at) ? Tense.Present : Tense.None),
            VerbKind.Scheduled => AfterPreposition(tokens, at) || IsNoun(tokens, at) ? Tense.None : Tense.Present,
            VerbKind.ScheduledBase when IsPlural(tokens, at - 1) || tokens.Is(at - 1, TermKind.And) => Tense.Present,
            _ => IsBesidePronoun(tokens, at) || Outlook.IsVerbOfSubject(tokens, at) ? Tense.Present : Idiom(tokens, at),
        };
    }

    /// <summary>A verb in the present that is no form of "be" and names nothing fixed: what happens again and again.</summary>
    public static bool TellsHabit(TokenStream tokens, int at) =>
        tokens[at].Kind == TokenKind.Word
        && KindOf(tokens, at) is VerbKind.None or VerbKind.Imperative or VerbKind.BaseOrPast or VerbKind.Do
        && IsBesidePronoun(tokens, at);

    /// <summary>The word without its contraction; the kind of the contraction where that carries the tense.</summary>
    public static VerbKind KindOf(TokenStream tokens, int at)
    {
        var token = tokens[at];
        // "3 am" is no verb.
        if (token.Kind != TokenKind.Word || (token.Term.Kind == TermKind.Meridiem && tokens[at - 1].Kind == TokenKind.Number))
        {
            return VerbKind.None;
        }

        var word = tokens.Text.AsSpan(token.Start, token.Length);
        var cut = word.LastIndexOfAny('\'', '’');
        if (cut < 0)
        {
            return EnglishVerbs.Find(word);
        }

        var stem = word[..cut];
        var ending = word[(cut + 1)..];
        return ending switch
        {
            "m" or "re" => VerbKind.Be,
            "ve" => VerbKind.Have,
            "d" => IsParticiple(tokens, Past(tokens, at + 1)) ? VerbKind.Had : VerbKind.Modal,
            "ll" => VerbKind.Will,
            "t" => stem.Length > 1 ? Negated(stem) : VerbKind.None,
            "s" when stem.Equals("let", StringComparison.OrdinalIgnoreCase) => VerbKind.Wish,
            "s"
                when EnglishVerbs.Find(stem) == VerbKind.Pronoun
                    || stem.Equals("here", StringComparison.OrdinalIgnoreCase)
                    || stem.Equals("what", StringComparison.OrdinalIgnoreCase) => IsParticiple(tokens, Past(tokens, at + 1)) ? VerbKind.Have : VerbKind.Be,
            "s" when EnglishContractions.IsVerb(tokens, at) => IsParticiple(tokens, Past(tokens, at + 1)) ? VerbKind.Have : VerbKind.Be,
            _ => VerbKind.None,
        };
    }

    private static VerbKind Negated(ReadOnlySpan<char> stem) => EnglishVerbs.Find(stem[^1] is 'n' or 'N' ? stem[..^1] : stem) switch
    {
        VerbKind.None when stem is "ca" or "can" or "Ca" or "Can" => VerbKind.Modal,
        var kind => kind,
    };

    // "Remember Saturday?", "I remember the storm on Friday", but not "remember to call" and "remember the dentist on Friday".
    private static bool IsRecalled(TokenStream tokens, int at) =>
        tokens.IsWord(at, "remember")
        && !tokens.Is(at + 1, TermKind.To)
        && !tokens.IsWord(at + 1, "that")
        && (tokens.IsQuestion(at) || (tokens[at - 1].Kind == TokenKind.Word && KindOf(tokens, at - 1) is VerbKind.Pronoun or VerbKind.Adverb));

    // "I've got", "has got", "Anna's got": has.
    private static bool HasGot(TokenStream tokens, int at)
    {
        var helper = tokens.IsWord(at - 1, "also") || tokens.IsWord(at - 1, "still") || tokens.IsWord(at - 1, "only") ? at - 2 : at - 1;
        return tokens.IsWord(at, "got")
            && tokens[helper].Kind == TokenKind.Word
            && (tokens[helper].Has(TokenMarks.Possessive) || KindOf(tokens, helper) == VerbKind.Have);
    }

    // "Closed on the 20th and 21st of May": a notice, of what was or is to come.
    private static bool IsNotice(TokenStream tokens, int at) =>
        (tokens[at - 1].Sentence != tokens[at].Sentence || tokens[at - 1].Kind == TokenKind.Edge)
        && (tokens.IsWord(at, "closed") || tokens.IsWord(at, "cancelled") || tokens.IsWord(at, "canceled"))
        && tokens.Kind(at + 1) is TermKind.On or TermKind.From or TermKind.Until;

    private static bool IsName(TokenStream tokens, int at) => tokens.IsWord(at, "will") && tokens[at].Has(TokenMarks.Capital) && !tokens.SentenceLooksAhead(at);

    // Behind adverbs, and in a question the subject.
    private static int Past(TokenStream tokens, int at)
    {
        for (var i = 0; i < Helpers && tokens[at].Kind == TokenKind.Word && EnglishVerbs.Find(WordOf(tokens, at)) is VerbKind.Adverb or VerbKind.Pronoun; i++)
        {
            at++;
        }

        return at;
    }

    private static bool IsParticiple(TokenStream tokens, int at) => tokens[at].Kind == TokenKind.Word
        && EnglishVerbs.Find(WordOf(tokens, at)) is VerbKind.Participle or VerbKind.PastOrParticiple or VerbKind.Been or VerbKind.BaseOrPast or VerbKind.Had;

    // "going to leave", "about to leave", "supposed to".
    private static bool IsToCome(TokenStream tokens, int at)
    {
        var next = Past(tokens, at + 1);
        return tokens.Is(next + 1, TermKind.To)
            && (tokens.IsWord(next, "going") || tokens.IsWord(next, "about") || tokens.IsWord(next, "supposed") || tokens.IsWord(next, "planning"));
    }

    private static Tense Have(TokenStream tokens, int at)
    {
        for (var i = at - 1; i >= at - Helpers && tokens[i].Kind == TokenKind.Word; i--)
        {
            var kind = KindOf(tokens, i);
            if (kind is VerbKind.Will or VerbKind.Did or VerbKind.Modal || tokens[i].Term.Kind == TermKind.Future)
            {
                return Tense.None;
            }

            if (kind is not (VerbKind.Adverb or VerbKind.Pronoun))
            {
                break;
            }
        }

        var next = Past(tokens, at + 1);
        return IsParticiple(tokens, next) ? Tense.Perfect : tokens.Is(next, TermKind.To) ? Tense.Ahead : tokens[at].Length > 5 ? Tense.Perfect : Tense.Present;
    }

    // "could have gone"
    private static Tense Modal(TokenStream tokens, int at)
    {
        var next = Past(tokens, at + 1);
        return tokens.IsWord(next, "have") && IsParticiple(tokens, Past(tokens, next + 1)) ? Tense.Past : Tense.Ahead;
    }

    // A participle or a gerund is what its helper makes of it.
    private static Tense Finite(TokenStream tokens, int at, Tense alone)
    {
        for (var i = at - 1; i >= at - Helpers && tokens[i].Kind == TokenKind.Word; i--)
        {
            switch (KindOf(tokens, i))
            {
                case VerbKind.Be:
                    return Tense.Present;
                case VerbKind.BePast or VerbKind.Had or VerbKind.Did:
                    return Tense.Past;
                case VerbKind.Been or VerbKind.Have:
                    return KindOf(tokens, i - 1) == VerbKind.Will || tokens[i - 1].Term.Kind == TermKind.Future ? Tense.None : Tense.Perfect;
                case VerbKind.Modal or VerbKind.Will:
                    return Tense.None;
                case VerbKind.Adverb or VerbKind.Pronoun:
                    continue;
                default:
                    return tokens.Is(i, TermKind.To) || tokens.IsWord(i, "be") || tokens.IsWord(i, "getting") || tokens.IsWord(i, "get") ? Tense.None : alone;
            }
        }

        return alone;
    }

    private static Tense Base(TokenStream tokens, int at)
    {
        var before = tokens[at - 1].Kind == TokenKind.Word ? KindOf(tokens, at - 1) : VerbKind.None;
        return tokens.Is(at - 1, TermKind.To) || IsNoun(tokens, at) || before is VerbKind.Modal or VerbKind.Will or VerbKind.Do or VerbKind.Did ? Tense.None
            : BeginsClause(tokens, at) ? Tense.Ahead
            : Finite(tokens, at, Tense.Past);
    }

    private static bool BeginsClause(TokenStream tokens, int at) =>
        tokens[at - 1].Kind is TokenKind.Edge or TokenKind.Symbol
        || tokens[at - 1].Sentence != tokens[at].Sentence
        || tokens.IsWord(at - 1, "please")
        || tokens.IsWord(at - 1, "just")
        || tokens.IsWord(at - 1, "don't")
        || tokens.IsWord(at - 1, "don’t")
        || tokens.Is(at - 1, TermKind.And)
        || tokens.IsWord(at - 1, "so");

    private static bool IsNoun(TokenStream tokens, int at) =>
        tokens.Kind(at - 1) is TermKind.Article or TermKind.The
        || tokens[at - 1].Has(TokenMarks.Possessive) && KindOf(tokens, at - 1) == VerbKind.None
        || tokens.IsWord(at - 1, "my")
        || tokens.IsWord(at - 1, "our");

    private static bool AfterPreposition(TokenStream tokens, int at) =>
        tokens.Kind(at - 1) is TermKind.At or TermKind.In or TermKind.On or TermKind.Of or TermKind.For or TermKind.From or TermKind.To or TermKind.By;

    private static bool IsPlural(TokenStream tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Word, Length: > 3 } token
        && tokens.Text[token.End - 1] == 's'
        && token.Term.Kind == TermKind.None
        && KindOf(tokens, at) == VerbKind.None;

    // "I run", "she usually reads"; a helper or a past form would have its own kind.
    private static bool IsBesidePronoun(TokenStream tokens, int at)
    {
        var token = tokens[at];
        if (
            token.Term.Kind is not (TermKind.None or TermKind.Verb or TermKind.Asked or TermKind.Going)
            || EnglishVerbs.Find(WordOf(tokens, at)) is VerbKind.Adverb or VerbKind.Pronoun or VerbKind.Other)
        {
            return false;
        }

        for (var i = at - 1; i >= at - Helpers && tokens[i].Kind == TokenKind.Word; i--)
        {
            var kind = EnglishVerbs.Find(WordOf(tokens, i));
            if (kind != VerbKind.Adverb)
            {
                return kind == VerbKind.Pronoun
                    && !tokens.IsWord(i, "that")
                    && !tokens.IsWord(i, "this")
                    && !(
                        tokens[i - 1].Kind == TokenKind.Word
                        && KindOf(tokens, i - 1)
                            is VerbKind.Did
                                or VerbKind.BePast
                                or VerbKind.Have
                                or VerbKind.Had
                                or VerbKind.Modal
                                or VerbKind.Be
                                or VerbKind.Will);
            }
        }

        return false;
    }

    private static Tense Idiom(TokenStream tokens, int at)
    {
        var about = tokens.Is(at + 1, TermKind.Around) && tokens.IsWord(at + 1, "about") && (tokens.IsWord(at, "how") || tokens.IsWord(at, "what"));
        var seeing = tokens.IsWord(at, "see") && tokens.IsWord(at + 1, "you");
        var forward = tokens.IsWord(at, "looking") && tokens.IsWord(at + 1, "forward");
        var rolling = tokens.IsWord(at, "roll") && tokens.Is(at + 1, TermKind.On) && BeginsClause(tokens, at);
        return about || seeing || forward || rolling ? Tense.Ahead : tokens.IsWord(at, "due") ? Finite(tokens, at, alone: Tense.Ahead) : Tense.None;
    }

    private static ReadOnlySpan<char> WordOf(TokenStream tokens, int at) => tokens.Text.AsSpan(tokens[at].Start, tokens[at].Length);
}
