using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Who somebody is: name, age, birthday, traits, ways to reach them, what they can do.</summary>
internal static class ChineseSelf
{
    public const string Skill = "skill";
    private const string Call = "(?!了|上|过|不|他|她|它|你|您|的|外卖|车|滴滴|人|救命|停|醒|苦|天天|什么|一下|来|起|早)";
    private const string ProperName = $"({Latin}|{Han}[A-Za-z]{{1,12}}|({Han}|·){{1,8}}?)";
    private const string End = "(就?(行|好|可以|即可|得了)|了|啦|吧|呀|哦|啊|哈|呢|[！!。~～ ])*$";
    private const string Of = "^(的|家的)?";

    private static readonly Regex Counted = ChineseRule.Pattern($"^{Number}[只条个匹]");
    private static readonly Regex Kind = ChineseRule.Pattern($"^({Pets})");
    private static readonly Regex Greets = ChineseRule.Pattern("^(你好|您好|大家好|嗨|哈喽|hi|Hi|hello|Hello|初次见面|各位好)");
    // What somebody did at an age, and who is as old, is told after it.
    private static readonly Regex AsOld = ChineseRule.Pattern("^(了|啦|咯|喽|整|出头|上下|左右|的人|的年纪|高龄|呢|哈|啊|呀)*([女男][生孩性人]?|单身|未婚|已婚|独居|[^\\p{L}]|$)");
    // "18岁成年" is said of anybody.
    private static readonly Regex Alone = ChineseRule.Pattern($"^(今年|现在|目前|已经|刚满?|刚过|马上|快|就|年龄是?|本人|都)*{Number}多?(周?岁)(半|多)?(了|啦|整)*$");
    private static readonly Regex TooOld = ChineseRule.Pattern("^(1[3-9]\\d|[2-9]\\d\\d|\\d{4,}|[^，]*[千万亿])");
    private static readonly Regex Plain = ChineseRule.Pattern("^(?<years>\\d{1,3})周?岁$");
    private static readonly Regex Between = ChineseRule.Pattern("[、和跟](会)?(说|讲)?(一?口|一?点儿?|一些|简单的?|基础的?)?");

    private static readonly Regex Polite = ChineseRule.Pattern("(也|就|都)(行|好|可以|成|ok|OK)?了?$");

