using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>
/// Knows what a clause tells of another time than now: who lived in London in 2015 may live anywhere. What changed something, and was not undone, holds still:
/// who moved to Chengdu last year lives there.
/// </summary>
internal static class ChineseTense
{
    private const string Before = "^(我|俺|其实|大概|大约|好像|还|在|是|早在|就在|记得|当|呢|啊|，|[ ])*";

    private const string Stage =
        "小时候|(小|年轻|年少|青年|单身|少年)(的)?(时候?|时期|那会儿?|那时|时代)|年轻那会儿?|童年|(上|读|念|在)?(幼儿园|小学|初中|高中|中学|大学|本科|研究生|读研|读博|学生时代?|大[一二三四]|高[一二三])(的)?(时候?|期间|那会儿?|时期|时代"
        + "|阶段|那几?年)|(上|读|念)(学|书)(的)?(时候?|期间|那会儿?|时)|当年|那时候?|那会儿|那几?年|以前|从前|曾经?|之前|过去|原来|原先|早先|早年";

    private const string Point =
        $"(大前|前|去)年|昨[天晚日儿]|大?前天|上上?个?(月|周|星期|礼拜|学期|季度)|前(几|两|些)[天年月周]|前阵子|(?!(一|1)?半?[天]前)({Number}多?(年|个月|个?星期|天|周)(多|半)?)(以|之)?前|(19|20)\\d\\d年";

    private const string Coming =
        $"明[天晚早年]|大?后天|后年|下下?个?(月|周|星期|礼拜|学期|季度)|{Number}(年|个月|个?星期|天|周)(以|之)?后|过(几|两)[天年月周]|过(几|两)个月|不久(以|之)?后|将来|马上|即将|很快|快要|再过{Number}(年|个月|个?星期|天|周)";

    private const string Change =
        "搬|迁|移居|移民|换|辞|离|裁|优化|失业|解雇|开除|跳槽|入职|加入|成为|当上|开了|开始|买|领养|收养|捡|养了|生了|出生|结婚|结的婚|结了婚|订婚|领证|分手|确诊|查出|诊断|患上|得了|戒|改|转|升|考|毕业|退休|怀上|学会|拿|定居|落户|安家|娶|嫁|来到"
        + "|来了|回到|回了|去了|进了|调到|录取|签了|接手|创|丢|卖|走了|去世|没了|做了|成了|变|信了|皈依|装了|送";

    private static readonly Regex Long = ChineseRule.Pattern(
        $"^[^，]{{0,10}}?(起|开始|以来|至今|到现在|自从)|{Before}从({Point})|{Before}({Point}|{Stage})[^，]{{0,3}}(就|便)(?!是|在)[^，]*|至今|现在");
    private static readonly Regex Staged = ChineseRule.Pattern($"{Before}({Stage})");
    private static readonly Regex Dated = ChineseRule.Pattern($"{Before}({Point})");
    private static readonly Regex ToCome = ChineseRule.Pattern($"{Before}({Coming})");
    private static readonly Regex Present = ChineseRule.Pattern($"{Before}(现在|目前|如今|后来|今年|眼下|最近|然后|之后|终于|已经)");
    private static readonly Regex Back = ChineseRule.Pattern("现在|目前|如今|后来|眼下|今年");
    private static readonly Regex Changing = ChineseRule.Pattern(Change);
    private static readonly Regex Lasting = ChineseRule.Pattern("搬|迁|移居|移民|出生|确诊|查出|诊断|学会|成为|来到|离|定居|结婚|结了婚|戒");
    private static readonly Regex Moving = ChineseRule.Pattern("^(就|要|会|将|得|准备)*(?<what>(搬|迁|移居|移民|去|到|入职|加入|跳槽|转|换|调|回|开始|领养|买|考|上|读)[^，]+?)(了|啦)*$");
    private static readonly Regex Aged = ChineseRule.Pattern("(岁|十|\\d)了?$|满|岁");

    /// <summary>The time that a clause is told of; null: it names none.</summary>
    public static ChineseTime? Of(string words) => words switch
    {
        _ when Present.IsMatch(words) => ChineseTime.Now,
        _ when ToCome.IsMatch(words) => ChineseTime.ToCome,
        _ when !Staged.IsMatch(words) && !Dated.IsMatch(words) => null,
        _ when Long.IsMatch(words) => ChineseTime.Now,
        _ => Staged.IsMatch(words) ? ChineseTime.Stage : ChineseTime.Over,
    };

    /// <summary>Whether the sentence comes back to now, so that a time in it reaches no further than its clause.</summary>
    public static bool ComesBack(string sentence) => Back.IsMatch(sentence);

    /// <summary>Whether the clause tells of a change that holds since.</summary>
    public static bool Changes(ChineseTime time, string words) => (time == ChineseTime.Stage ? Lasting : Changing).IsMatch(words);

    /// <summary>What of the facts may be believed now.</summary>
    public static IReadOnlyList<SpokenFact> Holding(IReadOnlyList<SpokenFact> facts, ChineseTime time, ChineseClause clause) => time switch
    {
        ChineseTime.Now => facts,
        ChineseTime.ToCome => [.. facts.Select(fact => IsState(fact) ? Awaited(fact, clause) : fact).OfType<SpokenFact>().Distinct()],
        _ when Changes(time, clause.Words) => facts,
        _ => [.. facts.Where(fact => fact.Negated || !(IsState(fact) || (time == ChineseTime.Over && fact.Attribute == Attributes.School)))],
    };

    // What is to come is told as what it is: who turns forty next year is not forty.
    private static SpokenFact? Awaited(SpokenFact fact, ChineseClause clause) => fact.Attribute switch
    {
        _ when fact.Negated => null,
        Attributes.Age when Aged.IsMatch(fact.Value) => clause.Fact(Attributes.Event, $"{clause.Time}满{fact.Value.TrimEnd('岁')}岁"),
        _ => Moving.Match(clause.Rest) is { Success: true } move ? clause.Fact(Attributes.Plan, move.Groups["what"].Value) : null,
    };

    private static bool IsState(SpokenFact fact) =>
        fact.Attribute
            is Attributes.Name
                or Attributes.Age
                or Attributes.Home
                or Attributes.Employer
                or Attributes.Occupation
                or Attributes.Study
                or Attributes.Likes
                or Attributes.Allergy
                or Attributes.Diet
                or Attributes.Pet
                or Attributes.Family
                or Attributes.Language
                or Attributes.Owns
                or Attributes.Status
                or Attributes.Health
                or Attributes.Habit
                or Attributes.Skill
                or Attributes.Device
                or Attributes.Belief
                or ChineseWork.Place
                or ChineseHome.Living
                or "副业";
}
