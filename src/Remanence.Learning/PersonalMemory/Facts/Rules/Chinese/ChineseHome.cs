using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Where somebody lives and where they come from.</summary>
internal static class ChineseHome
{
    public const string Living = "居住情况";
    private const string Where =
        "(?![^，]*的(?!$|地方|房子|家$)|月球|月亮|火星|外太空|太空|天上|云端|梦里|地狱|天堂|异次元|二次元|银河|宇宙|海底|龙宫|家|学校$|宿舍|公司|单位|办公室|工位|实验室|图书馆|教室|地铁|厕所|厨房|车里|网吧|这|那|哪|外面|一起|心里|手|口"
        + "|[一二三四五六七八九十\\d]+(楼|层|号)|酒店|宾馆|医院|院|了|过|得|的|不|几|同一|隔壁|对面|楼[上下])(?<value>[^，]{2,20}?)";
    private const string Long =
        "(已经|有|都|快|也|就|差不多|整整|了)*([一二三四五六七八九十几两半好多\\d]+(年|个月|个?星期|天|辈子)(多|半|了)*)?(了|呢|啦|啊|呀|哦|[！!。])*$";

    private static readonly Regex Known = ChineseRule.Pattern($"^{ChinesePlace.Known}");
    private static readonly Regex Ending = ChineseRule.Pattern("(这边|那边|这里|那里|附近|一带|这个城市|这座城市|呢|的)+$");
    private static readonly Regex NoPlace = ChineseRule.Pattern("^(哪|何|自己|一个|一起|回忆|梦|过去|网|群|别人|医院|新家|新房|.{0,3}家$|什么)|好$|方便|开心|习惯|舒服|贵");
    private static readonly Regex Named = ChineseRule.Pattern("^[^个一]{1,3}[州县市镇阳城山江海港]$");

