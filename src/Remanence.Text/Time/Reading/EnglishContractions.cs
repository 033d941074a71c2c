using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.Reading;

/// <summary>
/// Whether a noun's "'s" is a verb ("Mum's turning 70", "the party's on Saturday") or says whose ("Saturday's gig", "at Anna's on Saturday"). A verb's noun
/// opens its clause, and what follows can only stand behind "is" or "has".
/// </summary>
internal static class EnglishContractions
{
    // So many words a subject has.
    private const int LongestSubject = 5;

    // So far behind it the verb of what is owned may stand.
    private const int LongestObject = 8;

    public static bool IsVerb(TokenStream tokens, int at)
    {
        if (tokens.Kind(at) is TermKind.Weekday or TermKind.Month or TermKind.Unit or TermKind.RelativeDay or TermKind.Season)
        {
            // "Saturday's gig"
            return false;
        }

        var next = at + 1;
        while (next <= at + 2 && Find(tokens, next) == VerbKind.Adverb)
        {
            next++;
        }

        return next > at + 1 && tokens[next].Kind == TokenKind.Word
            ? Opens(tokens, at)
            : CanFollow(tokens, next) && Opens(tokens, at) && !IsOwned(tokens, next);
    }

    private static bool CanFollow(TokenStream tokens, int next) => Find(tokens, next) switch
    {
        VerbKind.Gerund or VerbKind.Participle or VerbKind.Been or VerbKind.Had => true,
        VerbKind.PastOrParticiple or VerbKind.BaseOrPast => tokens[next + 1].Kind != TokenKind.Word || !IsNoun(tokens, next + 1),
        _ => IsTime(tokens, next) ? !IsNoun(tokens, next + 1) : tokens[next].Kind == TokenKind.Word && (
            FunctionWords.IsParticle(tokens, next)
            || tokens.Kind(next) is TermKind.On or TermKind.At or TermKind.In or TermKind.From or TermKind.The or TermKind.Article or TermKind.Until),
    };

    private static bool IsTime(TokenStream tokens, int at) =>
        tokens.Kind(at)
            is TermKind.Weekday
                or TermKind.RelativeDay
                or TermKind.Tonight
                or TermKind.Next
                or TermKind.This
                or TermKind.Month;

    // "Mum's cooking on Sunday was", "Tom's Saturday is": another verb tells, and the word was what is owned.
    private static bool IsOwned(TokenStream tokens, int next)
    {
        for (var i = next + 1; i < next + LongestObject && tokens[i].Kind == TokenKind.Word && tokens[i].Sentence == tokens[next].Sentence; i++)
        {
            if (tokens.Kind(i) is TermKind.And or TermKind.Or or TermKind.When || Find(tokens, i) == VerbKind.Pronoun || tokens.IsWord(i, "but"))
            {
                return false;
            }

            if (Find(tokens, i) is VerbKind.Be or VerbKind.BePast or VerbKind.Did or VerbKind.Past or VerbKind.Will or VerbKind.Modal)
            {
                return true;
            }
        }

        return false;
    }

    // "at my aunt's", "I left Anna's": behind a preposition or a verb it is a place.
    private static bool Opens(TokenStream tokens, int at)
    {
        for (var i = at - 1; i >= at - LongestSubject; i--)
        {
            if (
                tokens[i].Kind != TokenKind.Word
                || tokens[i].Sentence != tokens[at].Sentence
                || tokens.Kind(i) is TermKind.And or TermKind.Or or TermKind.When
                || FunctionWords.JoinsClauses(tokens, i)
                || FunctionWords.IsObject(tokens, i))
            {
                return true;
            }

            var preposition = tokens.Kind(i) is TermKind.To or TermKind.At or TermKind.From or TermKind.Of or TermKind.By or TermKind.For or TermKind.In
                or TermKind.On or TermKind.Over or TermKind.Around or TermKind.After or TermKind.Before or TermKind.Until or TermKind.Since or TermKind.During;
            if (preposition || tokens.IsWord(i, "with") || tokens.IsWord(i, "like"))
            {
                return false;
            }

            if (Find(tokens, i) is not (VerbKind.None or VerbKind.Other or VerbKind.Gerund or VerbKind.ScheduledBase or VerbKind.Scheduled))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsNoun(TokenStream tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Word, Term.Kind: TermKind.None }
        && Find(tokens, at) is VerbKind.None or VerbKind.Other
        && !FunctionWords.IsParticle(tokens, at)
        && !FunctionWords.IsObject(tokens, at);

    // Without contractions: what they are is asked here.
    private static VerbKind Find(TokenStream tokens, int at) =>
        tokens[at].Kind == TokenKind.Word ? EnglishVerbs.Find(FunctionWords.Of(tokens, at)) : VerbKind.None;
}
