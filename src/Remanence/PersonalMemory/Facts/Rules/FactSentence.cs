using Remanence.Models.Prompts;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>Writes a fact as a sentence that is understood alone.</summary>
internal static class FactSentence
{
    public static string Of(SpokenFact fact, string? speaker, PromptLanguage language) =>
        fact.Text ?? (language == PromptLanguage.Chinese ? Chinese(fact, speaker) : English(fact, speaker));

    private static string English(SpokenFact fact, string? speaker)
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
            var other => $"has as {other}: {value}",
        };
        return $"{who} {said}.";
    }

    private static string Chinese(SpokenFact fact, string? speaker)
    {
        var who = speaker ?? "用户";
        who = fact.Subject is { } subject ? $"{who}的{subject}" : who;
        var (value, not) = (fact.Value, fact.Negated);
        var said = fact.Attribute switch
        {
            Attributes.Name => not ? $"不叫{value}" : $"叫{value}",
            Attributes.Age => $"{value}岁",
            Attributes.Birthday => $"的生日是{value}",
            Attributes.Home => not ? $"不再住在{value}" : $"住在{value}",
            Attributes.Origin => $"来自{value}",
            Attributes.Employer => not ? $"不再在{value}工作" : $"在{value}工作",
            Attributes.Occupation => not ? $"不再是{value}" : $"的职业是{value}",
            Attributes.Study => not ? $"不再学{value}" : $"在学{value}",
            Attributes.Likes => not ? $"不喜欢{value}" : $"喜欢{value}",
            Attributes.Allergy => not ? $"对{value}不过敏" : $"对{value}过敏",
            Attributes.Diet => not ? "不再吃素" : "吃素",
            Attributes.Pet => $"的宠物是{value}",
            Attributes.Family => $"的{value}",
            Attributes.Language => not ? $"不会说{value}" : $"会说{value}",
            Attributes.Owns => not ? $"不再拥有{value}" : $"有{value}",
            Attributes.Plan => not ? $"不打算{value}" : $"打算{value}",
            Attributes.Status => not ? $"没有{value}" : $"的婚姻状况是{value}",
            var other => $"{other.Replace(Attributes.Favorite + " ", "最喜欢的", StringComparison.Ordinal)}是{value}",
        };
        return $"{who}{said}。";
    }
}
