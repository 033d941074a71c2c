using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Statements in Chinese.</summary>
internal static class ChineseFactRules
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Relation = "妻子|老婆|太太|丈夫|老公|先生|女朋友|男朋友|未婚妻|未婚夫|妈妈|母亲|爸爸|父亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|奶奶|爷爷|外婆|外公|叔叔|阿姨|表哥|表姐|表弟|表妹|朋友|好朋友|同事|老板|经理|室友|邻居|老师|医生|孩子";
    private const string Animal = "狗|猫|小狗|小猫|鹦鹉|仓鼠|兔子|乌龟|金鱼|鸟";

    public static IReadOnlyList<SpokenFact> Read(string sentence)
    {
        var facts = new List<SpokenFact>();
        string? subject = null;
        var spoken = false;
        foreach (var clause in sentence.Split('，', ',').Select(part => Opening.Replace(part.Trim(), string.Empty)))
        {
            if (Remember.Match(clause) is { Success: true } note)
            {
                var rest = note.Groups["rest"].Value;
                var inner = Read(rest);
                facts.AddRange(inner.Count > 0 ? inner : [new SpokenFact(null, Attributes.Note, rest, Text: $"请记住：{rest}")]);
                continue;
            }

            var match = Subject.Match(clause);
            if (match.Success)
            {
                (subject, spoken) = (match.Groups["rel"].Success ? match.Groups["rel"].Value + match.Groups["name"].Value : null, true);
            }

            // "我叫小李，住在上海": who was spoken about is spoken about still.
            if (spoken)
            {
                facts.AddRange(ReadPredicate(subject, match.Success ? match.Groups["rest"].Value : clause));
            }
        }

        return facts;
    }

    private static IEnumerable<SpokenFact> ReadPredicate(string? subject, string rest)
    {
        foreach (var (pattern, attribute, negated) in Predicates)
        {
            if (pattern.Match(rest) is not { Success: true } match)
            {
                continue;
            }

            var not = match.Groups["not"].Success != negated;
            var raw = match.Groups["value"].Value;
            if ((attribute is Attributes.Birthday or Attributes.Age or Attributes.Diet ? FactValue.Plain(raw) : FactValue.Chinese(raw)) is not { } value)
            {
                return [];
            }

            return attribute switch
            {
                Attributes.Favorite => [new(subject, $"{Attributes.Favorite} {match.Groups["thing"].Value}", value, not)],
                Attributes.Pet => [new(subject, attribute, $"{match.Groups["animal"].Value}{value}", not)],
                Attributes.Family => [new(subject, attribute, $"{match.Groups["who"].Value}{value}", not)],
                Attributes.Likes or Attributes.Allergy or Attributes.Language => FactValue.List(value).Select(one => new SpokenFact(subject, attribute, one, not)),
                _ => [new(subject, attribute, value, not)],
            };
        }

        return [];
    }

    private static readonly Regex Opening = Rule("^(其实|不对|不是|嗯|哦|对了|顺便说一下|你好|您好|是的|对|好的|现在|目前|最近|上周|上个月|去年|今年|今天|昨天|前天|更正一下|更正|纠正一下|另外|还有|而且|但是|不过|所以|那么|我想说|告诉你)+[：:、 ]*");
    private static readonly Regex Remember = Rule("^(请|麻烦)?(帮我)?(记住|记一下|记下|别忘了|不要忘记)[：: ]*(?<rest>.{3,})$");
    private static readonly Regex Subject = Rule($"^(我的?(?<rel>{Relation})(?<name>小?[\\p{{IsCJKUnifiedIdeographs}}]{{1,2}}(?=住|在|搬|喜欢|爱|叫|是|对|今年|不|会|打算|计划))?(?<rest>.*)|我(?<rest>.*))$");

    private const string Adverb = "(现在|目前|最近|已经|刚|终于|又|也|还|都|一直|上周|上个月|去年|今年|昨天|今天|前天|其实|真的|特别|非常|很|最|[一二三四五六七八九十两几\\d]+(年|个月|周|天)前|\\d{4}年(\\d{1,2}月)?)*";
    private const string Not = "(?<not>不再|不|没有再|没再|没有|没|已经不)?";

    private static readonly Regex NameRule = Rule("^(的名字)?(叫做?|名叫|的名字是|姓名是)(?<value>.{1,20})$");
    private static readonly Regex Home = Rule($"^{Adverb}{Not}{Adverb}(住在|定居在|搬到了?|搬去了?|搬回了?|搬来了?|回到)(?<value>.+)$");
    private static readonly Regex Left = Rule($"^{Adverb}(从(?<value>.+?)(辞职|离职)|离开了?(?<value>.+(公司|集团|银行|医院|学校|大学|科技)))");
    private static readonly Regex Employer = Rule($"^{Adverb}{Not}{Adverb}(在(?<value>.+?)(工作|上班|任职)|加入了?(?<value>.+)|(跳槽|入职)(到|去)?了?(?<value>.+)|换工作到了?(?<value>.+))");
    private static readonly Regex Age = Rule($"^{Adverb}(?<value>\\d{{1,3}})岁");
    private static readonly Regex Birthday = Rule($"^(的?生日(是|在)|出生于|是?(?=\\d{{4}}年))(?<value>.*\\d.*?)(出生)?$");
    private static readonly Regex Allergy = Rule($"^{Adverb}{Not}对(?<value>.+?)(严重)?过敏");
    private static readonly Regex Diet = Rule($"^{Adverb}{Not}{Adverb}(是|吃|成为|成了)?(?<value>素食者|素食主义者|纯素者|吃素|素)(了|$)");
    private static readonly Regex Married = Rule($"^{Adverb}(?<not>没有|没|还没)?(?<value>结婚|离婚|订婚|单身|已婚|未婚)");
    private static readonly Regex FavoriteRule = Rule("^最(喜欢|爱)的(?<thing>.{1,8})是(?<value>.+)$");
    private static readonly Regex Dislikes = Rule("^(非常|很|特别|真的|最)?(讨厌|受不了|厌恶)(?<value>.+)$");
    private static readonly Regex Likes = Rule($"^{Adverb}{Not}{Adverb}(喜欢上?|爱上?(?!人)|热爱|迷上了?)(?<value>(?!你|这样|那样).+)$");
    private static readonly Regex Pet = Rule($"^(有|养了?)[一两二三\\d]?[只条个匹]?(?<animal>{Animal})[，,]?(名字)?叫(?<value>.+)$|^的?(?<animal>{Animal})(的名字)?叫(?<value>.+)$");
    private static readonly Regex Family = Rule($"^的?(?<who>{Relation})(的名字)?(叫|是叫|名叫)(?<value>.+)$");
    private static readonly Regex Speaks = Rule($"^{Not}(会说|会讲|说)(?<value>.*(语|话|文).*)$");
    private static readonly Regex Origin = Rule("^(来自|老家在|老家是|出生在|在(?=.{2,8}长大))(?<value>.+?)(长大)?$|^是(?<value>.{2,6})人$");
    private static readonly Regex Occupation = Rule($"^{Adverb}{Not}(是|当|做|成为|当上|成了)了?(一名|一个|一位)(?<value>.{{2,12}})$");
    private static readonly Regex Study = Rule($"^{Adverb}{Not}(在学习?|正在学习?|主修|读的是)(?<value>.+)$");
    private static readonly Regex Owns = Rule($"^{Adverb}((买了|有|开的是)(一)?[辆台部套只把个]|(?<not>卖掉?了)(一|那|我的)?[辆台部套只把个]?)(?<value>.+)$");
    private static readonly Regex NoPlan = Rule("^(不打算|不准备|不想|决定不|取消了?)(?<value>.+)$");
    private static readonly Regex Plan = Rule("^(明天|后天|下周|下个月|明年|今年)?(打算|计划|准备|决定|要去)(?<value>.+)$");

    private static readonly (Regex Pattern, string Attribute, bool Negated)[] Predicates =
    [
        (NameRule, Attributes.Name, false),
        (Home, Attributes.Home, false),
        (Left, Attributes.Employer, true),
        (Employer, Attributes.Employer, false),
        (Age, Attributes.Age, false),
        (Birthday, Attributes.Birthday, false),
        (Allergy, Attributes.Allergy, false),
        (Diet, Attributes.Diet, false),
        (Married, Attributes.Status, false),
        (FavoriteRule, Attributes.Favorite, false),
        (Dislikes, Attributes.Likes, true),
        (Likes, Attributes.Likes, false),
        (Pet, Attributes.Pet, false),
        (Family, Attributes.Family, false),
        (Speaks, Attributes.Language, false),
        (Origin, Attributes.Origin, false),
        (Occupation, Attributes.Occupation, false),
        (Study, Attributes.Study, false),
        (Owns, Attributes.Owns, false),
        (NoPlan, Attributes.Plan, true),
        (Plan, Attributes.Plan, false),
    ];

    // Read when the first statement is; as generated code the rules would be most of what the compiler has to do.
    private static Regex Rule([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) => new(pattern, Options, TimeSpan.FromMilliseconds(FactRules.LongestMatch));
}
