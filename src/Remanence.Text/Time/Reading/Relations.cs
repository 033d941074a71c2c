using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;

namespace Remanence.Text.Time.Reading;

/// <summary>What both languages say with points in time: alone, as the ends of a range, or as an open interval's end.</summary>
internal static class Relations
{
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where the expression stands: its sentence decides between past and future.</param>
    /// <param name="point">What was read.</param>
    public static Finding? Alone(TokenStream tokens, int at, ParsedPattern? point)
    {
        if (
            point is not { } parsed
            || Place(
                tokens,
                at,
                parsed.Pattern,
                tokens.IsAhead(at)
                    || IsAppointment(tokens, at, parsed)
                    || IsJourney(tokens, at, parsed.Pattern)
                    || IsComing(tokens, at, parsed.Next, parsed.Pattern))
                is not { } span)
        {
            return null;
        }

        var pattern = parsed.Pattern;
        return new Finding(parsed.Next, span, pattern.Precision, pattern.Fuzzy, pattern.Recurring, RepeatsOf(pattern))
        {
            OfMonth = NamesDayOfMonth(pattern),
            MonthNamed = pattern.Kind == PatternKind.Yearly,
            Floats = Floats(pattern) || pattern.Kind == PatternKind.Daily,
            Period = pattern is { Kind: PatternKind.Yearly, Rule.Kind: YearlyKind.Decade or YearlyKind.WholeYear },
            Feast = pattern is { Kind: PatternKind.Yearly, Rule.Kind: YearlyKind.Holiday },
        };
    }

    // A date may be a birthday: how it would come again is kept with it.
    private static Recurrence? RepeatsOf(in TimePattern pattern) =>
        pattern.Recurring || pattern is { Kind: PatternKind.Yearly, Rule.IsSingleDay: true } ? Recurrence.Of(pattern) : null;

    private static bool NamesDayOfMonth(in TimePattern pattern) => pattern is { Recurring: false, Time: null }
        && (pattern.Kind == PatternKind.Monthly || pattern is { Kind: PatternKind.Yearly, Rule: { Kind: YearlyKind.Days, IsSingleDay: true } });

    public static LocalSpan? Place(TokenStream tokens, int at, in TimePattern pattern) =>
        Place(tokens, at, pattern, tokens.IsAhead(at));

    private static LocalSpan? Place(TokenStream tokens, int at, in TimePattern pattern, bool ahead) =>
        PatternResolver.Resolve(
            pattern,
            tokens.Context,
            tokens.TenseAt(at) == Tense.Near || (ahead && (IsFixed(tokens, at, pattern) || IsFromOfThing(tokens, at)))
                ? IsNearerAhead(pattern, tokens.Context)
                : ahead);

    // "Exam 3 June": a date that something is told of and that no verb places is the nearer one; so are two days of a month. Alone it is asked for, and over.
    private static bool IsComing(TokenStream tokens, int at, int next, in TimePattern pattern, bool ends = false) =>
        !pattern.Recurring && (pattern is { IsWithoutYear: true, Rule.Kind: YearlyKind.Days } || (ends && pattern.Kind == PatternKind.Monthly))
        && tokens.TenseAt(at) == Tense.None && !tokens.IsOfThing(at) && !tokens.IsAlone(at, next) && IsNearerAhead(pattern, tokens.Context);

    private static bool IsNearerAhead(in TimePattern pattern, in TimeContext context) =>
        PatternResolver.Resolve(pattern, context, future: true) is { } coming
        && (PatternResolver.Resolve(pattern, context, future: false) is not { } recent || coming.FirstDay - context.Today < context.Today - recent.FirstDay);

    // "Dentist Thursday at 10", 周四十点面试: who names the hour without a tense names an appointment.
    private static bool IsAppointment(TokenStream tokens, int at, in ParsedPattern point) =>
        point.Pattern is { Recurring: false, Kind: PatternKind.Weekly, Time: { } time }
        && time.End - time.Start < 3 * TimeSpan.TicksPerHour
        && (
            tokens[tokens.Kind(at - 1) is TermKind.At or TermKind.On ? at - 2 : at - 1] is { Kind: TokenKind.Word, Term.Kind: TermKind.None }
            || tokens[point.Next].Kind == TokenKind.Han)
        && tokens.TenseAt(at) == Tense.None;

    // "the photos from 3 to 5 May are online", "the week from 3 to 9 July is full": over or to come.
    private static bool IsFromOfThing(TokenStream tokens, int at) =>
        tokens.Is(at, TermKind.From) && tokens[at - 1].Kind == TokenKind.Word && tokens.TenseAt(at) == Tense.Present && tokens.Clauses.VerbAt(at) > at;

    // "4月20号有课", said in May, is over.
    private static bool IsFixed(TokenStream tokens, int at, in TimePattern pattern) =>
        pattern is { IsWithoutYear: true, Rule.Kind: YearlyKind.Days }
        && tokens.TenseAt(at) == Tense.Ahead
        && tokens.Clauses.InShort(at).HasFlag(SenseMarks.Fixed);

