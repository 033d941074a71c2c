using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Relatives, partners, children and pets.</summary>
internal static class ChineseHousehold
{
    private const string Got = "(有|养着|养(?!过)了?|又养了|收养了|领养了|捡了|收编了|买了|新?添了|接回了?|抱回了?|带回了?|多了|还有)";
    private const string Count = "(?<count>[一两二三四五六七八九十\\d]*(只|条|匹|头|缸|窝|个|对)|[一两三四五])?";
    private const string Name = "([（(]?(名字)?(叫做?|名叫|是)(?<value>[^，（）()]{1,12}?))?(了|的|呢)*$";

    private static readonly Regex NotTelling = ChineseRule.Pattern($"^({Friend}|{Parent})$");
    private static readonly Regex Soon = ChineseRule.Pattern("明|下个?[月周]|后年|后天|国庆|五一|十一|春节|元旦|中秋|端午|年底|月底");

    public static ChineseRule[] Rules { get; } =
    [
        new("猫狗有养领捡收买添抱带接多", $"^{Got}(了)?{Count}([^，]{{0,6}}的)?([小大老黑白橘花胖]色?|可爱|{Number}岁的?)??(?<animal>{Pets}){Name}", Pet) { Of = ChineseBearers.Household },
        new("叫是", $"^的?(?<animal>{Pets})(的名字)?(叫|是叫|名叫)(?<value>[^，]{{1,12}}?)(了)?$", Pet) { Of = ChineseBearers.Myself },
        new(
            "世死走没丢离星乐掉",
            $"^(也|刚|就|不幸|因病|因为[^，]{{1,8}})*(?<how>去世|过世|病死|老死|死|走|没|走丢|跑丢|丢|离开|离世|安乐死|去了?[汪喵]星球?|回[汪喵]星球?)(掉)?了(我们?)?$",
            (clause, match) =>
                [clause.Subject is { } pet ? new SpokenFact(null, Attributes.Pet, "已故" + pet) { Told = $"的{pet}{match.Groups["how"].Value}了" } : null])
        {
            Of = ChineseBearers.Pet,
        },
        new(
            "送卖弃领丢",
            $"^把(我?们?家?的?)(那)?([一两几]?[只条])?(小)?(?<animal>{Pets})(?<name>[^，]{{0,4}}?)(送(人|走|给[^，]+?)?|卖|弃养|丢|转让)(掉)?了$",
            (clause, match) => [clause.Fact(Attributes.Pet, ChineseSubject.Joined(match.Groups["animal"].Value, match.Groups["name"].Value), negated: true)])
        {
            Of = ChineseBearers.Household,
        },
        new(
            "没不",
            $"^(?<not>没有?|不再?)(有|养)(?<animal>宠物|{Pets})(了)?$",
            (clause, match) => [clause.Fact(Attributes.Pet, match.Groups["animal"].Value, negated: true)])
        {
            Of = ChineseBearers.Myself,
        },
        new(
            "是",
            $"^是(一)?(只|条|个)?(?<animal>{Pets})$",
            (clause, match) =>
                [
                    new SpokenFact(
                        null,
                        Attributes.Pet,
                        clause.Subject is { } name && !ChineseSubject.IsPet(name)
                            ? ChineseSubject.Joined(match.Groups["animal"].Value, name)
                            : match.Groups["animal"].Value),
                ])
        {
            Of = ChineseBearers.Pet,
        },
        new(
            "有",
            "^有(?<value>(一儿一女|两儿一女|一儿两女|一子一女|两个孩子|三个孩子|[一两三四]个(娃|小孩|孩子|儿子|女儿|闺女)|一?对(双胞胎|龙凤胎|儿女)(儿子|女儿|姐妹|兄弟)?|儿有女|双胞胎(儿子|女儿)?))(了|$)",
            (clause, match) => [clause.Fact(Attributes.Family, ChineseValue.Checked(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Household,
        },
        new(
            "个",
            $"^我?家里?(有|一共|总共|就)*(?<count>[两二三四五六七]个)(?<rel>{Child}|{Sibling})(了|呢)*$",
            (clause, match) => [new SpokenFact(null, Attributes.Family, match.Groups["count"].Value + match.Groups["rel"].Value)])
        {
            Of = ChineseBearers.Household,
            Whole = true,
        },
        new("儿丁", "^(?<value>儿女双全)(了)?$", Attributes.Family) { Of = ChineseBearers.Household },
        new(
            "有",
            $"^有(了|过)?(?<count>[一两二三四五六七八九十\\d]*(个|位|名)|[一两三])?(?<kind>(亲|异地|谈了[^，]{{1,3}}年的"
            + $"|在[^，的]{{2,8}}的)?)(?<adjective>[^，的]{{1,4}}的)?(?!同父)(?<rel>{Relation})(?!们|的)((名字)?(叫做?|名叫)(?<value>[^，]{{1,10}}?))?(了|呢)*$",
            Relative)
        {
            Of = ChineseBearers.Household,
        },
        new(
            "没",
            $"^(?<not>没有?)有?(?<rel>孩子|小孩|娃|儿子|女儿|女朋友|男朋友|女友|男友|对象|老婆|老公|兄弟姐妹|哥哥|姐姐|弟弟|妹妹|兄弟|姐妹)(了)?$",
            (clause, match) => [clause.Fact(Attributes.Family, match.Groups["rel"].Value, negated: true)])
        {
            Of = ChineseBearers.Household,
        },
        new("独", "^是(家里)?(的)?(?<value>独生子女|独生女|独生子|独子|独女)$", (clause, _) => [clause.Fact(Attributes.Family, "兄弟姐妹", negated: true)]),
        new("带养生", $"^(自己|一个人|独自|单独)*(带着|带|抚养|拉扯|独自带)(?<count>[一两三]个)?(?<rel>{Child})(过|生活|住|长大|$)", Relative) { Of = ChineseBearers.Myself },
        new("叫是", $"^的?(?<rel>{Relation})(的名字)?(叫做?|是叫|名叫)(?<value>[^，]{{1,10}}?)$", Relative) { Of = ChineseBearers.Myself },
        new(
            "生",
            $"^(刚|又)?(生了|生下了?|添了|迎来了?)(一?(个|对))?(?<rel>(大胖)?(小子|儿子|女儿|闺女|千金|宝宝|二宝|二胎|双胞胎|龙凤胎|孩子|娃))(了)?$",
            (clause, match) => [clause.Fact(Attributes.Event, "生了" + match.Groups["rel"].Value)])
        {
            Of = ChineseBearers.Household,
        },
        new("分", $"^(和|跟)?(?<with>{Spouse})?(已经|刚)?分(了)?手了?", Parted) { Of = ChineseBearers.Household },
        new("离", "^(已经|刚|正式|都)*(?<value>离婚|离异)(了|$|带|，|[一两三四五六七八九十]+年)", Attributes.Status) { Of = ChineseBearers.Household },
        new("离", "^(是)?(?<value>离异)", Attributes.Status),
        new(
            "结",
            "^(?<not>没有?|未|不)?(已经|刚|都)*(?<value>结婚|领证)(已经|都|快|有)*([一二三四五六七八九十几两半\\d]+(年|个月|周年|天)(多)?)?(了|$)",
            Married)
        {
            Of = ChineseBearers.Household,
        },
        new(
            "已未单订丧再离隐恋丁",
            "^(还|是|现在|目前|一直|仍|仍然|处于)*(个)?(?<value>已婚|未婚|单身|订婚|丧偶|再婚|恋爱中|热恋中|丁克|母胎单身|母胎solo)(了|的|状态|一族|族|狗|人士|汉|贵族|家庭|[一二三四五六七八九十\\d]+年)*(，|$|了)",
            Attributes.Status)
        {
            Of = ChineseBearers.Household,
        },
        new("脱谈恋", "^(刚)?(?<value>脱单|谈恋爱|恋爱)(了)(?!.{3})", (clause, _) => [clause.Fact(Attributes.Status, "恋爱中")])
        {
            Of = ChineseBearers.Household,
        },
        new(
            "当",
            "^(刚|马上要|快要|已经)?(当|做)(了)?(?<value>妈妈?|爸爸?|奶奶|爷爷|外婆|外公|姥姥|新手妈妈|新手爸爸)了$",
            (clause, match) =>
                [
                    clause.Words.Contains('要', StringComparison.Ordinal)
                        ? clause.Fact(Attributes.Plan, "当" + match.Groups["value"].Value)
                        : clause.Fact(Attributes.Event, "当了" + match.Groups["value"].Value),
                ]),
    ];

    private static IEnumerable<SpokenFact?> Pet(ChineseClause clause, Match match)
    {
        var kind = match.Groups["animal"].Value;
        var name = match.Groups["value"].Success ? ChineseValue.Of(match.Groups["value"].Value) : null;
        return [new SpokenFact(clause.Subject, Attributes.Pet, name is null ? Counted(match) + kind : ChineseSubject.Joined(kind, name))];
    }

    private static IEnumerable<SpokenFact?> Relative(ChineseClause clause, Match match)
    {
        var kind = ChineseSubject.Canonical(match.Groups["rel"].Value);
        var name = match.Groups["value"].Success ? ChineseValue.Of(match.Groups["value"].Value) : null;
        return name is null && NotTelling.IsMatch(kind)
            ? []
            : [clause.Fact(Attributes.Family, name is null ? Counted(match) + kind : ChineseSubject.Joined(kind, name))];
    }

    // One of them needs no number.
    private static string Counted(Match match) =>
        match.Groups["count"] is { Success: true, Value: { Length: > 1 } count } && count[0] is not ('一' or '1') ? count : string.Empty;

    private static IEnumerable<SpokenFact?> Parted(ChineseClause clause, Match match)
    {
        var with = match.Groups["with"] is { Success: true } named ? named.Value : clause.With;
        return with is null
            ? [clause.Fact(Attributes.Event, "分手")]
            : [clause.Fact(Attributes.Family, with, negated: true), clause.Fact(Attributes.Event, $"和{with}分手")];
    }

    private static IEnumerable<SpokenFact?> Married(ChineseClause clause, Match match) =>
        Soon.IsMatch(clause.Time) && !match.Groups["not"].Success && (clause.Time.Contains('明', StringComparison.Ordinal) || !match.Value.EndsWith('了'))
            ? [clause.Fact(Attributes.Plan, match.Groups["value"].Value)]
            : [clause.Fact(Attributes.Status, "结婚", match.Groups["not"].Success)];
}
