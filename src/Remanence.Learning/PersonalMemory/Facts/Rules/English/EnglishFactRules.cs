using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishForms;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Statements in English. One reader reads the sentences of one message, in their order: "he" is who was spoken of before. Not thread-safe.</summary>
internal sealed class EnglishFactRules
{
    private string? _other;
    private bool _hasGreeted;
    private bool _isPet;

    public IReadOnlyList<SpokenFact> Read(Sentence sentence)
    {
        var facts = new List<SpokenFact>();
        Subject? before = null;
        _hasGreeted |= Greeting.IsMatch(sentence.Text);
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

            facts.AddRange(ReadClause(clause, isFirst, ref before).Where(EnglishShape.Fits).Select(fact => fact with { Said = clause }));
            isFirst = false;
        }

        return facts;
    }

    private List<SpokenFact> ReadClause(string clause, bool isFirst, ref Subject? before)
    {
        if (Former.IsMatch(clause))
        {
            before = null;
            return [];
        }

        if (Named.Match(clause) is { Success: true } named)
        {
            return ReadName(named.Groups["name"].Value);
        }

        if (EnglishOwnRules.Read(clause) is { Count: > 0 } told)
        {
            List<SpokenFact> own = Owned.Match(clause) is { Success: true } past ? [.. EnglishTense.Holding(told, past.Groups["rest"].Value)] : told;
            Follow(own);
            before = null;
            return own;
        }

        if (Speaker.Match(clause) is { Success: true } speaker)
        {
            before = new Subject(null);
            var said = _hasGreeted && IAm.Match(speaker.Groups["rest"].Value) is { Success: true } name
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
            var who = EnglishPeopleRules.Called(pet.Groups["animal"].Value, pet.Groups["name"]);
            if (Gone.Match(pet.Groups["rest"].Value) is { Success: true } gone)
            {
                return [new SpokenFact(null, Attributes.Pet, "late " + who) { Told = $"'s {who} {gone.Value}" }];
            }

            IReadOnlyList<SpokenFact> called = pet.Groups["name"] is { Success: true } name ? ReadName(name.Value) : [];
            return
            [
                .. called,
                .. ReadPredicate(who, pet.Groups["rest"].Value)
                    .Where(fact => fact.Attribute is Attributes.Age or Attributes.Allergy or Attributes.Health or Attributes.Birthday),
            ];
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
        if (Distant.IsMatch(relation))
        {
            subject = null;
            return [];
        }

        if (Gone.Match(match.Groups["rest"].Value) is { Success: true } gone && !match.Value.Contains("ran ", StringComparison.Ordinal))
        {
            return [new SpokenFact(null, Attributes.Family, "late " + who) { Told = $"'s {who} {match.Groups["rest"].Value.TrimEnd('.')}" }];
        }

        if (Child.IsMatch(relation) && Born.IsMatch(match.Groups["rest"].Value))
        {
            return [new SpokenFact(null, Attributes.Family, who) { Told = $"'s {who} was born" }];
        }

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

    // "I don't drink coffee, only tea": where the whole says nothing, what stands before the comma may.
    private List<SpokenFact> ReadPredicate(string? subject, string rest) =>
        ReadWhole(subject, rest) is { Count: > 0 } facts ? facts
        : EnglishTense.IsUndone(rest) ? []
        : Aside.Match(rest) is { Success: true } aside ? ReadWhole(subject, aside.Groups["head"].Value)
        : [];

    private List<SpokenFact> ReadWhole(string? subject, string rest)
    {
        if (EnglishCeased.Read(rest, one => ReadWhole(null, one)) is { Count: > 0 } ceased)
        {
            return [.. ceased.Select(fact => fact with { Subject = subject })];
        }

        if (EnglishResumed.Read(rest, one => ReadWhole(null, one)) is { Count: > 0 } resumed)
        {
            return [.. resumed.Select(fact => fact with { Subject = subject })];
        }

        foreach (var rule in EnglishPredicates.All)
        {
            if (rule.Form.Match(rest) is { Success: true } match && rule.Read(match).ToList() is { Count: > 0 } facts)
            {
                facts = [.. EnglishTense.Holding(facts, rest)];
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
            if (
                !known.Exists(fact =>
                    fact.Value.Contains(match.Groups["name"].Value, StringComparison.Ordinal) && fact.Attribute is Attributes.Family or Attributes.Pet))
            {
                yield return new SpokenFact(null, isPet ? Attributes.Pet : Attributes.Family, value);
            }
        }
    }

    // "He" is not the sister.
    private bool IsAnother(string clause) =>
        (clause.StartsWith("he ", StringComparison.OrdinalIgnoreCase) && Female.IsMatch(_other!))
        || (clause.StartsWith("she ", StringComparison.OrdinalIgnoreCase) && Male.IsMatch(_other!));

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