    // "周一去机场", "国庆去云南": where one goes is to come where nothing says that it is over.
    private static bool IsJourney(TokenStream tokens, int at, in TimePattern pattern) =>
        (pattern is { Recurring: false, Kind: PatternKind.Weekly } || pattern is { IsWithoutYear: true, Rule.Kind: YearlyKind.Holiday })
        && tokens.TenseAt(at) == Tense.None && tokens.Clauses.InShort(at).HasFlag(SenseMarks.Goes);

    // What has to be done before the end of the month is due when the month ends.
    public static Finding? Before(TokenStream tokens, int at, ParsedPattern point) =>
        Open(
            point,
            Deadline(
                tokens,
                at,
                point.Pattern,
                floats: point.Pattern.Kind is PatternKind.Weekly or PatternKind.Monthly || IsTask(tokens, at, point) || IsNearDay(tokens, at, point.Pattern)),
            EndsPeriod(point.Pattern)
                ? static (span, _) => new LocalSpan(LocalSpan.Beginning, span.End)
                : static (span, _) => new LocalSpan(LocalSpan.Beginning, span.Start),
            tokens.Context);

    /// <summary>Up to and with the point.</summary>
    public static Finding? Until(TokenStream tokens, int at, ParsedPattern point) =>
        Open(
            point,
            Deadline(tokens, at, point.Pattern, floats: Floats(point.Pattern)),
            static (span, _) => new LocalSpan(LocalSpan.Beginning, span.End),
            tokens.Context);

    public static Finding? Since(TokenStream tokens, int at, ParsedPattern point) =>
        Open(point, Begun(tokens, point.Pattern), static (span, now) => new LocalSpan(span.Start, OpenEnd(span.Start, now)), tokens.Context);

    public static Finding? After(TokenStream tokens, int at, ParsedPattern point) => Open(
        point,
        Deadline(tokens, at, point.Pattern, floats: point.Pattern.Kind is PatternKind.Weekly or PatternKind.Monthly),
        static (span, now) => new LocalSpan(span.End, OpenEnd(span.End, now)),
        tokens.Context);

    /// <summary>From the point on, it included, where it is to come.</summary>
    public static Finding? Onwards(TokenStream tokens, int at, ParsedPattern point) =>
        Open(
            point,
            Deadline(tokens, at, point.Pattern, floats: true),
            static (span, now) => new LocalSpan(span.Start, OpenEnd(span.Start, now)),
            tokens.Context);

    // "五月三十一之前" alone.
    private static bool IsNearDay(TokenStream tokens, int at, in TimePattern pattern) => tokens[at].Kind is TokenKind.Han or TokenKind.Number
        && pattern is { IsWithoutYear: true, Rule.Kind: YearlyKind.Days } && tokens.TenseAt(at) == Tense.None && IsNearerAhead(pattern, tokens.Context);

    // "6月1日前完成"
    private static bool IsTask(TokenStream tokens, int at, in ParsedPattern point) =>
        tokens[point.Next].Kind == TokenKind.Han && Floats(point.Pattern) && tokens.TenseAt(at) == Tense.None;

    // "by Friday" is to come unless its verb tells of what was.
    private static LocalSpan? Deadline(TokenStream tokens, int at, in TimePattern pattern, bool floats) =>
        Place(tokens, at, pattern, floats ? !tokens.IsPast(at) : tokens.IsAhead(at));

    private static bool EndsPeriod(in TimePattern pattern) => pattern.Kind == PatternKind.Yearly
        && pattern.Rule is { Kind: YearlyKind.MonthPart, Second: (int)PeriodPart.End } or { Kind: YearlyKind.YearPart, First: (int)PeriodPart.End };

    /// <summary>From the first to the second, both included; a year that only one names holds for both.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="first">Its first end.</param>
    /// <param name="second">Its last one.</param>
    /// <param name="begins">The verb tells of the first end alone, and the last may still be to come.</param>
    public static Finding? Range(TokenStream tokens, int at, ParsedPattern first, ParsedPattern second, bool begins = false)
    {
        var (from, to) = InOneMonth(first.Pattern, second.Pattern);
        (from, to) = OnOneDay(from, to);
        if (Ends(tokens, at, from, to, begins, IsComing(tokens, at, second.Next, to, ends: true)) is not var (start, end) || start.Start >= end.End)
        {
            return null;
        }

        var precision = first.Pattern.Precision > second.Pattern.Precision ? first.Pattern.Precision : second.Pattern.Precision;
        var last = end.End;
        if (second.Pattern.Time is { } time && time.End - time.Start <= TimeSpan.TicksPerHour && end.Start > start.Start)
        {
            // "from 3 pm to 5 pm" does not include the hour that begins at five.
            last = end.Start;
        }

        return new Finding(second.Next, new LocalSpan(start.Start, last), precision, first.Pattern.Fuzzy || second.Pattern.Fuzzy, Recurring: false);
    }

