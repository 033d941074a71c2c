using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;
using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.English;

/// <summary>Times of day beside their day: "yesterday morning", "May 7 at 3 pm", "3 pm on May 7".</summary>
internal static class EnglishDayTimes
{
    /// <summary>Adds the time of day that follows a day: "yesterday morning", "May 7 at 3 pm", "2023-05-07T13:56Z".</summary>
    public static ParsedPattern? Attach(TokenStream tokens, ParsedPattern? day)
    {
        if (day is not { } parsed)
        {
            return day;
        }

        // "tonight at 8": a part of the day that a clock time still narrows.
        if (parsed.Pattern.Time is { Precision: Memories.TimePrecision.Hour } part && part.End - part.Start > TimeSpan.TicksPerHour)
        {
            return Inside(tokens, parsed.Next, part, out var afterHour) is { } hour ? new ParsedPattern(afterHour, parsed.Pattern.At(hour)) : day;
        }

        if (!parsed.Pattern.IsSingleDay)
        {
            return day;
        }

        var at = parsed.Next;
        if (tokens.IsSymbol(at, '(') && tokens.Is(at + 1, TermKind.Weekday) && tokens.IsSymbol(at + 2, ')'))
        {
            at += 3;
        }
        else if (tokens.IsSymbol(at, ',') || (tokens.IsTight(at) && tokens.IsWord(at, "t")))
        {
            at++;
        }

        if (tokens.Kind(at) is TermKind.At or TermKind.Around or TermKind.In or TermKind.By)
        {
            at += tokens.Is(at + 1, TermKind.The) || tokens.Is(at + 1, TermKind.Around) ? 2 : 1;
        }

        if (tokens[at].Term is { Kind: TermKind.DayPart } named && !named.Has(TermMarks.Plural))
        {
            var inPart = parsed.Pattern.At(DayTime.OfPart(named.Value));
            return Inside(tokens, at + 1, DayTime.OfPart(named.Value), out var afterExact) is { } clock
                ? new ParsedPattern(afterExact, inPart.At(clock))
                : new ParsedPattern(at + 1, inPart);
        }

        if (Range(tokens, at, out var afterRange) is { } range)
        {
            return new ParsedPattern(afterRange, parsed.Pattern.At(range));
        }

        if (EnglishHours.Behind(tokens, at, parsed) is { } hours)
        {
            return hours;
        }

        if ((EnglishClock.Parse(tokens, at, out var next) ?? HourOfPart(tokens, at, out next)) is { } time)
        {
            // "at 6 in the morning"
            var inside = InDayPart(tokens, ref next);
            return new ParsedPattern(next, parsed.Pattern.At(inside is { } narrower ? Adjust(time, narrower) : time));
        }

        return at > parsed.Next && tokens.Is(parsed.Next, TermKind.At) && BareHour(tokens, at) is { } hourOf
            ? new ParsedPattern(at + 1, parsed.Pattern.At(hourOf).AsFuzzy())
            : day;
    }

    // "at 8", "around half past nine", ", 7:30" behind a part of the day.
    private static DayTime? Inside(TokenStream tokens, int at, DayTime part, out int next)
    {
        at += tokens.IsSymbol(at, ',') ? 1 : 0;
        var from = at;
        at += tokens.Kind(at) is TermKind.At or TermKind.By ? 1 : 0;
        at += tokens.Is(at, TermKind.Around) ? 1 : 0;
        return at > from ? ParseHour(tokens, at, part, out next) : EnglishClock.Parse(tokens, at, out next) is { } clock ? Adjust(clock, part) : null;
    }

