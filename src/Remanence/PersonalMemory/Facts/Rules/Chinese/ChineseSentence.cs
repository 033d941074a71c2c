namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Writes a fact as a Chinese sentence that is understood alone.</summary>
internal static class ChineseSentence
{
    public static string Of(SpokenFact fact, string? speaker)
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
            Attributes.Nationality => $"是{value}",
            Attributes.School => not ? $"不再在{value}上学" : $"在{value}上学",
            Attributes.Health => not ? $"没有{value}" : $"有{value}",
            Attributes.Habit => not ? $"不再{value}" : $"{value}",
            Attributes.Event => $"{value}",
            Attributes.Contact => $"的联系方式是{value}",
            var other => $"{other.Replace(Attributes.Favorite + " ", "最喜欢的", StringComparison.Ordinal)}是{value}",
        };
        return $"{who}{said}。";
    }
}
