namespace Remanence.Time;

/// <summary>Whole English expressions: points, ranges, open intervals, recurring times.</summary>
internal static class EnglishTimeGrammar
{
    /// <summary>The longest expression that begins at the token; null where none does.</summary>
    public static Finding? Parse(TokenStream tokens, int at) =>
        tokens.Previous is null ? Expression(tokens, at) : Finding.Longer(Relations.Alone(tokens, at, Sequels.English(tokens, at)), Expression(tokens, at));

    private static Finding? Expression(TokenStream tokens, int at)
    {
        switch (tokens.Kind(at))
        {
            case TermKind.Since or TermKind.Before or TermKind.After or TermKind.Until or TermKind.By:
                return Open(tokens, at);
            case TermKind.Between or TermKind.From:
                return Framed(tokens, at);
            case TermKind.Every:
                return Every(tokens, at);
            case TermKind.WorkingDays:
                return tokens.Is(at - 1, TermKind.On) && tokens[at].Term.Value == 1
                    ? Relations.Alone(tokens, at, new Parsed(at + 1, Recurring.WorkingDay(tokens.Context)))
                    : null;
            case TermKind.Weekday or TermKind.Unit when tokens[at].Term.Has(TermMarks.Plural):
                return Plural(tokens, at) ?? PointOrRange(tokens, at);
            case TermKind.None or TermKind.Clause or TermKind.Auxiliary or TermKind.Asked or TermKind.Verb or TermKind.And or TermKind.Of or TermKind.On or TermKind.At
                when tokens[at].Kind != TokenKind.Number && !tokens[at].Term.Has(TermMarks.Holiday):
                return null;
            default:
                return PointOrRange(tokens, at);
        }
    }

    private static Finding? Open(TokenStream tokens, int at)
    {
        var relation = tokens.Kind(at);

        // "by April" names the author more often than the month.
        var point = EnglishPoints.Parse(tokens, at + 1, guarded: relation != TermKind.By);
        if (point is not { } parsed)
        {
            return null;
        }

        return relation switch
        {
            TermKind.Since => Relations.Since(tokens, at, parsed),
            TermKind.Before => Relations.Before(tokens, at, parsed),
            TermKind.After => Relations.After(tokens, at, parsed),
            _ => Relations.Until(tokens, at, parsed),
        };
    }

    /// <summary>"between May and July 2022", "from Monday to Wednesday".</summary>
    private static Finding? Framed(TokenStream tokens, int at)
    {
        var between = tokens.Is(at, TermKind.Between);
        if (EnglishPoints.Parse(tokens, at + 1, guarded: true) is not { } first)
        {
            return null;
        }

        var joined = between ? tokens.Is(first.Next, TermKind.And) : tokens.Is(first.Next, TermKind.To) || tokens.Is(first.Next, TermKind.Until) || tokens.IsSymbol(first.Next, '-');
        if (joined && EnglishPoints.Parse(tokens, first.Next + 1, guarded: true) is { } second)
        {
            return Relations.Range(tokens, at, first, second);
        }

        if (joined && (tokens.IsWord(first.Next + 1, "now") || tokens.IsWord(first.Next + 1, "present")))
        {
            return Relations.Since(tokens, at, first with { Next = first.Next + 2 });
        }

        if (!between && (tokens.Is(first.Next, TermKind.On) || tokens.IsWord(first.Next, "onwards") || tokens.IsWord(first.Next, "onward")))
        {
            return Relations.Since(tokens, at, first with { Next = first.Next + 1 });
        }

        return null;
    }

    private static Finding? PointOrRange(TokenStream tokens, int at)
    {
        if (EnglishPoints.Parse(tokens, at, guarded: false) is not { } first)
        {
            return Prior(tokens, at);
        }

        var joined = tokens.Is(first.Next, TermKind.To) || tokens.Is(first.Next, TermKind.Until) || tokens.IsSymbol(first.Next, '-');
        if (joined && EnglishPoints.Parse(tokens, first.Next + 1, guarded: true) is { } second && second.Pattern.Kind == first.Pattern.Kind
            && Relations.Range(tokens, at, first, second) is { } range)
        {
            return range;
        }

        return Relations.Alone(tokens, at, first);
    }

    private static Finding? Prior(TokenStream tokens, int at) =>
        tokens.IsWord(at, "prior") && tokens.Is(at + 1, TermKind.To) && EnglishPoints.Parse(tokens, at + 2, guarded: true) is { } point
            ? Relations.Before(tokens, at, point)
            : null;

    /// <summary>"every Monday", "each summer", "every morning".</summary>
    private static Finding? Every(TokenStream tokens, int at)
    {
        // "every other Monday" is every second one; which of them is not known.
        at += tokens.Is(at + 1, TermKind.Other) ? 1 : 0;
        var term = tokens[at + 1].Term;
        if (term.Has(TermMarks.Plural))
        {
            return null;
        }

        TimePattern? pattern = term.Kind switch
        {
            TermKind.Unit when !term.Has(TermMarks.Short) => Recurring.Unit(tokens.Context, (TimeUnit)term.Value),
            TermKind.DayPart => TimePattern.Daily(DayTime.OfPart(term.Value)),
            _ => null,
        };
        if (pattern is { } found)
        {
            return Relations.Alone(tokens, at, new Parsed(at + 2, found.AsRecurring()));
        }

        if (term.Kind == TermKind.WorkingDays)
        {
            return Relations.Alone(tokens, at, new Parsed(at + 2, Recurring.WorkingDay(tokens.Context)));
        }

        var dated = EnglishClock.Attach(tokens, EnglishDates.Parse(tokens, at + 1, guarded: true));
        return dated is { Pattern: { Kind: PatternKind.Weekly } or { IsWithoutYear: true } } parsed
            ? Relations.Alone(tokens, at, parsed with { Pattern = parsed.Pattern.AsRecurring() })
            : null;
    }

    /// <summary>"Mondays", "on weekends", "on weekdays".</summary>
    private static Finding? Plural(TokenStream tokens, int at)
    {
        var term = tokens[at].Term;
        if (term.Kind == TermKind.Weekday)
        {
            var weekly = EnglishClock.Attach(tokens, new Parsed(at + 1, TimePattern.Weekly(term.Value)));
            return Relations.Alone(tokens, at, weekly!.Value with { Pattern = weekly.Value.Pattern.AsRecurring() });
        }

        return (TimeUnit)term.Value == TimeUnit.Weekend && tokens.Kind(at - 1) is TermKind.On or TermKind.At or TermKind.During or TermKind.The
            ? Relations.Alone(tokens, at, new Parsed(at + 1, Recurring.Unit(tokens.Context, TimeUnit.Weekend)!.Value.AsRecurring()))
            : null;
    }
}
