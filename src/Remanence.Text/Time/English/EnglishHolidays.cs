using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>English names of holidays.</summary>
internal static class EnglishHolidays
{
    private static readonly (string[] Words, Holiday Holiday)[] Names =
    [
        (["christmas", "eve"], Holiday.ChristmasEve),
        (["christmas", "day"], Holiday.Christmas),
        (["christmas"], Holiday.Christmas),
        (["xmas", "eve"], Holiday.ChristmasEve),
        (["xmas"], Holiday.Christmas),
        (["new", "year", "eve"], Holiday.NewYearsEve),
        (["new", "years", "eve"], Holiday.NewYearsEve),
        (["new", "year", "day"], Holiday.NewYear),
        (["new", "years", "day"], Holiday.NewYear),
        (["thanksgiving", "day"], Holiday.Thanksgiving),
        (["thanksgiving"], Holiday.Thanksgiving),
        (["halloween"], Holiday.Halloween),
        (["easter", "sunday"], Holiday.Easter),
        (["easter", "monday"], Holiday.EasterMonday),
        (["easter"], Holiday.Easter),
        (["good", "friday"], Holiday.GoodFriday),
        (["black", "friday"], Holiday.BlackFriday),
        (["valentine", "day"], Holiday.Valentine),
        (["valentines", "day"], Holiday.Valentine),
        (["independence", "day"], Holiday.IndependenceDay),
        (["labor", "day"], Holiday.LaborDayUs),
        (["labour", "day"], Holiday.LabourDayMay),
        (["memorial", "day"], Holiday.MemorialDay),
        (["mother", "day"], Holiday.MothersDay),
        (["mothers", "day"], Holiday.MothersDay),
        (["father", "day"], Holiday.FathersDay),
        (["fathers", "day"], Holiday.FathersDay),
        (["veteran", "day"], Holiday.VeteransDay),
        (["veterans", "day"], Holiday.VeteransDay),
        (["boxing", "day"], Holiday.BoxingDay),
        (["juneteenth"], Holiday.Juneteenth),
        (["st", "patrick", "day"], Holiday.SaintPatrick),
        (["saint", "patrick", "day"], Holiday.SaintPatrick),
        (["women", "day"], Holiday.WomensDay),
        (["chinese", "new", "year"], Holiday.LunarNewYear),
        (["lunar", "new", "year"], Holiday.LunarNewYear),
        (["spring", "festival"], Holiday.LunarNewYear),
        (["dragon", "boat", "festival"], Holiday.DragonBoat),
        (["mid", "autumn", "festival"], Holiday.MidAutumn),
    ];

    public static Holiday? Parse(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (!tokens[at].Term.Has(TermMarks.Holiday))
        {
            return null;
        }

        foreach (var (words, holiday) in Names)
        {
            if (Matches(tokens, at, words, out next))
            {
                return holiday;
            }
        }

        return NewYear(tokens, at, out next) ? Holiday.NewYear : null;
    }

    private static bool Matches(TokenStream tokens, int at, string[] words, out int next)
    {
        next = at;
        foreach (var word in words)
        {
            // "mid-autumn", "St. Patrick"
            if (next > at && (tokens.IsTightSymbol(next, '-') || (tokens.IsTightSymbol(next, '.') && next == at + 1)))
            {
                next++;
            }

            if (!tokens.IsWord(next, word))
            {
                return false;
            }

            next++;
        }

        return true;
    }

    // "Happy New Year" greets, "New Year's" names the day, "the new year" names nothing exact.
    private static bool NewYear(TokenStream tokens, int at, out int next)
    {
        next = at + 2;
        return tokens.IsWord(at, "new") && tokens.IsWord(at + 1, "year") && tokens[at + 1].Has(TokenMarks.Possessive);
    }
}
