using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Reading;
using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.English;

/// <summary>Clock times: "3 pm", "15:30:20", "half past three".</summary>
internal static class EnglishClock
{
    /// <summary>The number that stands there, if it may be an hour; 0 for none.</summary>
    public static int HourAt(TokenStream tokens, int at)
    {
        var token = tokens[at];
        return token.Kind == TokenKind.Number && token.Length <= 2 ? token.Value : token.Term.Kind == TermKind.Ones ? token.Term.Value : 0;
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
        if (
            token.Kind != TokenKind.Number
            || token.Length > 2
            || token.Value is < 0 or > 23
            || EnglishGuards.IsGlued(tokens, at) && !tokens.IsWord(at - 1, "t"))
        {
            return null;
        }

        if (
            tokens.IsTightSymbol(next, ':')
            && tokens.IsTight(next + 1)
            && tokens[next + 1] is { Kind: TokenKind.Number, Length: 2, Value: >= 0 and < 60 } minute)
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
        if (
            !(letter || tokens.IsTightSymbol(next, '.'))
            || !tokens.IsTight(next + 1)
            || tokens[next + 1] is not { Kind: TokenKind.Number, Length: 2, Value: >= 0 and < 60 } minute
            || !EnglishGuards.EndsCleanly(tokens, next + 2)
            || EnglishTenseReader.KindOf(tokens, at - 1) is VerbKind.Past or VerbKind.PastOrParticiple or VerbKind.BaseOrPast
            || tokens.Kind(at - 1) is TermKind.For or TermKind.Of)
        {
            return null;
        }

        var behind = next + 2;
        var named = tokens.Kind(at - 1) is TermKind.At or TermKind.By or TermKind.Around or TermKind.Until or TermKind.Before or TermKind.After;
        var timed = tokens.Kind(behind) is TermKind.RelativeDay or TermKind.Tonight or TermKind.This or TermKind.Meridiem
            || (tokens.Is(behind, TermKind.On) && tokens.Kind(behind + 1) is TermKind.Weekday or TermKind.The)
            || (tokens.Is(behind, TermKind.In) && tokens.Is(behind + 2, TermKind.DayPart)) || (named && tokens.Is(behind, TermKind.Weekday));
        var followsDay = named && tokens.Kind(at - 2) is TermKind.RelativeDay or TermKind.Tonight or TermKind.Weekday or TermKind.DayPart;
        return timed || (followsDay && tokens.Kind(behind) is not (TermKind.NotAYear or TermKind.Unit))
            ? WithMinutes(tokens, hour, minute.Value, behind, out next)
            : null;
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

    /// <summary>The time so many ticks later.</summary>
    public static DayTime Move(DayTime time, long ticks) => time with { Start = time.Start + ticks, End = time.End + ticks };
}
