using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Reading;
using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.English;

/// <summary>Two hours of one day: "from 7 to 9 this evening", "10-11:30 tomorrow morning", "tomorrow, 3-4pm".</summary>
internal static class EnglishHours
{
    private const int Noon = 12 * 60;

    /// <summary>Two hours whose day stands behind them: without one they may be any two numbers.</summary>
    public static ParsedPattern? Before(TokenStream tokens, int at)
    {
        // "won 1-3 today", "on a scale of 1 to 10 today"
        var counts =
            tokens.Is(at - 1, TermKind.Of)
            || tokens.IsWord(at - 1, "scale")
            || EnglishTenseReader.KindOf(tokens, at - 1) is VerbKind.PastOrParticiple or VerbKind.BaseOrPast;
        if (counts || Read(tokens, at) is not { } hours)
        {
            return null;
        }

        var dayAt = tokens.IsSymbol(hours.Next, ',') ? hours.Next + 1 : hours.Next;
        dayAt += tokens.Is(dayAt, TermKind.On) ? 1 : 0;
        dayAt += tokens.Is(dayAt, TermKind.The) ? 1 : 0;
        if (EnglishPoints.Day(tokens, dayAt) is not { } day)
        {
            return null;
        }

        if (day.Pattern.Time is { Precision: Memories.TimePrecision.Hour } part && part.End - part.Start > TimeSpan.TicksPerHour)
        {
            return hours.Within(part) is { } narrowed ? new ParsedPattern(day.Next, day.Pattern.At(narrowed)) : null;
        }

        var sure = hours.IsSure || tokens.Kind(dayAt) is TermKind.RelativeDay or TermKind.Weekday or TermKind.Next or TermKind.This or TermKind.Last;
        return day.Pattern.IsSingleDay && sure && hours.ByDay() is { } whole ? new ParsedPattern(day.Next, day.Pattern.At(whole)) : null;
    }

    /// <summary>Two hours behind their day.</summary>
    public static ParsedPattern? Behind(TokenStream tokens, int at, ParsedPattern day)
    {
        if (Read(tokens, at) is not { } hours || !(hours.IsSure || Closes(tokens, hours.Next)))
        {
            return null;
        }

        var next = hours.Next;
        var time = EnglishDayTimes.InDayPart(tokens, ref next) is { } part ? hours.Within(part) : hours.ByDay();
        return time is { } range ? new ParsedPattern(next, day.Pattern.At(range)) : null;
    }

    private static bool Closes(TokenStream tokens, int at) => tokens[at].Kind is TokenKind.Edge or TokenKind.Symbol
        || tokens.Kind(at) is TermKind.And or TermKind.Or or TermKind.Clause or TermKind.For or TermKind.In or TermKind.At;

    private static Range? Read(TokenStream tokens, int at)
    {
        var between = tokens.Is(at, TermKind.Between);
        var framed = between || tokens.Is(at, TermKind.From);
        if (Clock(tokens, framed ? at + 1 : at) is not { } first)
        {
            return null;
        }

        var joined = between
            ? tokens.Is(first.Next, TermKind.And)
            : tokens.Kind(first.Next) is TermKind.To or TermKind.Until || tokens.IsSymbol(first.Next, '-');
        return
            joined
            && Clock(tokens, first.Next + 1) is { } last
            && EnglishGuards.EndsCleanly(tokens, last.Next)
            && !(tokens.IsSymbol(last.Next, '-') && tokens.IsTight(last.Next))
            ? new Range(last.Next, first, last, framed)
            : null;
    }

    // "7", "7:30", "7.30", "7pm", "seven"
    private static Hour? Clock(TokenStream tokens, int at)
    {
        var glued = EnglishGuards.IsGlued(tokens, at) && !(tokens.IsTightSymbol(at - 1, '-') && tokens[at - 2].Kind is TokenKind.Number or TokenKind.Word);
        if (
            glued
            || tokens[at].Has(TokenMarks.Ordinal)
            || tokens[at].Has(TokenMarks.Plural)
            || EnglishClock.HourAt(tokens, at) is not (>= 1 and <= 23 and var hour))
        {
            return null;
        }

        var next = at + 1;
        var minute = 0;
        if (
            (tokens.IsTightSymbol(next, ':') || tokens.IsTightSymbol(next, '.'))
            && tokens.IsTight(next + 1)
            && tokens[next + 1] is { Kind: TokenKind.Number, Length: 2, Value: >= 0 and < 60 } written)
        {
            (minute, next) = (written.Value, next + 2);
        }

        var half = EnglishClock.Meridiem(tokens, next, out var behind);
        return half < 0 ? new Hour(next, hour, minute, half) : hour > 12 ? null : new Hour(behind, hour, minute, half);
    }

    private readonly record struct Hour(int Next, int Value, int Minute, int Half)
    {
        public int At(int half) => (((half < 0 ? Value : (Value % 12) + (12 * half))) * 60) + Minute;
    }

    private readonly record struct Range(int Next, Hour First, Hour Last, bool Framed)
    {
        /// <summary>Their own words say that they are hours.</summary>
        public bool IsSure => Framed || First.Half >= 0 || Last.Half >= 0;

        /// <summary>Of the two hours that each may be, the ones in a part of the day.</summary>
        public DayTime? Within(DayTime part)
        {
            if (First.Half >= 0 || Last.Half >= 0)
            {
                return ByDay();
            }

            var start = EnglishDayTimes.Adjust(DayTime.OfMinute(First.Value, First.Minute), part).Start / TimeSpan.TicksPerMinute;
            var end = EnglishDayTimes.Adjust(DayTime.OfMinute(Last.Value, Last.Minute), part).Start / TimeSpan.TicksPerMinute;
            return Of(start, end <= start && end + Noon - start < Noon ? end + Noon : end);
        }

        /// <summary>Of the two hours that each may be, the ones by day, from seven in the morning on.</summary>
        public DayTime? ByDay()
        {
            if (Last.Half >= 0)
            {
                var closing = Last.At(Last.Half);
                var same = First.At(First.Half >= 0 ? First.Half : First.Value > 12 ? -1 : Last.Half);
                return Of(First.Half < 0 && same >= closing ? First.At(First.Value > 12 ? -1 : 0) : same, closing);
            }

            var start = First.Half >= 0 ? First.At(First.Half) : First.Value < 7 && First.Minute is 0 or 15 or 30 or 45 ? First.At(1) : First.At(-1);
            var end = Last.At(-1);
            return Of(start, end <= start && Last.Value <= 12 ? end + Noon : end);
        }

        private static DayTime? Of(long start, long end) => end > start
            ? new DayTime(start * TimeSpan.TicksPerMinute, end * TimeSpan.TicksPerMinute, Memories.TimePrecision.Hour)
            : null;
    }
}