    // "tomorrow at 9", "on Friday at three": of the two hours the one by day, from seven in the morning on.
    private static DayTime? BareHour(TokenStream tokens, int at)
    {
        var hour = EnglishClock.HourAt(tokens, at);
        var after = tokens[at + 1];
        var closes = after.Kind is TokenKind.Edge or TokenKind.Symbol || after.Term.Kind is TermKind.And or TermKind.Or or TermKind.Clause or TermKind.For
            or TermKind.In or TermKind.On or TermKind.At or TermKind.To or TermKind.From or TermKind.By or TermKind.Auxiliary or TermKind.When
            || EnglishTenseReader.KindOf(tokens, at + 1) == VerbKind.Scheduled;
        return hour is >= 1 and <= 12 && closes && EnglishGuards.EndsCleanly(tokens, at + 1) && !EnglishGuards.IsGlued(tokens, at)
            ? DayTime.OfHour(hour < 7 ? hour + 12 : hour)
            : null;
    }

    // "from 3 pm to 5 pm" after a day.
    private static DayTime? Range(TokenStream tokens, int at, out int next)
    {
        next = at;
        var between = tokens.Is(at, TermKind.Between);
        if ((!between && !tokens.Is(at, TermKind.From)) || EnglishClock.Parse(tokens, at + 1, out var joint) is not { } first
            || !(between ? tokens.Is(joint, TermKind.And) : tokens.Is(joint, TermKind.To) || tokens.Is(joint, TermKind.Until))
            || EnglishClock.Parse(tokens, joint + 1, out next) is not { } second || second.Start <= first.Start)
        {
            return null;
        }

        return first with { End = second.Start };
    }

    /// <summary>A clock time that begins an expression: with its day, "3 pm on May 7", or alone on the day of speaking.</summary>
    public static ParsedPattern? First(TokenStream tokens, int at, bool guarded)
    {
        if (EnglishHours.Before(tokens, at) is { } hours)
        {
            return hours;
        }

        var token = tokens[at];
        var begins = token.Kind == TokenKind.Number || token.Term.Kind is TermKind.Noon or TermKind.Midnight or TermKind.Ones or TermKind.Tens or TermKind.Half
            || (token.Term.Kind == TermKind.Unit && tokens.IsWord(at, "quarter"));
        if (!begins)
        {
            return null;
        }

        if ((EnglishClock.Parse(tokens, at, out var next) ?? HourOfPart(tokens, at, out next)) is not { } time)
        {
            return BareBefore(tokens, at);
        }

        var inPart = InDayPart(tokens, ref next);
        if (inPart is { } part)
        {
            time = Adjust(time, part);
        }

        var dayAt = tokens.IsSymbol(next, ',') ? next + 1 : next;
        dayAt = tokens.Is(dayAt, TermKind.On) || tokens.Is(dayAt, TermKind.Of) ? dayAt + 1 : dayAt;
        dayAt = tokens.Is(dayAt, TermKind.The) ? dayAt + 1 : dayAt;
        if (OnDay(EnglishPoints.Day(tokens, dayAt), time) is { } day)
        {
            return day;
        }

        // "16:9", "John 3:16": minutes without am or pm need a word that speaks of time.
        var sure =
            guarded
            || inPart is not null
            || token.Kind == TokenKind.Word
            || time.Precision == Memories.TimePrecision.Hour
            || EnglishClock.Meridiem(tokens, next - 1, out _) >= 0
            || tokens[next - 1].Kind == TokenKind.Symbol
            || tokens.Kind(at - 1) is TermKind.At or TermKind.By or TermKind.Around or TermKind.Until or TermKind.Since or TermKind.Before or TermKind.After;
        return sure ? new ParsedPattern(next, TimePattern.Daily(time)) : null;
    }

    // The day that follows a clock time, or its part, which says which of the two hours is meant: "7:30 tonight", "9:50 on Sunday evening".
    private static ParsedPattern? OnDay(ParsedPattern? day, DayTime time) =>
        day switch
        {
            { Pattern.IsSingleDay: true } whole => new ParsedPattern(whole.Next, whole.Pattern.At(time)),
            { Pattern.Time: { Precision: Memories.TimePrecision.Hour } part } inPart when part.End - part.Start > TimeSpan.TicksPerHour => new ParsedPattern(
                inPart.Next,
                inPart.Pattern.At(Adjust(time, part))),
            _ => null,
        };