    public static ChineseRule[] Rules { get; } =
    [
        new(
            "搬迁",
            $"^(一家|全家|举家|一起)?从(?<from>[^，]{{2,12}}?)(搬家?|迁居?|移居|移民)(到|去|来|回|至)了?(?<value>[^，]{{2,20}}?)(住|生活|定居)?{Long}",
            (clause, match) =>
                [
                    clause.Fact(Attributes.Home, Place(match.Groups["value"].Value)),
                    clause.Fact(Attributes.Home, Place(match.Groups["from"].Value), negated: true),
                ])
        {
            Of = ChineseBearers.Household,
        },
        new("搬迁移", $"^(一家|全家|举家|一起|把家)?(搬家?|迁居?|移居|移民)(到|去|来|回|进|至)了?{Where}(住|生活|定居)?{Long}", Home)
        {
            Of = ChineseBearers.Household,
        },
        new("搬离", $"^(搬离开?|搬出|离开)了?(?<value>{ChinesePlace.Known})", Attributes.Home, negated: true),
        new("住", $"^(?<not>不|没)再?(继续)?(住|生活)在?{Where}(了|啦|$)+", Home) { Of = ChineseBearers.Household },
        new("住待生", $"^(?<not>不|没)再?在(?<value>[^，]{{2,15}}?)(住|生活|定居|待)(了|啦)", Home) { Of = ChineseBearers.Household },
        new("住", $"^(一个人|独自|独|自己)(居|居住|住)(?!在)", (clause, _) => [clause.Fact(Living, "独居")]),
        new(
            "住居租",
            $"^(和|跟|与)(?<value>[^，]{{1,8}}?)(一起|合)(住|居|租)",
            (clause, match) => [ChineseValue.Of(match.Groups["value"].Value) is { } who ? clause.Fact(Living, $"和{who}一起住") : null]),
        new(
            "住",
            "^(是)?(?<value>住校|住宿舍|住在?(公司|学校)?宿舍|住在?自己家|租房住|住出租屋|住公寓|住别墅|住(在)?[一二三四五六七八九十\\d]+楼)(生)?(了|的|呢)*$",
            Living),
        new(
            "住居",
            $"^(一个人|独自|自己)?(的家)?(家|人|常|长期|暂|一家人?|全家)?(住|现居|居住|定居|旅居|常驻|客居|寄住)(?>(在|于|到)?){Where}(的)?{Long}",
            Home)
        {
            Of = ChineseBearers.Household,
        },
        new(
            "租买",
            $"^在{Where}(这边|那边)?(租|合租|买|贷款买|全款买)了?(个|间|套|一套|一间|一个)*(房子?|公寓|单间|小房子|开间|loft|两居室?|一居室?)(住)?{Long}",
            Home)
        {
            Of = ChineseBearers.Household,
        },
        new("租", $"^(合)?租(住)?在(?<value>[^，]{{2,12}}?){Long}", Home) { Of = ChineseBearers.Household },
        new("租", $"^在{Where}(跟|和|与)[^，]{{1,6}}(合租|一起住|同住){Long}", Home) { Of = ChineseBearers.Household },
        new("楼层", "^(的)?(家|家里|房子)(在|住)?(?<value>[一二三四五六七八九十\\d]+[楼层]|顶楼)(没.*|有电梯)?$", Living) { Whole = true },
        new("住", "^(家)?住的(就)?是(?<value>(?!酒店|宾馆)[^，吧呢]{2,10})$", Living) { Whole = true },
        new(
            "的",
            $"^(其实)?(是)?(?<value>{ChinesePlace.Known}({ChinesePlace.Known})?)的(好吧|嘛|啦|呀)?$",
            (clause, match) => Origin(clause, match))
        {
            Of = ChineseBearers.Speaker,
        },
        new("土", $"^土生土长的?老?(?<value>{ChinesePlace.Known})(人)?$", (clause, match) => Origin(clause, match)),
        new(
            "漂",
            "^(是)?(个|一个)?(?<value>北漂|沪漂|深漂|杭漂)",
            (clause, match) =>
                [
                    clause.Fact(
                        Attributes.Home,
                        match.Groups["value"].Value switch
                        {
                            "北漂" => "北京",
                            "沪漂" => "上海",
                            "深漂" => "深圳",
                            _ => "杭州",
                        }),
                ])
        {
            Of = ChineseBearers.People,
        },
        new("家", $"^(的)?(家|新家|房子|住处|小家)(现在|目前|就|是|也)*(在|位于|安在)(?![^，]*有(一|两|几|个|块|套|片|[三四五六七八九十])){Where}{Long}", Home)
        {
            Of = ChineseBearers.Household,
        },
        new("地住", $"^的?(家庭|现)?(住址|地址|坐标|常住地|居住地|现居地|所在城市|所在地)(是|在|：|改成了?)(?<value>[^，]{{2,30}})$", Home),
        new("坐居", $"^(的)?(坐标|现居|常居|人在|base|常驻)(?<value>{ChinesePlace.Known})", Home) { Of = ChineseBearers.Anybody },
        new(
            "b",
            $"^(现在|人)?(的)?base(是|地?在)?(?<value>[^，]{{2,10}})$",
            (clause, match) =>
                [
                    clause.Fact(
                        clause.Sentence.Contains('做', StringComparison.Ordinal)
                        || clause.Sentence.Contains("工作", StringComparison.Ordinal)
                        || clause.Sentence.Contains("上班", StringComparison.Ordinal)
                            ? ChineseWork.Place
                            : Attributes.Home,
                        Place(match.Groups["value"].Value)),
                ])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "漂定居住安落生扎租",
            $"^在{Where}(这边|那边)?(定居|居住|长住|常住|住|生活|安家|安了家|落户|落了户|扎根|扎了根|租房子?|租了(个|间|套)?房子?|买了(套)?房子?|买房)(?!院|校|宿舍|酒店)(下来|落脚)?{Long}",
            Home)
        {
            Of = ChineseBearers.Household,
        },
        new("待呆漂", $"^在{Where}(待|呆|漂)了?(已经|快|都|有)*{Number}(多|几)?(年|个月)(多|了|半)*$", Home) { Of = ChineseBearers.Household },
        new("在", $"^(?<not>不)?(人)?(现在)?在(?<value>{ChinesePlace.Known})(这边|那边)?{Long}", Home) { Of = ChineseBearers.Relative },
        new("在", $"^人(现在|目前)?在(?<value>{ChinesePlace.Known})(这边|那边|[^，]{{0,4}}区)?{Long}", Home) { Of = ChineseBearers.Myself },
        new("回", $"^回(到)?了?(?<value>老家|{ChinesePlace.Known})(生活|定居|住|发展)(了)?", Home),
        new("来", $"^(是)?来自(于)?(?<value>[^，]{{2,15}}?)(的.*)?$", (clause, match) => Origin(clause, match)),
        new("老家籍祖", "^的?(老家|家乡|故乡|籍贯|祖籍|原籍|户口|户籍)(其实|就|也|都)*(在|是|：)?(?<value>(?!了|过)[^，]{2,12}?)(的|那边|人)?$", (clause, match) => Origin(clause, match)),
        new("土", "^(是)?在(?<value>[^，]{2,8})土生土长(的)?$", (clause, match) => Origin(clause, match)),
        new(
            "土地正",
            $"^是?(个)?(土生土长|地地道道|地道|正宗|纯正|标准|典型|老)的?(?<value>[^，的]{{2,6}})(本地)?(人|妹子|姑娘|汉子|小伙子?|娃)$",
            (clause, match) => Origin(clause, match)),
        new(
            "人妹姑汉伙娃",
            $"^(?<not>不)?是(个|一个|一名|一枚|咱)?(?<value>{Nation})(华人|华裔|华侨|籍|公民|人)$",
            (clause, match) => [Nationality(clause, match)]),
        new(
            "籍护",
            $"^(的)?(国籍(是|为)|(拿|持|有|是|入了?)(的是)?)(?<value>{ChinesePlace.Country})(籍|国籍|护照|公民)?",
            (clause, match) =>
                match.Value.Contains('籍', StringComparison.Ordinal) || match.Value.Contains("护照", StringComparison.Ordinal)
                    ? [Nationality(clause, match)]
                    : []),
        new(
            "人妹姑汉伙娃",
            $"^(?<not>不)?(其实|也|都)?是(个|一个|一枚)?(?<value>(?!个|一|好|坏|女|男|本|老|大|小|普通|成年|打工|过来|主持|负责|经纪|创始|机器|病|新|熟|路|盲|聋|残疾|单身|一|他|她|什么|爱|有|没|外地|外国|本地|当地|同|内"
            + $"|中间|当事|证|军|工|商|猎|诗|艺|媒|法|保|代理|自由|[iIeE]){Han}{{2,6}})(人|妹子|姑娘|汉子|小伙子?|娃)$",
            (clause, match) => Known.IsMatch(match.Groups["value"].Value) || Named.IsMatch(match.Groups["value"].Value) ? Origin(clause, match) : []),
        new(
            "生",
            $"^(是)?(出生(在|于)|生在|在(?=[^，]{{2,12}}出生))(?!{Number}|农历|[^，]{{0,3}}(节|除夕|元旦|那天|当天))(?<value>[^，]{{2,12}}?)(出生|生)?(的)?(，|$|长大)",
            (clause, match) => Origin(clause, match, "出生")),
        new(
            "长",
            $"^(是)?(从小)?(就)?(在|生长在|长在|成长(在|于)|打小在)(?<value>[^，]{{2,12}}?)(出生)?(长大|长起来|度过的?童年|度过了?童年)?(的)?$",
            (clause, match) => match.Value.Contains('长', StringComparison.Ordinal) ? Origin(clause, match, "长大") : []),
    ];

    /// <summary>A place without what surrounds it; null when it is none.</summary>
    public static string? Place(string text) =>
        ChineseValue.Of(Ending.Replace(text, string.Empty)) is { Length: > 1 } place && !NoPlace.IsMatch(place) ? place : null;

    public static bool IsKnown(string text) => Known.IsMatch(text);

    private const string Nation = ChinesePlace.Country;

    private static IEnumerable<SpokenFact?> Home(ChineseClause clause, Match match) =>
        [clause.Once(Attributes.Home, Place(match.Groups["value"].Value), match.Groups["not"].Success)];

    private static SpokenFact? Nationality(ChineseClause clause, Match match) =>
        clause.Fact(Attributes.Nationality, match.Groups["value"].Value, match.Groups["not"].Success);

    // Born here, grown up there: the second is told as an event, since somebody has one origin.
    private static IEnumerable<SpokenFact?> Origin(ChineseClause clause, Match match, string? how = null) =>
        Place(match.Groups["value"].Value) is { } place
            ?
            [
                how == "长大" && (clause.Sentence.Contains("生在", StringComparison.Ordinal) || clause.Sentence.Contains("出生", StringComparison.Ordinal))
                    ? clause.Fact(Attributes.Event, $"在{place}长大")
                    : clause.Fact(Attributes.Origin, place, match.Groups["not"].Success),
            ]
            : [];
}
