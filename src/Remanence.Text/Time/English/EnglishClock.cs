using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Clock times and parts of the day, alone or beside a day.</summary>
internal static class EnglishClock
{
    /// <summary>Adds the time of day that follows a day: "yesterday morning", "May 7 at 3 pm", "2023-05-07T13:56Z".</summary>
    public static Parsed? Attach(TokenStream tokens, Parsed? day)
    {
        if (day is not { } parsed)
        {
            return day;
        }

        // "tonight at 8": a part of the day that a clock time still narrows.
        if (parsed.Pattern.Time is { Precision: Memories.TimePrecision.Hour } part && part.End - part.Start > TimeSpan.TicksPerHour)
        {
            return Inside(tokens, parsed.Next, part, out var afterHour) is { } hour ? new Parsed(afterHour, parsed.Pattern.At(hour)) : day;
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
            return Inside(tokens, at + 1, DayTime.OfPart(named.Value), out var afterExact) is { } clock ? new Parsed(afterExact, inPart.At(clock)) : new Parsed(at + 1, inPart);
        }

        if (Range(tokens, at, out var afterRange) is { } range)
        {
            return new Parsed(afterRange, parsed.Pattern.At(range));
        }

        if (EnglishHours.Behind(tokens, at, parsed) is { } hours)
        {
            return hours;
        }

        if ((Parse(tokens, at, out var next) ?? HourOfPart(tokens, at, out next)) is { } time)
        {
            // "at 6 in the morning"
            var inside = InDayPart(tokens, ref next);
            return new Parsed(next, parsed.Pattern.At(inside is { } narrower ? Adjust(time, narrower) : time));
        }

        return at > parsed.Next && tokens.Is(parsed.Next, TermKind.At) && BareHour(tokens, at) is { } hourOf ? new Parsed(at + 1, parsed.Pattern.At(hourOf).AsFuzzy()) : day;
    }

    // "at 8", "around half past nine", ", 7:30" behind a part of the day.
    private static DayTime? Inside(TokenStream tokens, int at, DayTime part, out int next)
    {
        at += tokens.IsSymbol(at, ',') ? 1 : 0;
        var from = at;
        at += tokens.Kind(at) is TermKind.At or TermKind.By ? 1 : 0;
        at += tokens.Is(at, TermKind.Around) ? 1 : 0;
        return at > from ? ParseHour(tokens, at, part, out next) : Parse(tokens, at, out next) is { } clock ? Adjust(clock, part) : null;
    }

    // "tomorrow at 9", "on Friday at three": of the two hours the one by day, from seven in the morning on.
    private static DayTime? BareHour(TokenStream tokens, int at)
    {
        var hour = HourAt(tokens, at);
        var after = tokens[at + 1];
        var closes = after.Kind is TokenKind.Edge or TokenKind.Symbol || after.Term.Kind is TermKind.And or TermKind.Or or TermKind.Clause or TermKind.For
            or TermKind.In or TermKind.On or TermKind.At or TermKind.To or TermKind.From or TermKind.By or TermKind.Auxiliary or TermKind.When
            || EnglishTense.KindOf(tokens, at + 1) == VerbKind.Scheduled;
        return hour is >= 1 and <= 12 && closes && EnglishGuards.EndsCleanly(tokens, at + 1) && !EnglishGuards.IsGlued(tokens, at)
            ? DayTime.OfHour(hour < 7 ? hour + 12 : hour)
            : null;
    }

    /// <summary>The number that stands there, if it may be an hour; 0 for none.</summary>
    public static int HourAt(TokenStream tokens, int at)
    {
        var token = tokens[at];
        return token.Kind == TokenKind.Number && token.Length <= 2 ? token.Value : token.Term.Kind == TermKind.Ones ? token.Term.Value : 0;
    }

    // "from 3 pm to 5 pm" after a day.
    private static DayTime? Range(TokenStream tokens, int at, out int next)
    {
        next = at;
        var between = tokens.Is(at, TermKind.Between);
        if ((!between && !tokens.Is(at, TermKind.From)) || Parse(tokens, at + 1, out var joint) is not { } first
            || !(between ? tokens.Is(joint, TermKind.And) : tokens.Is(joint, TermKind.To) || tokens.Is(joint, TermKind.Until))
            || Parse(tokens, joint + 1, out next) is not { } second || second.Start <= first.Start)
        {
            return null;
        }

        return first with { End = second.Start };
    }

