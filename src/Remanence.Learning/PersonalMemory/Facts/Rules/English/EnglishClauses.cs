using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>The statements of a sentence: "since I live in Oslo, and my wife is from Bergen, …" are two and what is asked about them.</summary>
internal static class EnglishClauses
{
    private const string Who =
        "i|we|my|our|he|she|they|his|her|their|it|it's|that|that's|this|there|there's|everyone|everybody|people|please|don't|do "
        + "not|can|could|should|any|how|what|why|which|where|let's|no";
    private const string Verb =
        "am|is|are|have|has|had|live|lives|living|work|works|working|worked|study|studies|studying|studied|speak|speaks|love|loves|hate|hates|like|likes"
        + "|enjoy|moved|started|got|bought|sold|own|owns|drive|drives|play|plays|teach|teaches|run|runs|grew|stopped|quit|never|do not|does not|can not"
        + "|named|call|calls|adopted|married|divorced|based|from|used to|turned|retired|learning|graduated|became|joined|trained|retrained|relocated"
        + "|emigrated|transferred";

    private static readonly Regex Joint = EnglishRule.Pattern(
        $@",?\s+(and|&|but|so|because|since|although|though|plus|whereas|cause|cos|coz|yet|then)\s+((now|then|also|lately|currently|these days"
        + $@"|right now)\s+)?(?=({Who}|the|everything)\b)"
            + $@"|,\s+(and |but )?(?=({Who}|(nice|pleased|good|great|lovely|glad) to\b|is|does|did|help|recommend|suggest|give|tell|mostly|currently"
            + $@"|originally|also|still|already|just|feels?|so|which|mother of|father of|mom of|mum of|dad of|{Verb})\b)"
            + $@"|,\s+(?=\d{{2}}(,|\s+and\b|$))|\s+(and|but)\s+(?=((also|still|just|now|currently|recently)\s+)?({Verb})\b)|\s+-+\s+|\s*[–—]\s*"
            + $@"|\s*\.\.+\s*|\s*[()]\s*|\s+(lol|haha+|lmao)\s+");

    // "Moved to Zug in 2010, and to Bari in 2015" tells of two moves.
    private static readonly Regex Onward = EnglishRule.Pattern(
        @"\b(?<verb>moved|relocated|emigrated|transferred)\b(?<to>[^,;]*?\bto [^,;]+?)(,?\s+and\s+|,\s+)((then|later|eventually|finally|afterwards"
        + @"|after that|from there|on)\s+)*(?=to (?-i:[A-Z]))");

    private static readonly Regex Opening = EnglishRule.Pattern(
        @"^((ugh|argh|meh|omg|gosh|actually|no+|nope|nah|well|sorry|correction|oh|ah|um+|uh|hmm+|also|and|but|plus|by the way|btw|so|yes|yeah|yep|ok"
            + @"|okay|alright|anyway|hi"
        + @"|hiya|hello|hey|good (morning|afternoon|evening)|today|now|currently|lol|haha+|fyi|tbh|honestly|to be (honest|clear|fair)|for (context"
        + @"|reference|the record|your information)|context|some (context|background)|quick (intro|question|note)|(little )?about me|intro|fun fact"
        + @"|side note|random( fact)?|long story short|just (so you know|fyi|to clarify|to be clear|a heads up)|so you know|as you know|as (i|I) (said"
        + @"|mentioned)|like i said|in case (it (helps|matters)|you need it|you are wondering)|not that it matters|(good|big|great|bad|sad|exciting|happy"
        + @"|personal) news|guess what|update|wait|oops|whoops|my bad|i mean|you know|look|listen|turns out|thanks|thank you|cool|great|nice|sure|right"
        + @"|finally|anyways|ps|p\.s\.|edit|small correction|one more thing|i should (add|mention|say)|i forgot to (say|mention|add)"
        + @"|i just wanted to (say|mention)|remember when i said|let me introduce myself|introducing myself|what i meant (is|was)|i meant)\b( there| that"
        + @"| everyone| all)?[,:!.\s-]*|i (think|believe|guess|suppose|mean) (that )?(?=(i|we|my)\b))+");

