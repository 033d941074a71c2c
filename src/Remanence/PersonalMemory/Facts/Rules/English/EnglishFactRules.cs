using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Statements in English. One reader reads the sentences of one message, in their order: "he" is who was spoken of before. Not thread-safe.</summary>
internal sealed class EnglishFactRules
{
    private static readonly Regex Remember = EnglishRule.Pattern(@"^(please |pls )?(remember|note|don't forget|do not forget|keep in mind|make a note)( that|:|,)?\s+(?<rest>(?!to\b|me\b|when\b|how\b|the time\b)(?!.*\b(you|your|yourself)\b)(?!\w+ing\b|to\b|who\b).{4,})$");
    private static readonly Regex Speaker = EnglishRule.Pattern(@"^(i|we|me and \S+|\S+ and (i|me)|my \w+ and (i|me))\s+(?<rest>.+)$");
    private static readonly Regex Person = EnglishRule.Pattern(
        $@"^(my|our)\s+{EnglishWords.Which}(?<rel>{EnglishWords.Relation})\b(,?\s+(?<name>(?-i:\p{{Lu}}[\p{{L}}'-]+))(?!'s\b),?)?(\s+(?<rest>.+)|'s\s+(?<is>(an?|the|from|in|at|called|named|allergic|vegan|vegetarian|pregnant|been|got|moved|working|studying|living|not|also|still|getting|turning|originally|\d+|{EnglishWords.Demonym})\b.*))$");

    private static readonly Regex Pet = EnglishRule.Pattern(
        $@"^(my|our)\s+{EnglishWords.Which}(?<animal>({EnglishWords.Animal}))\b(,?\s+(?<name>(?-i:\p{{Lu}}[\p{{L}}'-]+))(?!'s\b),?)?\s+(?<rest>.+)$");

    // Who greets says who they are; "I am Batman" alone is a joke.
    private static readonly Regex Greeting = EnglishRule.Pattern(@"^\W*(hi|hiya|hello|hey|good (morning|afternoon|evening)|greetings|(quick )?intro|new here|let me introduce|about me)\b");
    private static readonly Regex IAm = EnglishRule.Pattern($@"^am\s+(?!(?-i:{EnglishWords.Demonym}|Catholic|Christian|Jewish|Muslim|Hindu|Buddhist|Sikh|Protestant|Mormon|Gen|Type|OK|Ok|AI|Not|So|In|On|At)\b)(?<value>(?-i:\p{{Lu}}\p{{Ll}}+)( (?-i:\p{{Lu}}\p{{Ll}}+))?)$");
    private static readonly Regex Pronoun = EnglishRule.Pattern(@"^(he|she|they)\s+(?<rest>.+)$");
    private static readonly Regex Named = EnglishRule.Pattern(@"^((his|her|its|the (dog|cat|puppy|kitten|baby)'s) name is|(i |we |have )*(just )?(named|called|are calling|am calling|call) (him|her|it)|(he|she|it) is (called|named))\s+(?<name>(?-i:\p{Lu})[\p{L}'-]+)");

    // Where nobody says "I", only forms that nobody uses of others or in a request.
    private static readonly Regex Elided = EnglishRule.Pattern(
        $@"^((just|recently|finally|also|still|currently|already|officially)\s+)*(got|bought|sold|moved|relocated|adopted|rescued|took up|picked up|been|born|raised|living|working|started|quit|stopped|gave up|turned|turning|graduated|finished|dropped out|married|divorced|engaged|single|retired|unemployed|not an? |not into|no longer|lost|broke up|split up|used to|grew up|never|have not|had (a|an|my|surgery|twins)|switched|studying|learning|allergic|vegetarian|vegan|lactose|diagnosed|(a )?(big|huge) fan|obsessed|hate (?=[a-z]+ing|(?-i:[A-Z]))|can not (stand|eat|have|drink)|do not (eat|drink|like|smoke|drive|own|have)|passed|ran|saw|went|visited|met|flew|flying|moving|heading|going|travell?ing|visiting|hosting|(mom|mum|dad|mother|father) of|\d{{2}}\s?[mf]\b|\d{{2}} years old|based in|due (on|in)|from (?-i:[A-Z])|(fav(e|ourite|orite)?|go-to)\b|({EnglishWords.Demonym})\b.* here\b|([a-z-]+ ){{0,3}}({EnglishWords.Job}) here\b)");

    private static readonly Regex Acquaintance = EnglishRule.Pattern($@"\b(my|our) {EnglishWords.Which}((?<rel>{EnglishWords.Relation})|(?<animal>{EnglishWords.Animal})),? (?<name>(?-i:\p{{Lu}}\p{{Ll}}+))\b");
    private static readonly Regex Female = EnglishRule.Pattern($@"^({EnglishWords.Female})\b");
    private static readonly Regex Male = EnglishRule.Pattern($@"^({EnglishWords.Male})\b");
    private static readonly Regex Asks = EnglishRule.Pattern(@"^(do|does|did|is|are|was|were|can|could|should|would|will|have|has|what|what's|how|how's|which|where|when|why|who|any|anything|got any|shall|am i)\b");
    private static readonly Regex Asserts = EnglishRule.Pattern(@"\s(is|are)\s");

    private string? _other;
    private bool _isGreeting;
    private bool _isPet;