    /// <summary>"3 pm", "3:15", "15:30:20", "noon", "5 o'clock", "half past three".</summary>
    public static DayTime? Parse(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        switch (tokens.Kind(at))
        {
            case TermKind.Noon:
                return DayTime.OfHour(12);
            case TermKind.Midnight:
                return DayTime.OfHour(0);
            case TermKind.Half when tokens.Is(next, TermKind.Past):
                return Spoken(tokens, at + 2, 30, out next);
            case TermKind.Unit when tokens.IsWord(at, "quarter") && tokens.Kind(next) is TermKind.Past or TermKind.To:
                return Spoken(tokens, at + 2, tokens.Is(next, TermKind.To) ? -15 : 15, out next);
            case TermKind.Half when HourAt(tokens, next) is >= 1 and <= 12 and var half && IsHalf(tokens, at):
                next = at + 2;
                return DayTime.OfMinute(half, 30);
            case TermKind.Ones or TermKind.Tens when SpokenMinutes(tokens, at, out var minutesEnd) is { } spoken:
                return Spoken(tokens, minutesEnd, spoken, out next);
            case TermKind.Ones when tokens.Is(next, TermKind.OClock) || Meridiem(tokens, next, out _) >= 0:
                return OnTheHour(tokens, tokens[at].Term.Value, next, out next);
        }

        var token = tokens[at];
        if (token.Kind != TokenKind.Number || token.Length > 2 || token.Value is < 0 or > 23 || EnglishGuards.IsGlued(tokens, at) && !tokens.IsWord(at - 1, "t"))
        {
            return null;
        }

        if (tokens.IsTightSymbol(next, ':') && tokens.IsTight(next + 1) && tokens[next + 1] is { Kind: TokenKind.Number, Length: 2, Value: >= 0 and < 60 } minute)
        {
            return WithMinutes(tokens, token.Value, minute.Value, next + 2, out next);
        }

        if (Dotted(tokens, at, token.Value, ref next) is { } dotted)
        {
            return dotted;
        }

        if (tokens.Is(next, TermKind.Past) && token.Value is 5 or 10 or 20 or 25 && HourAt(tokens, next + 1) is >= 1 and <= 12)
        {
            return Spoken(tokens, next + 1, token.Value, out next);
        }

        return tokens.Is(next, TermKind.OClock) || Meridiem(tokens, next, out _) >= 0 ? OnTheHour(tokens, token.Value, next, out next) : null;
    }

    // "8.15 tomorrow evening", "at 19h30 on Friday": such a number is a price or a length as well, so a time has to stand beside it.
    private static DayTime? Dotted(TokenStream tokens, int at, int hour, ref int next)
    {
        var letter = tokens.IsTight(next) && tokens.IsWord(next, "h");
        if (!(letter || tokens.IsTightSymbol(next, '.')) || !tokens.IsTight(next + 1)
            || tokens[next + 1] is not { Kind: TokenKind.Number, Length: 2, Value: >= 0 and < 60 } minute || !EnglishGuards.EndsCleanly(tokens, next + 2)
            || EnglishTense.KindOf(tokens, at - 1) is VerbKind.Past or VerbKind.PastOrParticiple or VerbKind.BaseOrPast || tokens.Kind(at - 1) is TermKind.For or TermKind.Of)
        {
            return null;
        }

        var behind = next + 2;
        var named = tokens.Kind(at - 1) is TermKind.At or TermKind.By or TermKind.Around or TermKind.Until or TermKind.Before or TermKind.After;
        var timed = tokens.Kind(behind) is TermKind.RelativeDay or TermKind.Tonight or TermKind.This or TermKind.Meridiem
            || (tokens.Is(behind, TermKind.On) && tokens.Kind(behind + 1) is TermKind.Weekday or TermKind.The)
            || (tokens.Is(behind, TermKind.In) && tokens.Is(behind + 2, TermKind.DayPart)) || (named && tokens.Is(behind, TermKind.Weekday));
        var followsDay = named && tokens.Kind(at - 2) is TermKind.RelativeDay or TermKind.Tonight or TermKind.Weekday or TermKind.DayPart;
        return timed || (followsDay && tokens.Kind(behind) is not (TermKind.NotAYear or TermKind.Unit)) ? WithMinutes(tokens, hour, minute.Value, behind, out next) : null;
    }