    // "Quick context:", "Heads up before you suggest a dessert:".
    private static readonly Regex Lead = EnglishRule.Pattern(
        @"^((quick|short|long|some|little|small|one|big|important|another|just|an?|my|the|for|more|additional|extra|personal|medical|dietary"
        + @"|relevant) )*(context"
        + @"|background|heads[- ]?up|note|reminder|confession|update|correction|clarification|disclaimer|fact|thing|requests?|details?|info|information"
        + @"|caveat|warning|tl;?dr|situation|problem|issue|constraints?|restrictions?|profile|status|setup"
        + @"|reason|truth|version|deal|question)\b[^:.,!]{0,40}:\s+");

    private static readonly Regex Cause = EnglishRule.Pattern(
        @"^(since|because|as|now that|given that|seeing (as|that)|being that|considering( that)?)\s+(?=(i|we|my|our)\b)");
    private static readonly Regex Capacity = EnglishRule.Pattern(@"^as (?<what>an? [^,]{3,40}),\s*");
    // "My mom, Ruth, is a judge" is one clause.
    private static readonly Regex Apposition = EnglishRule.Pattern(
        $@"(?<who>\b(my|our) {EnglishWords.Which}({EnglishWords.Relation}|{EnglishWords.Animal})), (?<name>{EnglishNames.Several}), ");
    private static readonly Regex Aged = EnglishRule.Pattern(
        @"^(as|being) (?<what>an? \d{1,2}[- ]years?[- ]old)( (man|woman|guy|girl|student|person|mum|mom|dad|father|mother))?,?\s+");

    // Where it is done says nothing more of a language or a habit.
    private static readonly Regex Where = EnglishRule.Pattern(
        @"^(at home|at work|in my family|in our house|with my (parents|family|kids|wife|husband|partner|mum|mom|dad|grandparents|grandmother|friends)"
        + @"|among ourselves),?\s+(?=(i|we)\b)");
    private static readonly Regex Filler = EnglishRule.Pattern(
        @"([\s,]+(btw|by the way|lol|haha+|hehe|tbh|tho|though|fwiw|honestly|actually|fyi|obviously|of course|sadly|you know|i guess|i think"
        + @"|if that (helps|matters)|in case (it|that) (helps|matters)))+[.! ]*$");
    private static readonly Regex When = EnglishRule.Pattern(
        $@"^(?<when>{EnglishWords.Often}|{EnglishWords.Past}|{EnglishWords.Coming}),?\s+(?=(i|we|my|our)\b)");

    public static IEnumerable<string> Of(string sentence)
    {
        var text = Apposition.Replace(
            Opening.Replace(Lead.Replace(Opening.Replace(sentence.Trim(), string.Empty), string.Empty), string.Empty),
            "${who} ${name} ");
        if (Capacity.Match(text) is { Success: true } capacity)
        {
            yield return "I am " + capacity.Groups["what"].Value;
            text = text[capacity.Length..];
        }

        if (Aged.Match(text) is { Success: true } aged)
        {
            yield return "I am " + aged.Groups["what"].Value;
            text = text[aged.Length..];
        }

        text = Onward.Replace(Where.Replace(text, string.Empty), "${verb}${to} and ${verb} ");
        foreach (var part in Joint.Split(Cause.Replace(text, string.Empty)))
        {
            var clause = Cause.Replace(Opening.Replace(part.Trim(), string.Empty), string.Empty).Trim(' ', ',');
            if (When.Match(clause) is { Success: true } when)
            {
                clause = $"{clause[when.Length..]} {char.ToLowerInvariant(clause[0])}{when.Groups["when"].Value[1..]}";
            }

            clause = Filler.Replace(clause, string.Empty);
            if (clause.Length > 0)
            {
                yield return clause;
            }
        }
    }
}