    public static ChineseRule[] Rules { get; } =
    [
        new(
            "叫",
            $"{Of}(大名|小名|全名|真名|本名|名字|英文名|中文名)?(就是|就|是|改名)?(?<not>不|不再|没)?叫(做|作)?(?!我){Call}(?<value>{ProperName}){End}",
            Named)
        {
            Of = ChineseBearers.Living,
        },
        new(
            "一",
            "^(其中)?(一|另一|还有一)[只条个匹]?(叫|是)(?<value>[^，一]{1,8})$",
            (clause, match) =>
                clause.Subject is { } kind && ChineseSubject.IsPet(Counted.Replace(kind, string.Empty))
                    ?
                    [
                        new SpokenFact(
                            null,
                            Attributes.Pet,
                            ChineseSubject.Joined(Kind.Match(Counted.Replace(kind, string.Empty)).Value, match.Groups["value"].Value)),
                    ]
                    : [])
        {
            Of = ChineseBearers.Pet,
        },
        new("名叫", $"{Of}(小|大|全|真|本|英文|中文|的)?(名字|姓名|名)(就是|是|叫做?|：)(?<value>{ProperName}){End}", Named) { Of = ChineseBearers.Living },
        new(
            "叫喊称",
            $"^(大家|朋友们?|同事们?|家里?人|别人|他们|同学们?|身边人|熟人|网友们?|你们?)?(都|一般|可以|就|就都|平时|直接|也)*(叫|喊|称呼?|管)我(?!过|去|来|吃|起|帮|回|们|的|一|做)(叫|为)?(?<value>{ProperName}){End}",
            Named)
        {
            Of = ChineseBearers.Myself,
            Whole = true,
        },
        new(
            "是",
            $"^是(?<value>(小|阿){Han}{{1,2}}|[王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦薛阎段雷钱汤尹黎易常武乔贺赖龚文]{Han}{{1,2}}|(欧阳|司马"
            + $"|上官|诸葛|慕容|夏侯|令狐|皇甫|尉迟){Han}{{1,2}}|[A-Z][a-z]{{2,12}})$",
            (clause, match) => [Greets.IsMatch(clause.Sentence) ? clause.Fact(Attributes.Name, match.Groups["value"].Value) : null])
        {
            Of = ChineseBearers.Speaker,
        },
        new(
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯",
            $"^(?<value>[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯]{Han}{{1,2}})$",
            (clause, match) => [clause.Sentence.StartsWith("本人", StringComparison.Ordinal) ? clause.Fact(Attributes.Name, match.Groups["value"].Value) : null])
        {
            Of = ChineseBearers.Speaker,
            Whole = true,
        },
        new("姓", $"^(免贵)?姓(?<value>(欧阳|司马|上官|诸葛|慕容|夏侯|令狐|{Han})){End}", (clause, match) => [clause.Fact("姓", match.Groups["value"].Value)]),
        new(
            "年",
            $"^今年(刚好|正好|整|刚|已经|就|都|是)*(?<value>[二三四五六七八九]?十[一二三四五六七八九]?|[1-9]\\d)(整|了)?$",
            (clause, match) => [clause.Fact(Attributes.Age, ChineseNumber.InDigits(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.People,
            Whole = true,
        },
        new(
            "岁",
            $"^(年龄是?|今年|已经|刚满|刚过|满|虚岁|周岁|就|才|都|是|有|了|我|的|到){{0,4}}(?<value>(快|马上|将近|不到|大概)?{Number}多?(周?岁)(半|多)?)",
            Aged)
        {
            Of = ChineseBearers.Living | ChineseBearers.Unnamed,
        },
        new(
            "月天",
            $"^(今年|已经|刚满|满|才|刚){{0,2}}(?<value>{Number}个半?多?月)(大|了)",
            (clause, match) => [clause.Fact(Attributes.Age, ChineseNumber.InDigits(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Living & ~ChineseBearers.Speaker,
        },
        new(
            "一二三四五六七八九十两1234567890",
            $"^(年龄是?|今年|已经|刚满|刚|马上|快|都|有|奔|就){{0,4}}(?<value>[二三四五六七八九]?十[一二三四五六七八九]?|[1-9]\\d)(好几|多|出头)?(了|啦|咯)?$",
            Bare)
        {
            Of = ChineseBearers.Living | ChineseBearers.Unnamed,
            Whole = true,
        },
        new("后", $"^是?(个|一个|一枚|一名|典型的|标准的|妥妥的)?(?<value>[06789][05]后|[零七八九][零五]后)$", Attributes.Age)
        {
            Of = ChineseBearers.Speaker | ChineseBearers.Relative,
        },
        new("属", $"^是?属(?<value>[鼠牛虎兔龙蛇马羊猴鸡狗猪])的?$", (clause, match) => [clause.Fact("属相", match.Groups["value"].Value)]),
        new(
            "座",
            $"^{Trait("星座")}(个|一个|典型的)?(?<value>白羊|金牛|双子|巨蟹|狮子|处女|天秤|天蝎|射手|摩羯|水瓶|双鱼)座的?",
            (clause, match) => [clause.Fact("星座", match.Groups["value"].Value + "座")]),
        new("型", $"^{Trait("血型")}(?<value>(AB|A|B|O)型)血?", (clause, match) => [clause.Fact("血型", match.Groups["value"].Value)]),
        new(
            "身米高",
            $"^(的?(净)?身高(是|有)?|高)(?<value>(一米|1米|两米|1\\.|2\\.)[\\d一二三四五六七八九]{{1,2}}(米|m)?|1\\d\\d(cm|厘米|公分)?|{Number}(厘米|公分))",
            (clause, match) => [clause.Fact("身高", match.Groups["value"].Value)]),
        new("重斤", $"^的?体重(是|有)?(?<value>{Number}(公斤|斤|kg))", (clause, match) => [clause.Fact("体重", match.Groups["value"].Value)]),
        new(
            "IENTJFPSinfp",
            "^(的?(MBTI|mbti)(人格)?|性格|人格)?是?(个|一个|典型的?)?(?<value>[IE][NS][TF][JP]|[ie][ns][tf][jp])",
            (clause, match) => [clause.Fact("MBTI", match.Groups["value"].Value.ToUpperInvariant())])
        {
            Of = ChineseBearers.People,
        },
        new("女男", "^是(个|一个|名|一名|一位)?(?<value>女|男)(生|的|性|孩子?)$", (clause, match) => [clause.Fact("性别", match.Groups["value"].Value)])
        {
            Of = ChineseBearers.Speaker,
        },
        new(
            "族",
            $"^是(个)?(?<value>汉族|满族|回族|藏族|苗族|壮族|彝族|维吾尔族|蒙古族|土家族|朝鲜族|白族|侗族|瑶族|傣族|畲族|哈萨克族|布依族|黎族)",
            (clause, match) => [clause.Fact("民族", match.Groups["value"].Value)]),
        new(
            "信教徒穆",
            "^(是(个|一个|虔诚的)*(?<value>基督徒|天主教徒|佛教徒|穆斯林|道教徒)|信(?<value>佛教?|基督教?|天主教|道教|伊斯兰教|耶稣))",
            (clause, match) => [clause.Once("信仰", match.Groups["value"].Value)]),
        new("左", "^是(个)?左(撇子|利手)", (clause, _) => [clause.Fact("惯用手", "左手")]),
        new(
            "历",
            $"^的?(最高)?学历(是|为)(?<value>高中|大专|本科|硕士|博士|中专|初中|研究生)|^是(?<value>大专|本科|硕士|博士|高中)学历",
            (clause, match) => [clause.Fact("学历", match.Groups["value"].Value)]),
        new(
            "生",
            "^(是)?(?:(刚好|正好|恰好)?)(出?生)?(在)?(每年)?(?<value>元旦|除夕|中秋节?|国庆节?|圣诞节?|平安夜|情人节|七夕|元宵节?|端午节?|清明节?|重阳节|愚人节|儿童节|劳动节|妇女节|教师节|腊八节?|大年初[一二三四五六七八九十]"
            + "|闰年.{0,8})(那天|当天|的时候)?(出生|生|(?<=出生.*)|(?<=生在.*))(的)?$",
            Born)
        {
            Of = ChineseBearers.Living,
            Whole = true,
        },
        new(
            "生",
            "^(和|跟|与)(?<value>[^，]{2,10}?)(是)?(同一天|一天|同天)(过)?(的)?生日$",
            (clause, match) => [ChineseValue.Of(match.Groups["value"].Value) is { } with ? clause.Fact(Attributes.Birthday, $"和{with}同一天") : null])
        {
            Of = ChineseBearers.Living,
            Whole = true,
        },
        new("年", "^(是)?(?<value>(19|20)\\d\\d年|[0-9]\\d年|[零五六七八九][零〇一二三四五六七八九]年)(的|生的|出生的?|生人)$", Born)
        {
            Of = ChineseBearers.Speaker | ChineseBearers.Relative,
            Whole = true,
        },
        new(
            "生诞",
            $"{Of}(的)?(农历|阴历|阳历|公历|身份证)?(生日|生辰)(是在|就是|就在|是|在|：)?(每年)?(的)?(?<value>{ChineseTimes.Date}|\\d{{1,2}}[./-]\\d{{1,2}}|除夕|元宵节?|中秋节?|圣诞节?|情人节|七夕"
            + $"|国庆节?|元旦|平安夜|儿童节|愚人节|大年初[一二三四五])",
            Born)
        {
            Of = ChineseBearers.Living,
            Whole = true,
        },
        new(
            "生",
            $"^(是|的是)?(?<value>{ChineseTimes.Date}|(19|20)\\d\\d年|[一二][九零〇][\\d零〇一二三四五六七八九]{{2}}年|[06789]\\d年)(的)?(过?生日|出生|生人|生的|生$|过的?生日)",
            Born)
        {
            Of = ChineseBearers.Living,
            Whole = true,
        },
        new(
            "生",
            $"^(出生于|出生在|出生日期是|生于)(?<value>{ChineseTimes.Date}|(19|20)\\d\\d年|[一二][九零〇][\\d零〇一二三四五六七八九]{{2}}年|[06789]\\d年)",
            Born)
        {
            Of = ChineseBearers.Living,
            Whole = true,
        },
        new(
            "生",
            $"^(?<value>{ChineseTimes.Date})(就|才)?是我(们?家)?(?<rel>{Relation})?的?生日$",
            (clause, match) =>
                [
                    new SpokenFact(
                        match.Groups["rel"] is { Success: true } relation ? ChineseSubject.Canonical(relation.Value) : null,
                        Attributes.Birthday,
                        match.Groups["value"].Value),
                ])
        {
            Of = ChineseBearers.Myself,
            Whole = true,
        },
        new("@", @"(?<value>[a-zA-Z0-9][a-zA-Z0-9_.+-]*@[\w-]+(\.[\w-]+)+)", (clause, match) => [clause.Fact(Attributes.Contact, match.Groups["value"].Value)])
        {
            Of = ChineseBearers.People,
        },
        new(
            "信Q电手",
            @"^(的)?(?<kind>微信号?|QQ号?|qq号?|电话号?码?|手机号码?|联系方式|联系电话)(就是|是|：|:|改成了?|换成了?)(?<value>[\w+-]{5,20})$",
            (clause, match) => [clause.Fact(Attributes.Contact, match.Groups["kind"].Value + match.Groups["value"].Value)]),
        new(
            "语文话",
            $"^(一(句|个字|点儿?))?(?<value>{Language})(我)?(一个字|一句|一点|完全|根本)?(都|也)*(?<not>不会|不懂|听不懂)(说|讲)?$",
            Spoken),
        new("语文话", $"^(?<not>不会|不懂|听不懂|不太会)(说|讲)?(?<value>({Language})([、和跟]({Language}))*)$", Spoken),
        new(
            "语文话English",
            $"^(只|还|也|在家|平时|家里|主要|基本|都|[和跟][^，]{{1,6}})*(会(说|讲)?|能说|能讲|说|讲|懂|精通|能用|掌握)(一?口|一?点儿?|一些|流利的?|地道的?|简单的?|[一两二三四五]门(语言"
            + $"|外语)?[：:]?)*(?<value>({Language})([、和跟](会)?(说|讲)?(一?口|一?点儿?|一些|简单的?|基础的?)?({Language}))*)",
            Spoken),
        new("语文话", $"^(?<value>{Language})(才)?是我?的?(母语|第一语言|家乡话)$", Attributes.Language) { Of = ChineseBearers.Myself },
        new("语文话", $"^的?(母语|第一语言|家乡话|第二语言|第二外语)(是|为)(?<value>{Language})", Attributes.Language),
        new("语文话", $"^的?(?<value>{Language})(说得|讲得|还不错|不错|很好|很流利|流利|过了|是母语|考了|[一二三四六八]级|N[1-5])", Attributes.Language),
        new(
            "会",
            "^(?<not>不太|不)?会(?<value>(弹|拉|吹|打)(钢琴|吉他|古筝|琵琶|二胡|小提琴|大提琴|手风琴|架子鼓|尤克里里|贝斯|笛子|萨克斯|葫芦丝|篮球|网球|羽毛球|乒乓球|麻将|高尔夫)|游泳|开车|做饭|滑雪|骑(自行)?车|骑马|编程|写代码|画画"
            + "|跳舞|唱戏|书法|摄影|剪视频|做甜品|烘焙|下围棋|下象棋|潜水|冲浪|针织|织毛衣|PS|Python|Java)(了|的)?$",
            Skill),
    ];

    private static string Trait(string name) => $"(的?{name}(是|：)?|是)";

    private static IEnumerable<SpokenFact?> Named(ChineseClause clause, Match match)
    {
        var value = ChineseValue.Of(Polite.Replace(match.Groups["value"].Value, string.Empty));
        return clause.Subject is null && clause.Words.StartsWith('都') ? []
            : value is null || clause.Subject is null || match.Groups["not"].Success
            ? [clause.Fact(Attributes.Name, value, match.Groups["not"].Success)]
            : [new SpokenFact(null, clause.Bearer == ChineseBearers.Pet ? Attributes.Pet : Attributes.Family, ChineseSubject.Joined(clause.Subject, value))];
    }

    private static IEnumerable<SpokenFact?> Aged(ChineseClause clause, Match match)
    {
        var age = ChineseNumber.InDigits(match.Groups["value"].Value);
        return
            clause.IsPast
            || IsNoAge(clause, age)
            || (clause.Bearer == ChineseBearers.Unnamed && !Alone.IsMatch(clause.Words))
            || !AsOld.IsMatch(clause.Rest[match.Length..])
            ? []
            : [clause.Fact(Attributes.Age, Plain.Replace(age, "${years}"))];
    }

    // Who writes of themselves is older than that, and nobody as old as this.
    private static bool IsNoAge(ChineseClause clause, string age) =>
        (clause.Subject is null && age is ['0' or '1' or '2' or '3' or '4' or '5', '岁', ..]) || TooOld.IsMatch(age);

    // A mere number is an age only with something that says so: "今年三十四了".
    private static IEnumerable<SpokenFact?> Bare(ChineseClause clause, Match match)
    {
        var now = clause.Words;
        return now.Contains('今', StringComparison.Ordinal) || now.Contains('满', StringComparison.Ordinal) || now.EndsWith('了')
            || now.Contains("年龄", StringComparison.Ordinal)
            ?
            [
                clause.Fact(
                    Attributes.Age,
                    (
                        now.Contains('快', StringComparison.Ordinal)
                        || now.Contains('奔', StringComparison.Ordinal)
                        || now.Contains("马上", StringComparison.Ordinal)
                            ? "快"
                            : ""
                    ) + ChineseNumber.InDigits(match.Groups["value"].Value)),
            ]
            : [];
    }

    private static IEnumerable<SpokenFact?> Born(ChineseClause clause, Match match) => [clause.Fact(Attributes.Birthday, match.Groups["value"].Value)];

    private static IEnumerable<SpokenFact?> Spoken(ChineseClause clause, Match match) =>
        Between.Split(match.Groups["value"].Value).Select(language => clause.Fact(Attributes.Language, language, match.Groups["not"].Success));
}