    // "at 9 tomorrow", "at four this afternoon", "around 8 tonight".
    private static ParsedPattern? BareBefore(TokenStream tokens, int at)
    {
        var named =
            tokens.Kind(at - 1)
            is TermKind.At
                or TermKind.Around
                or TermKind.By
                or TermKind.Until
                or TermKind.From
                or TermKind.Before
                or TermKind.After
                or TermKind.Since;
        if (
            !named
            || EnglishClock.HourAt(tokens, at) is not (>= 1 and <= 12 and var hour)
            || EnglishGuards.IsGlued(tokens, at)
            || !EnglishGuards.EndsCleanly(tokens, at + 1))
        {
            return null;
        }

        var dayAt = tokens.Is(at + 1, TermKind.On) ? at + 2 : at + 1;
        dayAt += tokens.Is(dayAt, TermKind.The) ? 1 : 0;
        return EnglishPoints.Day(tokens, dayAt) switch
        {
            { Pattern.IsSingleDay: true } whole
                when tokens.Kind(dayAt) is TermKind.RelativeDay or TermKind.Weekday or TermKind.Next or TermKind.This or TermKind.Last => new ParsedPattern(
                whole.Next,
                whole.Pattern.At(DayTime.OfHour(hour < 7 ? hour + 12 : hour)).AsFuzzy()),
            { Pattern.Time: not null } inPart => OnDay(inPart, DayTime.OfHour(hour)),
            _ => null,
        };
    }

    // "at 8" after a part of the day, which says which eight.
    private static DayTime? ParseHour(TokenStream tokens, int at, DayTime part, out int next)
    {
        if (EnglishClock.Parse(tokens, at, out next) is { } clock)
        {
            return Adjust(clock, part);
        }

        next = at + 1;
        var hour = EnglishClock.HourAt(tokens, at);
        return hour is >= 1 and <= 12 && EnglishGuards.EndsCleanly(tokens, next) ? Adjust(DayTime.OfHour(hour), part) : null;
    }

    // "6 in the morning"
    private static DayTime? HourOfPart(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        var partAt = next;
        return
            tokens.Is(next, TermKind.In)
            && InDayPart(tokens, ref partAt) is { } part
            && !EnglishGuards.IsGlued(tokens, at)
            && ParseHour(tokens, at, part, out _) is not null
            ? DayTime.OfHour(EnglishClock.HourAt(tokens, at))
            : null;
    }

    /// <summary>"in the morning", "at night"</summary>
    public static DayTime? InDayPart(TokenStream tokens, ref int next)
    {
        var at = tokens.Is(next, TermKind.In) && tokens.Is(next + 1, TermKind.The) ? next + 2 : tokens.Is(next, TermKind.At) ? next + 1 : -1;
        if (at < 0 || tokens[at].Term is not { Kind: TermKind.DayPart } part || part.Has(TermMarks.Plural))
        {
            return null;
        }

        next = at + 1;
        return DayTime.OfPart(part.Value);
    }

    /// <summary>Moves a morning hour into the afternoon or evening that was named with it.</summary>
    public static DayTime Adjust(DayTime clock, DayTime part)
    {
        var noon = 12 * TimeSpan.TicksPerHour;
        if (part.Start < 11 * TimeSpan.TicksPerHour)
        {
            // "12:30 in the morning"
            return clock.Start >= noon && clock.Start < noon + TimeSpan.TicksPerHour ? EnglishClock.Move(clock, -noon) : clock;
        }

        var earlyNight = part == DayTime.Night && clock.Start < 5 * TimeSpan.TicksPerHour;
        if (clock.Start >= noon)
        {
            var midnight = part == DayTime.Night && clock.Start < noon + TimeSpan.TicksPerHour;
            return midnight ? EnglishClock.Move(clock, noon) : clock;
        }

        var lateMorning = part == DayTime.Midday && clock.Start >= 10 * TimeSpan.TicksPerHour;
        return lateMorning ? clock : EnglishClock.Move(clock, earlyNight ? 2 * noon : noon);
    }
}
