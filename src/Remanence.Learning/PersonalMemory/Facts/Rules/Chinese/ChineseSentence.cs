using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Writes a fact as a Chinese sentence that is understood alone.</summary>
internal static class ChineseSentence
{
    private static readonly Regex Named = ChineseRule.Pattern(
        $"^(?!({ChineseWords.Relation})$)(?<rel>{ChineseWords.Relation})[ ]?(?<name>[\\p{{IsCJKUnifiedIdeographs}}A-Za-z].*)$");

    private static readonly Regex Ceased = ChineseRule.Pattern("不再|再也|已经|已不|没再|以前|之前|曾|原来|[辞离退卖搬换停戒]|毕业|跳槽|被裁|了($|[，。！!,.])");

    public static string Of(SpokenFact fact, string? speaker)
    {
        var who = speaker ?? "用户";
        if (fact.Told is { } told)
        {
            return $"{who}{told}。";
        }

        who = fact.Subject is { } subject ? $"{who}的{subject}" : who;
        var (value, not) = (fact.Value, fact.Negated);

        // Who is no doctor may never have been one.
        var no = fact.Said is null || Ceased.IsMatch(fact.Said) ? "不再" : "不";
        var said = fact.Attribute switch
        {
            Attributes.Name => not ? $"不叫{value}" : $"叫{value}",
            Attributes.Age => char.IsAsciiDigit(value[^1]) ? $"{value}岁" : $"的年龄是{value}",
            Attributes.Birthday => not ? $"的生日不是{value}" : $"的生日是{value}",
            Attributes.Home => not ? $"{no}住在{value}" : $"住在{value}",
            Attributes.Origin => not ? $"不是{value}人" : $"来自{value}",
            Attributes.Employer when ChineseWork.IsNone(value) => $"{fact.When}{value}",
            Attributes.Employer => not ? $"{no}在{value}工作" : $"在{value}工作",
            Attributes.Occupation => not ? $"{no}是{value}" : $"的职业是{value}",
            Attributes.Study => not ? $"{no}学{value}" : $"在学{value}",
            Attributes.Likes => not ? $"不喜欢{value}" : $"喜欢{value}",
            Attributes.Allergy => not ? $"对{value}不过敏" : $"对{value}过敏",
            Attributes.Diet => Diet(value, not, no),
            Attributes.Pet => not ? $"没有宠物{value}" : $"的宠物是{value}",
            Attributes.Family => not ? $"没有{value}"
            : Named.Match(value) is { Success: true } named ? $"的{named.Groups["rel"].Value}叫{named.Groups["name"].Value}"
            : $"有{value}",
            Attributes.Language => not ? $"不会说{value}" : $"会说{value}",
            Attributes.Owns => not ? $"没有{value}" : $"有{value}",
            Attributes.Plan => not ? $"不打算{fact.When}{value}" : $"打算{fact.When}{value}",
            Attributes.Status => not ? $"没有{value}" : $"的婚姻状况是{value}",
            Attributes.Nationality => not ? $"的国籍不是{value}" : $"的国籍是{value}",
            Attributes.School => value.StartsWith("毕业", StringComparison.Ordinal) ? value : not ? $"{no}在{value}上学" : $"在{value}上学",
            Attributes.Health => not ? $"没有{value}" : $"的健康状况：{value}",
            Attributes.Habit => not ? $"不{value}" : $"{fact.When}{value}",
            Attributes.Event => not ? $"没有{value}" : $"{fact.When}{value}",
            Attributes.Contact => $"的联系方式是{value}",
            Attributes.Belief => ChineseViews.Belief(value, not),
            Attributes.Preference => $"希望：{value}",
            ChineseSelf.Skill => not ? $"不会{value}" : $"会{value}",
            var other when other.StartsWith(Attributes.Favorite + " ", StringComparison.Ordinal) => $"最喜欢的{other[(Attributes.Favorite.Length + 1)..]}是{value}",
            var other => not ? $"的{other}不是{value}" : $"的{other}是{value}",
        };
        return $"{who}{said}。";
    }

    private static string Diet(string value, bool not, string no) => value.Contains('素', StringComparison.Ordinal)
        ? not ? $"{no}吃素" : "吃素"
        : not ? $"的饮食{no}是{value}" : $"的饮食是{value}";
}
