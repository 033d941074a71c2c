using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Dates that begin with digits: "2023-05-07", "5/7/2023", "7 May 2023", "2022", "1990s".</summary>
internal static class EnglishNumericDates
{
    public static ParsedPattern? Parse(TokenStream tokens, int at, bool guarded)
    {
        var token = tokens[at];
        if (token.Value < 0 || EnglishGuards.IsGlued(tokens, at))
        {
            return null;
        }

        if (token.Has(TokenMarks.Plural))
        {
            return Decade(tokens, at);
        }

        return token.Length switch
        {
            4 when token.Value is >= 1000 and <= 2999 => YearFirst(tokens, at, guarded),
            <= 2 when token.Value is >= 1 and <= 31 => DayOrMonthFirst(tokens, at, guarded),
            _ => null,
        };
    }

    /// <summary>The month and perhaps the year after days: "… May", "… May, 2023".</summary>
    public static ParsedPattern? InMonth(TokenStream tokens, int monthAt, int from, int to)
    {
        var next = monthAt + 1;
        if (tokens[monthAt].Term.Has(TermMarks.Short) && tokens.IsTightSymbol(next, '.') && !tokens.IsTight(next + 1))
        {
            next++;
        }

        var year = EnglishYears.After(tokens, next, out next);
        var everydayWord = tokens[monthAt].Term.Has(TermMarks.Ambiguous) && !tokens[monthAt].Has(TokenMarks.Capital);
        if (year is null && everydayWord && tokens.Is(next, TermKind.Verb))
        {
            return null;
        }

        return EnglishDates.Days(next, year, tokens[monthAt].Term.Value, from, to);
    }

    // A number of so many digits with the separator, and no blank, before it.
    private static bool Follows(TokenStream tokens, int at, char separator, int leastLength, int mostLength) =>
        tokens.IsTightSymbol(at, separator) && tokens.IsTight(at + 1)
        && tokens[at + 1] is { Kind: TokenKind.Number, Value: >= 0 } number && number.Length >= leastLength && number.Length <= mostLength
        && !number.Has(TokenMarks.Ordinal | TokenMarks.Plural);

    private static ParsedPattern? YearFirst(TokenStream tokens, int at, bool guarded)
    {
        var year = tokens[at].Value;
        foreach (var separator in "-/.")
        {
            if (!Follows(tokens, at + 1, separator, 1, 2) || (separator == '.' && tokens.IsWord(at - 1, "version")))
            {
                continue;
            }

            var month = tokens[at + 2].Value;
            if (Follows(tokens, at + 3, separator, 1, 2))
            {
                return IsDateEnd(tokens, at + 5, separator) ? EnglishDates.Days(at + 5, year, month, tokens[at + 4].Value, tokens[at + 4].Value) : null;
            }

            var yearAndMonth = separator != '.' && tokens[at + 2].Length == 2 && month is >= 1 and <= 12 && EnglishGuards.EndsCleanly(tokens, at + 3);
            return yearAndMonth ? new ParsedPattern(at + 3, TimePattern.Yearly(YearlyRule.Month(month), year)) : null;
        }

        if (
            tokens.Is(at + 1, TermKind.QuarterLetter)
            && tokens[at + 2] is { Kind: TokenKind.Number, Length: 1, Value: >= 1 and <= 4 } quarter
            && tokens.IsTight(at + 2))
        {
            return new ParsedPattern(at + 3, TimePattern.Yearly(new YearlyRule(YearlyKind.Quarter, quarter.Value), year));
        }

        if (tokens[at + 1] is { Term.Kind: TermKind.Month } name && name.Has(TokenMarks.Capital)
            && EnglishNumbers.DayOfMonth(tokens, at + 2, out var next) is var day and > 0)
        {
            return EnglishDates.Days(next, year, name.Term.Value, day, day);
        }

        var yearPair = tokens.IsTightSymbol(at + 1, '-') && Follows(tokens, at + 1, '-', 4, 4) && EnglishGuards.EndsCleanly(tokens, at + 3);
        if (yearPair && year is >= 1800 and <= 2100 && tokens[at + 2].Value is var lastYear and <= 2100 && lastYear > year)
        {
            return new ParsedPattern(at + 3, TimePattern.OfSpan(CalendarMath.Months(year, 1, 12 * (lastYear - year + 1)), TimePrecision.Year));
        }

        return EnglishGuards.YearAllowed(tokens, at, guarded)
            ? new ParsedPattern(at + 1, TimePattern.Yearly(new YearlyRule(YearlyKind.WholeYear), year))
            : null;
    }

