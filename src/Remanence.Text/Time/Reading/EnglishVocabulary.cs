using System.Collections.Frozen;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Reading;

/// <summary>The English words that the grammar knows.</summary>
internal static class EnglishVocabulary
{
    private const TermMarks Trigger = TermMarks.Trigger;

    private static readonly FrozenDictionary<string, Term> Terms = Build();

    private static readonly FrozenDictionary<string, Term>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The default term for an unknown word; a plural's or a possessive's ending must be gone already.</summary>
    public static Term Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var term) ? term : default;

    private static FrozenDictionary<string, Term> Build()
    {
        var terms = new Dictionary<string, Term>(StringComparer.OrdinalIgnoreCase);
        AddMonths(terms);
        AddWeekdays(terms);
        AddUnits(terms);
        AddDays(terms);
        AddNumbers(terms);
        AddChoices(terms);
        AddRelations(terms);
        AddHolidayBeginnings(terms);
        AddOthers(terms);
        return terms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void AddMonths(Dictionary<string, Term> terms)
    {
        string[] names =
        [
            "january", "february", "march", "april", "may", "june",
            "july", "august", "september", "october", "november", "december",
        ];
        foreach (var (index, name) in names.Index())
        {
            // These are also first names, verbs or adjectives.
            var ambiguous = name is "march" or "april" or "may" or "june" or "august";
            terms[name] = new Term(TermKind.Month, (sbyte)(index + 1), ambiguous ? Trigger | TermMarks.Ambiguous : Trigger);
            if (name.Length > 3)
            {
                terms[name[..3]] = new Term(TermKind.Month, (sbyte)(index + 1), Trigger | TermMarks.Short | TermMarks.Ambiguous);
            }
        }

        terms["sept"] = new Term(TermKind.Month, 9, Trigger | TermMarks.Short | TermMarks.Ambiguous);
    }

    private static void AddWeekdays(Dictionary<string, Term> terms)
    {
        string[] names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        foreach (var (index, name) in names.Index())
        {
            terms[name] = new Term(TermKind.Weekday, (sbyte)index, Trigger);
            terms[name + "s"] = new Term(TermKind.Weekday, (sbyte)index, Trigger | TermMarks.Plural);
            terms[name[..3]] = new Term(TermKind.Weekday, (sbyte)index, Trigger | TermMarks.Short | TermMarks.Ambiguous);
        }

        foreach (var (name, index) in new[] { ("tues", 1), ("thur", 3), ("thurs", 3) })
        {
            terms[name] = new Term(TermKind.Weekday, (sbyte)index, Trigger | TermMarks.Short | TermMarks.Ambiguous);
        }
    }

    private static void AddUnits(Dictionary<string, Term> terms)
    {
        foreach (var unit in Enum.GetValues<TimeUnit>())
        {
            var name = unit.ToString();
            terms[name] = new Term(TermKind.Unit, (sbyte)unit, Trigger);
            terms[name + "s"] = new Term(TermKind.Unit, (sbyte)unit, Trigger | TermMarks.Plural);
        }

        // Alone it is far more often an ordinal; with "ago" after it the grammar takes it for the unit.
        terms["second"] = new Term(TermKind.Ordinal, 2);
        (string Name, TimeUnit Unit)[] shortForms =
        [
            ("sec", TimeUnit.Second), ("secs", TimeUnit.Second), ("s", TimeUnit.Second), ("min", TimeUnit.Minute), ("mins", TimeUnit.Minute),
            ("h", TimeUnit.Hour), ("hr", TimeUnit.Hour), ("hrs", TimeUnit.Hour), ("d", TimeUnit.Day), ("w", TimeUnit.Week), ("wk", TimeUnit.Week),
            ("wks", TimeUnit.Week), ("mo", TimeUnit.Month), ("mos", TimeUnit.Month), ("yr", TimeUnit.Year), ("yrs", TimeUnit.Year), ("y", TimeUnit.Year),
        ];
        foreach (var (name, unit) in shortForms)
        {
            terms[name] = new Term(TermKind.Unit, (sbyte)unit, TermMarks.Short | TermMarks.Plural);
        }
    }

    private static void AddDays(Dictionary<string, Term> terms)
    {
        Add(terms, TermKind.RelativeDay, Trigger, ("yesterday", -1), ("today", 0), ("tomorrow", 1));
        Add(terms, TermKind.Tonight, Trigger, ("tonight", 0), ("tonite", 0));
        Add(terms, TermKind.WorkingDays, Trigger, ("weekday", 0), ("weekdays", 1));
        Add(terms, TermKind.DayPart, Trigger, ("morning", 0), ("afternoon", 1), ("evening", 2), ("night", 3));
        Add(terms, TermKind.DayPart, Trigger | TermMarks.Plural, ("mornings", 0), ("afternoons", 1), ("evenings", 2), ("nights", 3));
        Add(terms, TermKind.Noon, Trigger, ("noon", 0), ("midday", 0));
        Add(terms, TermKind.Midnight, Trigger, ("midnight", 0));
        Add(terms, TermKind.Recently, Trigger, ("recently", 0), ("lately", 0), ("nowadays", 1));
        Add(terms, TermKind.Recently, TermMarks.None, ("recent", 2));
        Add(terms, TermKind.Season, Trigger, ("summer", 1), ("autumn", 2), ("winter", 3));
        Add(terms, TermKind.Season, Trigger | TermMarks.Ambiguous, ("fall", 2));
        Add(terms, TermKind.Season, Trigger | TermMarks.Holiday, ("spring", 0));
        Add(terms, TermKind.Season, Trigger | TermMarks.Plural, ("summers", 1), ("winters", 3));
        Add(terms, TermKind.QuarterLetter, TermMarks.None, ("q", 0));
    }

    private static void AddNumbers(Dictionary<string, Term> terms)
    {
        Add(terms, TermKind.Article, TermMarks.None, ("a", 1), ("an", 1));
        string[] ones =
        [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        foreach (var (index, name) in ones.Index())
        {
            terms[name] = new Term(TermKind.Ones, (sbyte)(index + 1));
        }

        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        foreach (var (index, name) in tens.Index())
        {
            var value = (sbyte)((10 * index) + 20);
            terms[name] = new Term(TermKind.Tens, value);
            terms[name[..^1] + "ies"] = new Term(TermKind.Tens, value, Trigger | TermMarks.Plural);
        }

        string[] ordinals =
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        ];
        foreach (var (index, name) in ordinals.Index())
        {
            terms[name] = new Term(TermKind.Ordinal, (sbyte)(index + 1));
        }

        Add(terms, TermKind.Ordinal, TermMarks.None, ("thirtieth", 30));
        Add(terms, TermKind.Couple, TermMarks.None, ("couple", 0));
        Add(terms, TermKind.Few, TermMarks.None, ("few", 0), ("several", 1), ("some", 1));
        Add(terms, TermKind.Dozen, TermMarks.None, ("dozen", 12));
        Add(terms, TermKind.Half, TermMarks.None, ("half", 0));
    }

    private static void AddChoices(Dictionary<string, Term> terms)
    {
        Add(terms, TermKind.Last, TermMarks.None, ("last", 0), ("previous", 1), ("preceding", 1), ("prior", 1));
        Add(terms, TermKind.Past, TermMarks.None, ("past", 0));
        Add(terms, TermKind.This, TermMarks.None, ("this", 0), ("current", 1));
        Add(terms, TermKind.Next, TermMarks.None, ("next", 0));
        Add(terms, TermKind.Coming, TermMarks.Future, ("coming", 0), ("upcoming", 0));
        Add(terms, TermKind.Every, TermMarks.None, ("every", 0), ("each", 0));
        Add(terms, TermKind.Other, TermMarks.None, ("other", 0));
        Add(terms, TermKind.Fortnightly, Trigger, ("fortnightly", 0), ("biweekly", 0), ("bi", 1));
        Add(terms, TermKind.Early, TermMarks.None, ("early", 0), ("earlier", 1));
        Add(terms, TermKind.Late, TermMarks.None, ("late", 0), ("later", 1));
        Add(terms, TermKind.Mid, TermMarks.Holiday, ("mid", 0));
        Add(terms, TermKind.Beginning, TermMarks.None, ("beginning", 0), ("start", 0));
        Add(terms, TermKind.Middle, TermMarks.None, ("middle", 0));
        Add(terms, TermKind.Ending, TermMarks.None, ("end", 0));
        Add(terms, TermKind.These, TermMarks.None, ("these", 0));
        Add(terms, TermKind.While, TermMarks.None, ("while", 0));
    }

    private static void AddRelations(Dictionary<string, Term> terms)
    {
        (string Name, TermKind Kind)[] words =
        [
            ("the", TermKind.The), ("back", TermKind.Back), ("hence", TermKind.Hence), ("in", TermKind.In), ("on", TermKind.On),
            ("at", TermKind.At), ("of", TermKind.Of), ("since", TermKind.Since), ("before", TermKind.Before), ("after", TermKind.After),
            ("until", TermKind.Until), ("till", TermKind.Until), ("til", TermKind.Until), ("through", TermKind.Until), ("thru", TermKind.Until),
            ("by", TermKind.By),
            ("between", TermKind.Between), ("from", TermKind.From), ("to", TermKind.To), ("and", TermKind.And), ("or", TermKind.Or),
            ("within", TermKind.Within), ("during", TermKind.During), ("throughout", TermKind.During), ("over", TermKind.Over), ("for", TermKind.For),
            ("around", TermKind.Around), ("about", TermKind.Around), ("approximately", TermKind.Around), ("roughly", TermKind.Around),
            ("circa", TermKind.Around), ("nearly", TermKind.Around), ("almost", TermKind.Around), ("following", TermKind.Following),
        ];
        foreach (var (name, kind) in words)
        {
            terms[name] = new Term(kind);
        }

        Add(terms, TermKind.Ago, Trigger, ("ago", 0));
        Add(terms, TermKind.Meridiem, TermMarks.None, ("am", 0));
        Add(terms, TermKind.Meridiem, Trigger, ("pm", 1));
        Add(terms, TermKind.OClock, Trigger, ("o'clock", 0), ("oclock", 0));
        Add(terms, TermKind.Zone, TermMarks.None, ("utc", 0), ("gmt", 0), ("z", 0));
    }

    private static void AddHolidayBeginnings(Dictionary<string, Term> terms)
    {
        Add(
            terms,
            TermKind.None,
            Trigger | TermMarks.Holiday,
            ("christmas", 0),
            ("xmas", 0),
            ("thanksgiving", 0),
            ("halloween", 0),
            ("easter", 0),
            ("juneteenth", 0));
        Add(
            terms,
            TermKind.None,
            TermMarks.Holiday,
            ("new", 0),
            ("valentine", 0),
            ("valentines", 0),
            ("independence", 0),
            ("labor", 0),
            ("labour", 0),
            ("memorial", 0));
        Add(
            terms,
            TermKind.None,
            TermMarks.Holiday,
            ("mother", 0),
            ("mothers", 0),
            ("father", 0),
            ("fathers", 0),
            ("boxing", 0),
            ("black", 0),
            ("good", 0),
            ("st", 0),
            ("saint", 0));
        Add(terms, TermKind.None, TermMarks.Holiday, ("veterans", 0), ("veteran", 0), ("chinese", 0), ("lunar", 0), ("dragon", 0), ("women", 0));
    }

    private static void AddOthers(Dictionary<string, Term> terms)
    {
        Add(terms, TermKind.Future, TermMarks.Future, ("will", 0), ("won't", 0), ("won’t", 0), ("shall", 0), ("gonna", 0));
        Add(terms, TermKind.Going, TermMarks.None, ("going", 0), ("plan", 0), ("plans", 0), ("planning", 0));
        Add(
            terms,
            TermKind.Auxiliary,
            TermMarks.None,
            ("did", 0),
            ("was", 0),
            ("is", 0),
            ("are", 0),
            ("were", 0),
            ("does", 0),
            ("do", 0),
            ("has", 0),
            ("have", 0));
        Add(terms, TermKind.Auxiliary, TermMarks.None, ("had", 0), ("would", 0), ("can", 0), ("could", 0), ("should", 0));
        Add(terms, TermKind.When, TermMarks.None, ("when", 0), ("when's", 0));
        Add(terms, TermKind.How, TermMarks.None, ("how", 0));
        Add(terms, TermKind.What, TermMarks.None, ("what", 0), ("which", 0));
        Add(terms, TermKind.Long, TermMarks.None, ("long", 0));
        Add(terms, TermKind.Many, TermMarks.None, ("many", 0));
        Add(
            terms,
            TermKind.Asked,
            TermMarks.None,
            ("know", 0),
            ("tell", 0),
            ("me", 0),
            ("say", 0),
            ("remember", 0),
            ("wonder", 0),
            ("wondering", 0),
            ("recall", 0),
            ("idea", 0));
        Add(terms, TermKind.Asked, TermMarks.None, ("mention", 0), ("mentioned", 0), ("said", 0), ("us", 0), ("exactly", 0));
        Add(
            terms,
            TermKind.Clause,
            TermMarks.None,
            ("but", 0),
            ("we", 1),
            ("i", 1),
            ("he", 1),
            ("she", 1),
            ("they", 1),
            ("it", 1),
            ("you", 1),
            ("my", 0),
            ("our", 0),
            ("as", 0),
            ("with", 0));
        Add(
            terms,
            TermKind.Verb,
            TermMarks.None,
            ("be", 0),
            ("not", 0),
            ("also", 0),
            ("well", 0),
            ("never", 0),
            ("even", 0),
            ("still", 0),
            ("just", 0),
            ("only", 0),
            ("need", 0),
            ("want", 0),
            ("seem", 0));
        Add(
            terms,
            TermKind.Verb,
            TermMarks.None,
            ("help", 0),
            ("cause", 0),
            ("contain", 0),
            ("include", 0),
            ("take", 0),
            ("make", 0),
            ("get", 0),
            ("go", 0),
            ("come", 0),
            ("use", 0),
            ("like", 0),
            ("rain", 0));
        string[] counted =
        [
            "words", "people", "dollars", "euros", "pounds", "yuan", "miles", "km", "kilometers", "kilometres", "meters", "metres", "feet", "steps", "calories",
            "pages", "times", "percent", "points", "users", "lines", "items", "tokens", "copies", "grams", "kg", "mb", "gb", "characters", "pieces", "files",
            "rows",
            "usd", "bucks", "students", "books", "photos", "m", "g", "l", "cal", "kcal", "volts", "watts", "years", "mah", "rpm", "px",
        ];
        foreach (var name in counted.Where(name => !terms.ContainsKey(name)))
        {
            terms[name] = new Term(TermKind.NotAYear);
        }
    }

    private static void Add(Dictionary<string, Term> terms, TermKind kind, TermMarks marks, params ReadOnlySpan<(string Name, int Value)> words)
    {
        foreach (var (name, value) in words)
        {
            terms[name] = new Term(kind, (sbyte)value, marks);
        }
    }
}