    // "between 2 pm and 4 pm on May 7": the day that only one clock time has holds for both.
    private static (TimePattern First, TimePattern Second) OnOneDay(in TimePattern first, in TimePattern second) => (first, second) switch
    {
        ({ Kind: PatternKind.Daily, Time: { } time }, { Kind: not PatternKind.Daily, Time: not null }) => (second.At(time), second),
        ({ Kind: not PatternKind.Daily, Time: not null }, { Kind: PatternKind.Daily, Time: { } time }) => (first, first.At(time)),
        _ => (first, second),
    };

    // "from Nov 15 through the 19th", "from the 9th to the 11th of March": the month that only one names holds for both.
    private static (TimePattern First, TimePattern Second) InOneMonth(in TimePattern first, in TimePattern second)
    {
        if (
            first is { Kind: PatternKind.Yearly, Rule: { Kind: YearlyKind.Days, IsSingleDay: true } begun }
            && second is { Kind: PatternKind.Monthly, Number: > 0 })
        {
            var later = begun.Second < second.Number ? begun.First : (begun.First % 12) + 1;
            var year = first.Year is { } named && later < begun.First ? named + 1 : first.Year;
            return (first, TimePattern.Yearly(YearlyRule.Day(later, second.Number), year).At(second.Time));
        }

        return
            second is { Kind: PatternKind.Yearly, Rule: { Kind: YearlyKind.Days, IsSingleDay: true } ended }
            && first is { Kind: PatternKind.Monthly, Number: > 0 }
            && first.Number < ended.Second
            ? (TimePattern.Yearly(YearlyRule.Day(ended.First, first.Number), second.Year).At(first.Time), second)
            : (first, second);
    }

    private static (LocalSpan Start, LocalSpan End)? Ends(TokenStream tokens, int at, TimePattern first, TimePattern second, bool begins, bool coming)
    {
        var context = tokens.Context;
        if (first.IsWithoutYear && second is { Kind: PatternKind.Yearly, Year: { } endYear })
        {
            return InheritedStart(first.Rule, second.Rule, endYear);
        }

        if (second.IsWithoutYear && first is { Kind: PatternKind.Yearly, Year: { } startYear })
        {
            return InheritedEnd(first.Rule, second.Rule, startYear);
        }

        var firstFloats = Floats(first);
        if (firstFloats && (!Floats(second) || (!begins && !tokens.IsAhead(at))))
        {
            return
                Place(tokens, at, second, tokens.IsAhead(at) || coming) is { } end
                && PatternResolver.Resolve(first, context.At(end.Start), future: false) is { } start
                ? (start, end)
                : null;
        }

        return Place(tokens, at, first) is { } opening
            && PatternResolver.Resolve(second, Floats(second) ? context.At(opening.Start) : context, future: true) is { } closing
            ? (opening, closing)
            : null;
    }

    private static (LocalSpan Start, LocalSpan End)? InheritedStart(YearlyRule first, YearlyRule second, int year)
    {
        if (second.SpanIn(year) is not { } end)
        {
            return null;
        }

        var sameYear = first.SpanIn(year);
        var start = sameYear is { } span && span.Start > end.Start ? first.SpanIn(year - 1) : sameYear;
        return start is { } found ? (found, end) : null;
    }

    private static (LocalSpan Start, LocalSpan End)? InheritedEnd(YearlyRule first, YearlyRule second, int year)
    {
        if (first.SpanIn(year) is not { } start)
        {
            return null;
        }

        var sameYear = second.SpanIn(year);
        var end = sameYear is { } span && span.End <= start.Start ? second.SpanIn(year + 1) : sameYear;
        return end is { } found ? (start, found) : null;
    }

    // What one speaks of with "since" has begun: "since 5 pm", said at noon, means yesterday's.
    private static LocalSpan? Begun(TokenStream tokens, in TimePattern pattern)
    {
        var span = PatternResolver.Resolve(pattern, tokens.Context, future: false);
        return span is { } daily && pattern.Kind == PatternKind.Daily && daily.Start > tokens.Context.Now
            ? new LocalSpan(daily.Start - TimeSpan.TicksPerDay, daily.End - TimeSpan.TicksPerDay)
            : span;
    }

    private static bool Floats(in TimePattern pattern) =>
        pattern.Kind is PatternKind.Weekly or PatternKind.Monthly || pattern.IsWithoutYear;

    private static long OpenEnd(long from, long now) => from < now ? now : LocalSpan.Forever;

    private static Finding? Open(ParsedPattern point, LocalSpan? span, Func<LocalSpan, long, LocalSpan> open, in TimeContext context) =>
        span is { } placed
            ? new Finding(
                point.Next,
                open(placed, context.Now),
                TimePrecision.Open,
                point.Pattern.Fuzzy,
                point.Pattern.Recurring,
                point.Pattern.Recurring ? null : RepeatsOf(point.Pattern))
            {
                Floats = Floats(point.Pattern) || point.Pattern.Kind == PatternKind.Daily,
            }
            : null;
}
