namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Writes a fact as an English sentence that is understood alone.</summary>
internal static class EnglishSentence
{
    public static string Of(SpokenFact fact, string? speaker)
    {
        var who = speaker ?? "The user";
        who = fact.Subject is { } subject ? $"{who}'s {subject}" : who;
        var (value, not) = (fact.Value, fact.Negated);
        var said = fact.Attribute switch
        {
            Attributes.Name => not ? $"is not called {value}" : $"is called {value}",
            Attributes.Age => $"is {value} years old",
            Attributes.Birthday => $"has their birthday on {value}",
            Attributes.Home => not ? $"does not live in {value} any more" : $"lives in {value}",
            Attributes.Origin => $"comes from {value}",
            Attributes.Employer => not ? $"does not work at {value} any more" : $"works at {value}",
            Attributes.Occupation => not ? $"does not work as {value} any more" : $"works as {value}",
            Attributes.Study => not ? $"does not study {value} any more" : $"studies {value}",
            Attributes.Likes => not ? $"does not like {value}" : $"likes {value}",
            Attributes.Allergy => not ? $"is not allergic to {value}" : $"is allergic to {value}",
            Attributes.Diet => not ? $"is not {value} any more" : $"is {value}",
            Attributes.Pet => $"has a pet: {value}",
            Attributes.Family => $"has a {value}",
            Attributes.Language => not ? $"does not speak {value}" : $"speaks {value}",
            Attributes.Owns => not ? $"does not own {value} any more" : $"owns {value}",
            Attributes.Plan => not ? $"does not plan to {value} any more" : $"plans to {value}",
            Attributes.Status => not ? $"is not {value}" : $"is {value}",
            Attributes.Nationality => $"is {value}",
            Attributes.School => not ? $"does not go to {value} any more" : $"goes to {value}",
            Attributes.Health => not ? $"does not have {value}" : $"has {value}",
            Attributes.Contact => $"can be reached at {value}",
            var other => $"has as {other}: {value}",
        };
        return $"{who} {said}.";
    }
}
