using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Chinese;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Reading;
using Remanence.Text.Time.Speech;

namespace Remanence.Text.Time;

/// <summary>Finds time expressions in English and Chinese text, without any model.</summary>
public static class TimeExpressions
{
    /// <summary>
    /// All expressions of the text, in order and not overlapping; the longest wins. Relative ones resolve against the
    /// reference, whose offset is taken for the speaker's zone. What the calendar cannot hold is left out.
    /// </summary>
    public static IReadOnlyList<TimeMention> Find(string text, DateTimeOffset reference) => Find(text, reference, out _);

    /// <param name="text">The text.</param>
    /// <param name="reference">The moment of speaking.</param>
    /// <param name="looks">How often a token was looked at: grows with the text's length and not faster.</param>
    internal static IReadOnlyList<TimeMention> Find(string text, DateTimeOffset reference, out long looks)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var tokens = new TokenStream(text, new TimeContext(reference));
        var worthParsing = TimeScanner.Scan(text, tokens);
        IReadOnlyList<TimeMention> mentions = worthParsing ? Parse(tokens, reference) : [];
        looks = tokens.Looks;
        return mentions;
    }

    /// <summary>True when the text asks about time without naming one.</summary>
    public static bool AsksWhen(string text) => WhenQuestions.IsAsked(text) && Find(text, WhenQuestions.AnyMoment).Count == 0;

    private static List<TimeMention> Parse(TokenStream tokens, DateTimeOffset reference)
    {
        var mentions = new List<TimeMention>();
        var at = 0;
        while (at < tokens.Count)
        {
            if (Longest(tokens, at) is { } finding && finding.Next > at)
            {
                if (tokens.Context.TryToInterval(finding.Span, out var interval))
                {
                    var start = tokens[at].Start;
                    if (!finding.Recurring && finding.Precision != TimePrecision.Open)
                    {
                        tokens.Remember(finding.Span, at);
                    }

                    var length = tokens[finding.Next - 1].End - start;
                    var tells = SpokenSense.TellsEvent(tokens, at, finding);
                    mentions.Add(new TimeMention(start, length, interval, finding.Precision, finding.Fuzzy, finding.Recurring, finding.Repeats, tells));
                }

                tokens.RememberWeek(ChineseWeeks.WeekOf(tokens, at, finding));
                tokens.RememberDay(finding.OfMonth ? finding.Span.FirstDay : null, finding.Next, finding.MonthNamed && !GoesOn(tokens, at, finding.Next));
                at = finding.Next;
            }
            else
            {
                at++;
            }
        }

        Stays.Order(tokens.Text, mentions, reference);
        return mentions;
    }

    // "12th" behind "the 10th, ": its month was found by the list, and not named.
    private static bool GoesOn(TokenStream tokens, int at, int next)
    {
        const int Joint = 3;
        const int Day = 2;
        return tokens.PreviousDay is not null && !tokens.PreviousMonthNamed && at - tokens.PreviousEnd <= Joint && next - at <= Day
            && !tokens.Is(at, TermKind.Month) && !tokens.Is(next - 1, TermKind.Month);
    }

    private static Finding? Longest(TokenStream tokens, int at) => tokens[at].Kind switch
    {
        TokenKind.Word => EnglishTimeGrammar.Parse(tokens, at),
        TokenKind.Number => Finding.Longer(EnglishTimeGrammar.Parse(tokens, at), ChineseTimeGrammar.Parse(tokens, at)),
        TokenKind.Han when HanCharacters.BeginsExpression((char)tokens[at].Value) => ChineseTimeGrammar.Parse(tokens, at),
        _ => null,
    };
}