    public IReadOnlyList<SpokenFact> Read(Sentence sentence)
    {
        var facts = new List<SpokenFact>();
        Subject? before = null;
        _isGreeting |= Greeting.IsMatch(sentence.Text);
        var isFirst = true;
        var clauses = EnglishClauses.Of(EnglishText.Plain(sentence.Text)).ToList();

        // "I'm left-handed, does that matter?" states something before it asks.
        if (sentence.IsQuestion)
        {
            clauses = clauses.Count > 1 && Asks.IsMatch(clauses[^1]) ? clauses[..^1] : [];
        }

        foreach (var clause in clauses)
        {
            if (Remember.Match(clause) is { Success: true } note)
            {
                var inner = Read(new Sentence(note.Groups["rest"].Value, IsQuestion: false));
                var text = note.Groups["rest"].Value.Trim();
                facts.AddRange(inner.Count > 0 ? inner : [new SpokenFact(null, Attributes.Note, text, Text: $"To remember: {text.TrimEnd('.')}.", Said: text)]);
                continue;
            }

            facts.AddRange(ReadClause(clause, isFirst, ref before).Select(fact => fact with { Said = clause }));
            isFirst = false;
        }

        return facts;
    }

    private List<SpokenFact> ReadClause(string clause, bool isFirst, ref Subject? before)
    {
        if (Named.Match(clause) is { Success: true } named)
        {
            return ReadName(named.Groups["name"].Value);
        }

        if (EnglishOwnRules.Read(clause) is { Count: > 0 } own)
        {
            Follow(own);
            before = null;
            return own;
        }

        if (Speaker.Match(clause) is { Success: true } speaker)
        {
            before = new Subject(null);
            var said = _isGreeting && IAm.Match(speaker.Groups["rest"].Value) is { Success: true } name
                ? [new SpokenFact(null, Attributes.Name, name.Groups["value"].Value)]
                : ReadPredicate(null, speaker.Groups["rest"].Value);
            return [.. said, .. Acquaintances(clause, said)];
        }

        if (Person.Match(clause) is { Success: true } person)
        {
            return ReadPerson(person, out before);
        }

        if (Pet.Match(clause) is { Success: true } pet)
        {
            before = null;
            Follow(pet.Groups["animal"].Value.ToLowerInvariant(), isPet: true);
            return pet.Groups["name"] is { Success: true } name ? ReadName(name.Value) : [];
        }

        if (Pronoun.Match(clause) is { Success: true } pronoun)
        {
            before = _other is null || _isPet || IsAnother(pronoun.Value) ? null : new Subject(_other);
            return before is null ? [] : ReadPredicate(_other, pronoun.Groups["rest"].Value);
        }

        // "I live in Oslo and work at Acme"; "sold my car yesterday".
        if (!isFirst && before is { } same)
        {
            return ReadElided(same.Name, clause);
        }

        return isFirst && Elided.IsMatch(clause) && !Asserts.IsMatch(clause) ? ReadElided(null, clause) : [];
    }

    private List<SpokenFact> ReadPerson(Match match, out Subject? subject)
    {
        var relation = match.Groups["rel"].Value.ToLowerInvariant();
        var name = match.Groups["name"] is { Success: true } given ? $"{relation} {given.Value}" : null;
        var who = name ?? relation;
        Follow(who, isPet: false);
        subject = new Subject(who);
        var facts = ReadPredicate(who, match.Groups["is"] is { Success: true } state ? "is " + state.Value : match.Groups["rest"].Value);
        return name is null || facts.Count > 0 ? facts : [new SpokenFact(null, Attributes.Family, name)];
    }

    private List<SpokenFact> ReadName(string name) => _other switch
    {
        null => [],
        { } other when other.Contains(' ', StringComparison.Ordinal) && !_isPet => [],
        { } other => [new SpokenFact(null, _isPet ? Attributes.Pet : Attributes.Family, $"{other} {name}")],
    };

    private List<SpokenFact> ReadElided(string? subject, string clause) =>
        ReadPredicate(subject, clause) is { Count: > 0 } facts ? facts : ReadPredicate(subject, "am " + clause);

    private List<SpokenFact> ReadPredicate(string? subject, string rest)
    {
        foreach (var rule in EnglishPredicates.All)
        {
            if (rule.Form.Match(rest) is { Success: true } match && rule.Read(match).ToList() is { Count: > 0 } facts)
            {
                if (subject is null)
                {
                    Follow(facts);
                }

                return [.. facts.Select(fact => fact with { Subject = subject })];
            }
        }

        return [];
    }

    // "I went there with my cousin Nadia" says who Nadia is.
    private static IEnumerable<SpokenFact> Acquaintances(string clause, List<SpokenFact> known)
    {
        foreach (Match match in Acquaintance.Matches(clause))
        {
            var isPet = match.Groups["animal"].Success;
            var value = $"{(isPet ? match.Groups["animal"] : match.Groups["rel"]).Value.ToLowerInvariant()} {match.Groups["name"].Value}";
            if (!known.Exists(fact => fact.Value.Contains(match.Groups["name"].Value, StringComparison.Ordinal) && fact.Attribute is Attributes.Family or Attributes.Pet))
            {
                yield return new SpokenFact(null, isPet ? Attributes.Pet : Attributes.Family, value);
            }
        }
    }

    // "He" is not the sister.
    private bool IsAnother(string clause) =>
        (clause.StartsWith("he ", StringComparison.OrdinalIgnoreCase) && Female.IsMatch(_other!)) || (clause.StartsWith("she ", StringComparison.OrdinalIgnoreCase) && Male.IsMatch(_other!));

    private void Follow(List<SpokenFact> facts)
    {
        if (facts.Find(fact => fact.Attribute is Attributes.Pet or Attributes.Family) is { } living)
        {
            Follow(living.Value, living.Attribute == Attributes.Pet);
        }
    }

    private void Follow(string other, bool isPet) => (_other, _isPet) = (other, isPet);

    private sealed record Subject(string? Name);
}
