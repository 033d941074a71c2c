using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>
/// Tells a point that shortens a word from one that ends a sentence: by the word before it ("Mr.", "a.m.", initials) and by what comes after, since "Acme Inc."
/// may end a sentence and "Acme Inc. in Leeds" does not.
/// </summary>
internal static partial class Abbreviations
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // No token that matters is longer.
    private const int Longest = 24;

    /// <summary>Whether the point at this place belongs to the word before it.</summary>
    public static bool IsAt(string text, int point)
    {
        var start = point;
        while (start > 0 && point - start < Longest && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '#'))
        {
            start--;
        }

        var word = text[start..point];
        var rest = text.AsSpan(point + 1).TrimStart(' ');
        if (word.Length == 0 || rest.IsEmpty || rest[0] is '\n' or '\r')
        {
            return false;
        }

        // "Dr. Who", "Dr. No": what comes is a name, whatever else it may be.
        if (Addressed().IsMatch(word) && char.IsUpper(rest[0]))
        {
            return !Speaks().IsMatch(rest[..Math.Min(rest.Length, Longest)]);
        }

        return Numbered().IsMatch(word)
            ? char.IsAsciiDigit(rest[0]) || (IsTitle(word) && !Opens(rest))
            : Connective().IsMatch(word)
                || (word is [var initial] ? char.IsUpper(initial) && initial != 'I' && char.IsUpper(rest[0]) && !Opens(rest) : IsShort(word) && !Opens(rest));
    }

    private static bool Opens(ReadOnlySpan<char> rest) => Opening().IsMatch(rest[..Math.Min(rest.Length, Longest)]);

    private static bool IsShort(string word) => Pointed().IsMatch(word) || Known().IsMatch(word) || Voiceless().IsMatch(word);

    // Such a word stands before a name as well as before a number: "St. John", "Mt. 5".
    private static bool IsTitle(string word) => word is "Ch" or "Gen" or "Fr";

    [GeneratedRegex("^(Dr|Mr|Mrs|Ms|Mx|Prof|Sto|Sta)$", Options, FactRules.LongestMatch)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^(I|I'\p{L}+|My|We|He|She|They|It|It's|The|This|Our|You|But|And|So)\b", Options, FactRules.LongestMatch)]
    private static partial Regex Speaks();

    // What leads on, whatever comes.
    [GeneratedRegex(@"^(e\.g|i\.e|vs|viz|approx|ca|cf|incl|esp|resp|v)$", Options | RegexOptions.IgnoreCase, FactRules.LongestMatch)]
    private static partial Regex Connective();

    // A number follows, or else the word is one of its own: "No. 5", "No. I don't".
    [GeneratedRegex(
        @"^([Nn]o|[Nn]r|[Nn]os|[Nn]um|pp?|[Vv]ol|[Cc]h|[Ff]ig|[Aa]rt|[Ss]ec|[Rr]m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gen|Fr|\d*#)$",
        Options,
        FactRules.LongestMatch)]
    private static partial Regex Numbered();

    // "U.S", "a.m", "Ph.D", "J.R.R": letters between points.
    [GeneratedRegex(@"^\p{L}{1,2}(\.\p{L}{1,2})+$", Options, FactRules.LongestMatch)]
    private static partial Regex Pointed();

    [GeneratedRegex(
        @"^(Prof|Rev|Capt|Cpt|Col|Cdr|Cmdr|Gov|Sen|Rep|Hon|Mme|Mlle|Pres|Supt|Maj|Esq|Messrs|Mx|Inc|Co|Corp|Ave|Av|Apt|Ste|Bldg|Dept|Univ|Assoc|Assn|Bros"
        + @"|Sto|Sta|Intl|Govt|Est|Ass|Asst|Exec|Eng|Tech|Mgr|Dir|Sat|Sun|Mon|Tues?|Wed|Thurs?|Fri|etc|[Jj]r|[Ss]r|mgr|dir|asst|eng|exec|dept|apt|min"
        + @"|mins|hrs?|yrs?|mos?|wks?|lbs?|oz|tbsp|tsp|ft|sq|temp|tel|ext|misc|temp|univ|uni|est|st|mt|dr|mr|mrs|ms|prof|bros)$",
        Options, FactRules.LongestMatch)]
    private static partial Regex Known();

    // "Mr", "Ft", "Blvd": a capital and no vowel.
    [GeneratedRegex(@"^[B-DF-HJ-NP-TV-Z][bcdfghjklmnpqrstvwxz]{1,4}$", Options, FactRules.LongestMatch)]
    private static partial Regex Voiceless();

    // What begins a sentence and hardly goes on with one. A capital tells of the rest.
    [GeneratedRegex(
        @"^(([Ii]|[Ii]'\p{L}+|[Ww]e|[Mm]y|[Oo]ur|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ii]t's|[Tt]his|[Tt]hat|[Tt]hat's|[Ww]hat|[Ww]hy|[Hh]ow|[Pp]lease|[Cc]an"
        + @"|[Cc]ould)\b(?!-)|(The|A|An|And|But|So|Or|Also|Now|Then|There|These|Those|His|Her|Their|Its|You|Your|Do|Does|Did|Is|Are|Was|Were|Have|Has"
        + @"|Will|Would|Should|When|Where|Who|Which|If|Because|Since|After|Before|In|At|On|For|With|From|Yes|No|Not|Thanks|Any|Every|All|Some|Most|Once"
        + @"|Maybe|Just|Still|Never|Lately|Recently|Yesterday|Tomorrow|Today|Actually|Anyway|Well|Oh|By|As|Let's)\b)",
        Options, FactRules.LongestMatch)]
    private static partial Regex Opening();
}