    // A clock time may follow the date after a T.
    private static bool IsDateEnd(TokenStream tokens, int next, char separator) =>
        (separator != '-' && tokens.IsTightSymbol(next, '-') && tokens[next + 1] is { Kind: TokenKind.Number, Length: 4 })
        || EnglishGuards.EndsCleanly(tokens, next) || (tokens.IsWord(next, "t") && tokens.IsNumber(next + 1));

    private static ParsedPattern? DayOrMonthFirst(TokenStream tokens, int at, bool guarded)
    {
        var number = tokens[at].Value;
        foreach (var separator in "/-.")
        {
            if (Follows(tokens, at + 1, separator, 1, 2))
            {
                return Separated(tokens, at, separator, guarded);
            }
        }

        var next = at + 1;
        var last = number;
        var joined =
            tokens.IsSymbol(next, '-')
            || tokens.Kind(next) is TermKind.To or TermKind.Until
            || (tokens.Is(next, TermKind.And) && tokens.Is(at - 1, TermKind.Between));
        if (joined && EnglishNumbers.DayOfMonth(tokens, next + 1, out var afterLast) is var end && end > number)
        {
            (last, next) = (end, afterLast);
        }

        return RunInMonth(tokens, next, number, last)
            ?? (last == number ? EnglishDayLists.MonthBehind(tokens, next, number) ?? OfPeriod(tokens, next, number) : null);
    }

    /// <summary>"on 23 of last month"</summary>
    private static ParsedPattern? OfPeriod(TokenStream tokens, int next, int day) =>
        (tokens.Is(next, TermKind.Of) || (tokens.Is(next - 2, TermKind.On) && tokens.Kind(next) is TermKind.This or TermKind.Last or TermKind.Next))
        && EnglishDates.Period(tokens, tokens.Is(next, TermKind.Of) ? next + 1 : next)
            is { Pattern: { Rule.Kind: YearlyKind.Month, Year: { } year } month } container
            ? EnglishDates.Days(container.Next, year, month.Rule.First, day, day)
            : null;

    private static ParsedPattern? RunInMonth(TokenStream tokens, int next, int from, int to)
    {
        var monthAt = tokens.Is(next, TermKind.Of) || tokens.IsTightSymbol(next, '-') ? next + 1 : next;
        return tokens.Is(monthAt, TermKind.Month) ? InMonth(tokens, monthAt, from, to) : null;
    }

    private static ParsedPattern? Separated(TokenStream tokens, int at, char separator, bool guarded)
    {
        var (first, second) = (tokens[at].Value, tokens[at + 2].Value);
        var (month, day) = separator == '.' || first > 12 ? (second, first) : (first, second);
        if (Follows(tokens, at + 3, separator, 2, 4) && tokens[at + 4].Length != 3)
        {
            var year = tokens[at + 4];
            if ((year.Length == 2 && separator != '/') || !EnglishGuards.EndsCleanly(tokens, at + 5))
            {
                return null;
            }

            return EnglishDates.Days(at + 5, year.Length == 2 ? EnglishYears.FullYear(year.Value) : year.Value, month, day, day);
        }

        if (separator == '-' && RunInMonth(tokens, at + 3, first, second) is { } run && second > first)
        {
            return run;
        }

        var named = guarded || tokens.Kind(at - 1) is TermKind.On or TermKind.Since or TermKind.Until or TermKind.By or TermKind.Before or TermKind.After;
        return separator == '/' && named && EnglishGuards.EndsCleanly(tokens, at + 3) && !tokens.Is(at + 3, TermKind.Of)
            ? EnglishDates.Days(at + 3, null, month, day, day)
            : null;
    }

    /// <summary>"1990s", "the 90s", "'90s".</summary>
    private static ParsedPattern? Decade(TokenStream tokens, int at)
    {
        var token = tokens[at];
        var decade = new YearlyRule(YearlyKind.Decade);
        if (token.Value % 10 != 0 || !EnglishGuards.EndsCleanly(tokens, at + 1))
        {
            return null;
        }

        if (token.Value >= 1000)
        {
            return token.Value is >= 1500 and <= 2200 ? new ParsedPattern(at + 1, TimePattern.Yearly(decade, token.Value)) : null;
        }

        // "in her 30s" is an age.
        var named = tokens.IsSymbol(at - 1, '\'') || EnglishGuards.NamesDecade(tokens, at);
        return token.Value is >= 0 and < 100 && named
            ? new ParsedPattern(at + 1, TimePattern.Yearly(decade, DecadeOf(token.Value, tokens.Context.Year)))
            : null;
    }

    /// <summary>The latest decade of that name that has begun.</summary>
    public static int DecadeOf(int twoDigits, int currentYear)
    {
        var century = currentYear - (((currentYear % 100) + 100) % 100);
        return century + twoDigits <= currentYear ? century + twoDigits : century - 100 + twoDigits;
    }
}