    /// <summary>A clock time that begins an expression: with its day, "3 pm on May 7", or alone on the day of speaking.</summary>
    public static Parsed? First(TokenStream tokens, int at, bool guarded)
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

        if ((Parse(tokens, at, out var next) ?? HourOfPart(tokens, at, out next)) is not { } time)
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
        var sure = guarded || inPart is not null || token.Kind == TokenKind.Word || time.Precision == Memories.TimePrecision.Hour || Meridiem(tokens, next - 1, out _) >= 0 || tokens[next - 1].Kind == TokenKind.Symbol
            || tokens.Kind(at - 1) is TermKind.At or TermKind.By or TermKind.Around or TermKind.Until or TermKind.Since or TermKind.Before or TermKind.After;
        return sure ? new Parsed(next, TimePattern.Daily(time)) : null;
    }

    // The day that follows a clock time, or its part, which says which of the two hours is meant: "7:30 tonight", "9:50 on Sunday evening".
    private static Parsed? OnDay(Parsed? day, DayTime time) => day switch
    {
        { Pattern.IsSingleDay: true } whole => new Parsed(whole.Next, whole.Pattern.At(time)),
        { Pattern.Time: { Precision: Memories.TimePrecision.Hour } part } inPart when part.End - part.Start > TimeSpan.TicksPerHour => new Parsed(inPart.Next, inPart.Pattern.At(Adjust(time, part))),
        _ => null,
    };

    // "at 9 tomorrow", "at four this afternoon", "around 8 tonight".
    private static Parsed? BareBefore(TokenStream tokens, int at)
    {
        var named = tokens.Kind(at - 1) is TermKind.At or TermKind.Around or TermKind.By or TermKind.Until or TermKind.From or TermKind.Before or TermKind.After or TermKind.Since;
        if (!named || HourAt(tokens, at) is not (>= 1 and <= 12 and var hour) || EnglishGuards.IsGlued(tokens, at) || !EnglishGuards.EndsCleanly(tokens, at + 1))
        {
            return null;
        }

        var dayAt = tokens.Is(at + 1, TermKind.On) ? at + 2 : at + 1;
        dayAt += tokens.Is(dayAt, TermKind.The) ? 1 : 0;
        return EnglishPoints.Day(tokens, dayAt) switch
        {
            { Pattern.IsSingleDay: true } whole when tokens.Kind(dayAt) is TermKind.RelativeDay or TermKind.Weekday or TermKind.Next or TermKind.This or TermKind.Last =>
                new Parsed(whole.Next, whole.Pattern.At(DayTime.OfHour(hour < 7 ? hour + 12 : hour)).AsFuzzy()),
            { Pattern.Time: not null } inPart => OnDay(inPart, DayTime.OfHour(hour)),
            _ => null,
        };
    }

    /// <summary>0 for am, 1 for pm, -1 for neither.</summary>
    public static int Meridiem(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        if (tokens.Is(at, TermKind.Meridiem))
        {
            return tokens[at].Term.Value;
        }

        var letter = tokens.IsWord(at, "a") ? 0 : tokens.IsWord(at, "p") ? 1 : -1;
        if (letter < 0 || !tokens.IsTightSymbol(at + 1, '.') || !tokens.IsWord(at + 2, "m") || !tokens.IsTight(at + 2))
        {
            return -1;
        }

        next = tokens.IsTightSymbol(at + 3, '.') ? at + 4 : at + 3;
        return letter;
    }

    private static DayTime? OnTheHour(TokenStream tokens, int hour, int at, out int next)
    {
        next = at;
        if (tokens.Is(next, TermKind.OClock))
        {
            next++;
        }

        var half = Meridiem(tokens, next, out var afterHalf);
        if (half < 0)
        {
            return hour <= 23 ? DayTime.OfHour(hour) : null;
        }

        next = afterHalf;
        return hour is >= 1 and <= 12 ? DayTime.OfHour((hour % 12) + (12 * half)) : null;
    }

    // "half seven tonight"
    private static bool IsHalf(TokenStream tokens, int at) =>
        tokens[at + 1].Kind == TokenKind.Word && (tokens.Kind(at + 2) is TermKind.Tonight or TermKind.This || tokens.Is(at - 1, TermKind.At));

    // "ten past", "twenty-five to"
    private static int? SpokenMinutes(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (EnglishNumbers.Count(tokens, at, out var sideAt) is not { Fuzzy: false } count || count.Least / 2 is not (5 or 10 or 20 or 25))
        {
            return null;
        }

        var minutes = count.Least / 2;
        sideAt += tokens.IsWord(sideAt, "minutes") ? 1 : 0;
        next = sideAt + 1;
        return HourAt(tokens, next) is >= 1 and <= 12 ? tokens.Kind(sideAt) switch { TermKind.Past => minutes, TermKind.To => -minutes, _ => null } : null;
    }

    private static DayTime? Spoken(TokenStream tokens, int at, int minutes, out int next)
    {
        next = at + 1;
        var token = tokens[at];
        var hour = token.Kind == TokenKind.Number ? token.Value : token.Term.Kind == TermKind.Ones ? token.Term.Value : 0;
        if (hour is < 1 or > 12)
        {
            return null;
        }

        if (Meridiem(tokens, next, out var afterHalf) is var half and >= 0)
        {
            next = afterHalf;
            hour = (hour % 12) + (12 * half);
        }

        var total = (hour * 60) + minutes;
        return total < 0 ? null : DayTime.OfMinute(total / 60, total % 60);
    }

    private static DayTime? WithMinutes(TokenStream tokens, int hour, int minute, int at, out int next)
    {
        next = at;
        DayTime time = DayTime.OfMinute(hour, minute);
        var exact = tokens.IsTightSymbol(next, ':') && tokens.IsTight(next + 1);
        if (exact)
        {
            if (tokens[next + 1] is not { Kind: TokenKind.Number, Length: 2, Value: >= 0 and < 60 } second)
            {
                return null;
            }

            next += 2;
            time = DayTime.OfSecond(hour, minute, second.Value, Fraction(tokens, ref next));
        }

        if (Meridiem(tokens, next, out var afterHalf) is var half and >= 0)
        {
            next = afterHalf;
            return hour is >= 1 and <= 12 ? Move(time, ((hour % 12) + (12 * half) - hour) * TimeSpan.TicksPerHour) : null;
        }

        var zone = EnglishZones.Parse(tokens, ref next, exact);
        return tokens.IsTight(next) && tokens[next].Kind is TokenKind.Number ? null : time with { ZoneMinutes = zone };
    }

    private static long Fraction(TokenStream tokens, ref int next)
    {
        if (!(tokens.IsTightSymbol(next, '.') || tokens.IsTightSymbol(next, ',')) || !tokens.IsNumber(next + 1) || !tokens.IsTight(next + 1))
        {
            return 0;
        }

        var digits = tokens[next + 1];
        next += 2;
        var ticks = 0L;
        for (var i = 0; i < 7; i++)
        {
            var c = i < digits.Length ? tokens.Text[digits.Start + i] : '0';
            ticks = (ticks * 10) + (char.IsAsciiDigit(c) ? c - '0' : 0);
        }

        return ticks;
    }

    // "at 8" after a part of the day, which says which eight.
    private static DayTime? ParseHour(TokenStream tokens, int at, DayTime part, out int next)
    {
        if (Parse(tokens, at, out next) is { } clock)
        {
            return Adjust(clock, part);
        }

        next = at + 1;
        var hour = HourAt(tokens, at);
        return hour is >= 1 and <= 12 && EnglishGuards.EndsCleanly(tokens, next) ? Adjust(DayTime.OfHour(hour), part) : null;
    }

    // "6 in the morning"
    private static DayTime? HourOfPart(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        var partAt = next;
        return tokens.Is(next, TermKind.In) && InDayPart(tokens, ref partAt) is { } part && !EnglishGuards.IsGlued(tokens, at) && ParseHour(tokens, at, part, out _) is not null
            ? DayTime.OfHour(HourAt(tokens, at))
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
            return clock.Start >= noon && clock.Start < noon + TimeSpan.TicksPerHour ? Move(clock, -noon) : clock;
        }

        var earlyNight = part == DayTime.Night && clock.Start < 5 * TimeSpan.TicksPerHour;
        if (clock.Start >= noon)
        {
            var midnight = part == DayTime.Night && clock.Start < noon + TimeSpan.TicksPerHour;
            return midnight ? Move(clock, noon) : clock;
        }

        var lateMorning = part == DayTime.Midday && clock.Start >= 10 * TimeSpan.TicksPerHour;
        return lateMorning ? clock : Move(clock, earlyNight ? 2 * noon : noon);
    }

    private static DayTime Move(DayTime time, long ticks) => time with { Start = time.Start + ticks, End = time.End + ticks };
}
