using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>About whom a clause speaks.</summary>
/// <param name="Bearer">None: about somebody else.</param>
/// <param name="Name">As <see cref="SpokenFact.Subject"/>; null: the speaker.</param>
/// <param name="Rest">What follows.</param>
internal sealed record ChineseSubject(ChineseBearers Bearer, string? Name, string Rest)
{
    public const string Surname = "王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭萧田董潘袁蔡蒋余杜叶魏苏吕丁沈姚卢傅钟姜崔谭廖范汪陆石戴贾韦夏邱侯邹熊孟秦薛尹雷黎陶贺顾毛龚邵严莫汤";

    private const string Next =
        "(?=$|的生日|[住在搬是叫对不会打计准要刚也有养买从考读做当生得患每快已最今明去上下前昨还都就现目去喜爱讨特很超\\d去退升离结怀订毕年十二三四五六七八九九现跟和])";

    private const string GivenName =
        $"(?<name>(?!小时|小学|老[是想在爱说不要有家]|大[学概家]|马上)(小{Han}{{1,2}}?|老{Han}|阿(?!姨){Han}|[{Surname}]{Han}{{1,2}}?|(欧阳|司马|上官|诸葛|慕容|夏侯|令狐|皇甫|尉迟|端木|公孙|东方|南宫|司徒"
        + $"|长孙|宇文|西门){Han}{{1,2}}?|(?<twice>{Han})\\k<twice>|[A-Z][a-z]+){Next})?";

    private static readonly Regex Mine = ChineseRule.Pattern(
        $"^(?<time>(({ChineseTimes.Time}|{ChineseTimes.Often}|{ChineseTimes.Past}|最近|目前|现在|刚刚?|其实|已经|从?小时候|小的时候|从小)[ "
        + $"]*){{0,3}})((我|俺)(自己|本人|个人|这个?人|这边)?[和跟与](我)?(?<with>{Relation}){GivenName}|((我|俺)们?家?(的|里的?|那个|那只|有个|这个)?|咱家?|家里)(?<rel>{Relation})(?!们|圈"
        + $"|会$){GivenName}|(?<rel>[大二三]宝[和跟、][大二三]宝|儿子|女儿|闺女|[大二三]宝|老公|老婆|媳妇儿?|男朋友|女朋友){GivenName}(?=对|今年|刚|在|上|是|也|最近|喜欢|不|已经|叫|下周|明天|都|跟|现在|还)|((我"
        + $"|俺)们?家?(的|里的?|那只|那条)?"
        + $"|家里的?)(?<pet>{Pets}){GivenName}|(?<us>我们(俩|两个|夫妻俩?|一家人?|全家|一家[三四五]口|两口子)?(?!家里?(养|有|又|新|添|还|一共)|公司|学校|单位|部门|团队|老板|班|组|这|小区|村|那|店|厂|领导|宿舍|学院"
        + $"|的))|(?<me>我们?家里?(?=养|有|又|最近|新|添|还|一共|去年|今年|上)|(我|俺|偶|鄙人|本人|楼主)(自己|本人|个人|这个?人|这边|呢|啊|呀|嘛)?)(?!们))(?<rest>.*)$");

    private static readonly Regex CallMe = ChineseRule.Pattern("^(大家|朋友们?|同事们?|家里?人|别人|他们|同学们?|身边人|熟人|网友们?|你们?|都|可以|平时|也)*(叫|喊|称呼?|管)我");

    private static readonly Regex Foreign = ChineseRule.Pattern(
        "^(他|她|它|他们|她们|别人|人家|大家|有人|有个|有位|有一[位个名](?!儿|女|孩|哥|弟|姐|妹)|有些|某|那个|这个|那位|这位|那家|这家|那边|你|您|咱们?|老板|同事|朋友|邻居|同学|老师"
        + "|[\\p{IsCJKUnifiedIdeographs}]{1,6}(的人|们))");

    private static readonly Regex Pronoun = ChineseRule.Pattern("^(?<who>他|她|它)(?!们|的|说|觉得|以为|自己)(?<rest>.+)$");

    private static readonly Dictionary<string, string> Full = new(StringComparer.Ordinal)
    {
        ["爸"] = "爸爸",
        ["老爸"] = "爸爸",
        ["妈"] = "妈妈",
        ["老妈"] = "妈妈",
        ["哥"] = "哥哥",
        ["弟"] = "弟弟",
        ["姐"] = "姐姐",
        ["妹"] = "妹妹",
        ["媳妇儿"] = "媳妇",
        ["老伴儿"] = "老伴",
    };

    /// <summary>Null where the clause names nobody.</summary>
    public static ChineseSubject? Of(string clause, string? other)
    {
        if (CallMe.IsMatch(clause))
        {
            return new(ChineseBearers.Speaker, null, clause);
        }

        if (Mine.Match(clause) is { Success: true } match)
        {
            var time = match.Groups["time"].Value;
            var rest = time + match.Groups["rest"].Value;
            return match switch
            {
                _ when match.Groups["with"].Success => new(ChineseBearers.Together, null, rest) { With = Canonical(match.Groups["with"].Value) },
                _ when match.Groups["rel"].Success
                        && Distant.IsMatch(match.Groups["rel"].Value)
                        && !match.Groups["rest"].Value.Contains('叫', StringComparison.Ordinal) => new(ChineseBearers.None, null, string.Empty),
                _ when match.Groups["rel"].Success => new(ChineseBearers.Relative, Canonical(match.Groups["rel"].Value) + match.Groups["name"].Value, rest)
                {
                    Named = match.Groups["name"].Success,
                },
                _ when match.Groups["pet"].Success => new(ChineseBearers.Pet, Joined(match.Groups["pet"].Value, match.Groups["name"].Value), rest)
                {
                    Named = match.Groups["name"].Success,
                },
                _ when match.Groups["us"].Success => new(ChineseBearers.Together, null, rest),
                _ => new(ChineseBearers.Speaker, null, rest),
            };
        }

        if (other is not null && Pronoun.Match(clause) is { Success: true } pronoun)
        {
            return new(IsPet(other) ? ChineseBearers.Pet : ChineseBearers.Relative, other, pronoun.Groups["rest"].Value);
        }

        return Foreign.IsMatch(clause) ? new(ChineseBearers.None, null, string.Empty) : null;
    }

    /// <summary>With whom the speaker does it; null: not said.</summary>
    public string? With { get; private init; }

    /// <summary>Whether the name is told with the relation.</summary>
    public bool Named { get; private init; }

    /// <summary>The usual word for a relation that was said shortly.</summary>
    public static string Canonical(string relation) => Full.GetValueOrDefault(relation, relation);

    /// <summary>A kind and a name in one.</summary>
    public static string Joined(string kind, string name) =>
        name.Length > 0 && kind.Length > 0 && char.IsAsciiLetter(kind[^1]) ? $"{kind} {name}" : kind + name;

    public static bool IsPet(string subject) => Kind.IsMatch(subject);

    /// <summary>Whether the relation is one that not everybody has, so that to speak of it says that there is one.</summary>
    public static bool IsTelling(string subject) => Telling.IsMatch(subject);

    private static readonly Regex Kind = ChineseRule.Pattern($"^({Pets})");

    // What they have and do is theirs alone.
    private static readonly Regex Distant = ChineseRule.Pattern("^(同事|同学|老师|班主任|老板|领导|上司|邻居|房东|教练|医生|客户|导师|师傅)$");

    private static readonly Regex Telling = ChineseRule.Pattern($"^({Child}|{Sibling}|{Spouse})");
}
