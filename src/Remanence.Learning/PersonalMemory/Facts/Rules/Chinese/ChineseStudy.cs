using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Schools, subjects, and what somebody is learning.</summary>
internal static class ChineseStudy
{
    private const string Skip = "(?!习惯|会|校|生|到|完|好|不|得|了|过|这|那|坏|乖|聪明|着)";

    private static readonly Regex SchoolOnly = ChineseRule.Pattern("大学|学院|大$|^[A-Z]{2,5}$|University|中学|高中");
    private static readonly Regex Schoolish = ChineseRule.Pattern($"^(({School})([^，]{{2,8}}(系|专业|学院))?|({ChinesePlace.Known}))$|[A-Z]");
    private static readonly Regex NoSubject = ChineseRule.Pattern("^(书|学|班|课|网|了|着|完|研|博|大学|下去|.*书$|给.*|起.*|到.*)$");
    private static readonly Regex Department = ChineseRule.Pattern("(专业|系)$");

    public static ChineseRule[] Rules { get; } =
    [
        new(
            "在",
            $"^(?<not>不|没)?(正)?(就读于|在)(?<school>[^，]{{2,16}}?)(就读|上学|读书|念书|留学|求学|进修|读|上(?![班网街山船线海])|念)(?<stage>{Stage})?(?<major>[^，了]{{2,12}}?)?(专业)?(了"
            + $"|呢|的)*({Number}年了?)?$",
            At)
        {
            Of = ChineseBearers.Anybody,
        },
        new("就", $"^(现|目前)?就读(于|在)(?<school>[^，]{{2,16}}?)(?<stage>{Stage})?(?<major>[^，的]{{2,10}}专业|[^，的]{{2,10}}系)?(的)?$", At)
        {
            Of = ChineseBearers.Anybody,
        },
        new("在", $"^在(?<school>{School})(学)(?<major>[^，]{{2,12}}?)(专业)?$", At) { Of = ChineseBearers.Anybody },
        new(
            "考录申保进升",
            $"^(刚|顺利|成功|终于)*(考上|考进|考入|考取|申请(上|到)了?|申上|保研(到|去)?|保送(到)?|升(上|入)|进|被)了?(?<school>{School})(录取|的(研究生|博士|硕士|本科|.{{2,8}}专业|offer))?(了|啦)*$",
            (clause, match) => [clause.Fact(Attributes.School, ChineseValue.Of(match.Groups["school"].Value))])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "拿收",
            $"^(刚|终于)?(拿到|收到)了?(?<school>{School})的?(offer|录取通知书?|录取|ad|AD)(了)?$",
            (clause, match) =>
                SchoolOnly.IsMatch(match.Groups["school"].Value) ? [clause.Fact(Attributes.School, ChineseValue.Of(match.Groups["school"].Value))] : [])
        {
            Of = ChineseBearers.Anybody,
        },
        new("毕", $"^(本科|硕士|博士|研究生|大学)?(是)?(毕业于|从(?=[^，]{{2,20}}毕业))(?<school>[^，]{{2,16}}?)(毕业)?(的)?({Number}年)?(了)?$", Graduate)
        {
            Of = ChineseBearers.Anybody,
        },
        new("毕", $"^(是)?(?<school>{School}|[^，]{{2,6}}大)(?<major>[^，]{{2,8}}(专业|系))?(本科|硕士|博士|研究生)?毕业(的|了|生)*$", Graduate),
        new(
            "位",
            $"^(有|拿到?了?|取得了?|获得了?|读了个|有个)(一个|个|[^，]{{2,8}}大学的?)?(?<value>[^，]{{0,12}}?(学士|硕士|博士|双|第二|本科|MBA|副学士))(学位|文凭|证书)$",
            (clause, match) => [clause.Fact("学历", ChineseValue.Of(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "毕",
            "^(?<value>(初中|高中|小学|中专|大专|职高)毕业)(就|后|以后)?((出来|去|开始|直接)?(打工|工作|上班|干活))?(了)?$",
            (clause, match) => [clause.Fact("学历", match.Groups["value"].Value)]),
        new(
            "大高初研",
            $"^(?<school>{School})(?<stage>(大|高|初|研|博)[一二三四五])(在读|学生|党|狗|生)?$",
            (clause, match) => [clause.Fact(Attributes.School, match.Groups["school"].Value + match.Groups["stage"].Value)]),
        new("高大研", "^(?<value>[高大研博][一二三四])(狗|党|生)(一[只枚个])?$", (clause, match) => [clause.Fact(Attributes.School, match.Groups["value"].Value)]),
        new(
            "辍肄没",
            "^(?<value>((高中|初中|大学|本科|研究生|博士)(没(上|读|念)(完|过)?|没毕业|辍学|肄业)|(没(上|读|念)(完|过)?|辍学|肄业)(高中|初中|大学|研究生|书)?))(我?就[^，]{1,8})?(了)?$",
            (clause, match) => [clause.Fact(Attributes.Event, match.Groups["value"].Value)])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "大高初研博本硕",
            $"^(本科|硕士|研究生|博士|大学|高中|初中|中学|小学)(是|就|都|的时候|时)*(在)(?<school>{School})(读|念|上|毕业)?(的)?$",
            (clause, match) => [clause.Fact(Attributes.School, ChineseValue.Of(match.Groups["school"].Value))])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "业主修major专系学读念攻研",
            "^(的)?(大学|本科|研究生|硕士|博士)?(的)?(学的|读的|念的|专业|主修|辅修|major|攻读|读的专业|学的专业|研究方向)(就)?(的)?(是|：|为)?(?<value>(?!不|对口|课|很|好|选|方向|调剂|老师)[^，]{2,20}?)(专业|方向"
            + "|相关)?(的)?$",
            (clause, match) => [clause.Fact(Attributes.Study, ChineseValue.Of(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "学专系",
            $"^是(?<school>[^，的]{{2,12}}?(大学|学院|大))?(?<value>[^，的]{{2,12}}?)(专业|系)的?(大[一二三四]|研[一二三]|学生|本科生|研究生|博士生|硕士生|毕业生|应届生|在读)?(学生)?的?$",
            (clause, match) =>
                [
                    match.Groups["school"].Success ? clause.Fact(Attributes.School, match.Groups["school"].Value) : null,
                    clause.Fact(Attributes.Study, ChineseValue.Of(match.Groups["value"].Value)),
                ]),
        new(
            "学",
            $"^(是|本科是|大学)?(学|读|念){Skip}(?<value>[^，了]{{2,10}}?)(专业)?的$",
            (clause, match) => [clause.Fact(Attributes.Study, ChineseValue.Of(match.Groups["value"].Value))]),
        new(
            "生",
            $"^(是|还是)(个|一个|一名|名|在读)*((?<school>{School})(的)?)?(在读)?(?<value>({Stage})?(在校)?(大学生|研究生|博士生|硕士生|高中生|初中生|小学生|医学生|留学生|学生|理科生|文科生|艺术生|体育生|师范生"
            + $"|考研党|考公人))(一枚)?$",
            (clause, match) =>
                [
                    clause.Fact(Attributes.School, match.Groups["school"].Success ? ChineseValue.Of(match.Groups["school"].Value) : null),
                    clause.Once(Attributes.Occupation, match.Groups["value"].Value),
                ]),
        new(
            "大高初研博年小中幼kpMK读上念",
            $"^(是|在|还在|刚|要|马上)*(读|上|念|升)?(到)?了?(?<value>(小学)?({Stage}))(的?学生|在读|了|生|狗|党)*$",
            (clause, match) => [clause.Fact(Attributes.School, match.Groups["value"].Value)])
        {
            Of = ChineseBearers.People,
        },
        new(
            "学习练",
            $"^(?<not>没|不)?(再)?(在|正在|开始|一直在|业余|跟着[^，]{{1,6}}|报班|报名|重新)*(自学|学着|学习|学|练习|苦练|练)(了)?{Skip}(?<value>[^，]{{2,14}}?)(已经|有|都|快|了)*({Number}(年|个月|天"
            + $"|周)(多)?)?(了|呢)*$",
            Learning)
        {
            Of = ChineseBearers.Anybody,
        },
        new("报", "^(给自己|自己)?(报|参加|上)了?(一?个|门|了)*(?<value>[^，]{2,8})(班|课|课程|培训班|兴趣班|网课)(了)?$", Attributes.Study)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "备",
            "^(正|在|正在|全职|全力)*(备考|备战|准备)(?<value>考研|考公|雅思|托福|GRE|gre|四级|六级|CPA|cpa|司考|法考|考编|高考|中考|公考|教资|国考|省考|日语N[1-5]|N[1-5]|建造师|一建|二建|考博|PMP|驾考"
            + "|科目[一二三四])(考试|呢|中)*$",
            (clause, match) => [clause.Fact(Attributes.Plan, Exam(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Anybody,
        },
    ];

    private static IEnumerable<SpokenFact?> At(ChineseClause clause, Match match)
    {
        var school = ChineseValue.Of(match.Groups["school"].Value);
        var major = match.Groups["major"].Success ? ChineseValue.Of(Department.Replace(match.Groups["major"].Value, string.Empty)) : null;
        return school is null || !Schoolish.IsMatch(school)
            ? []
            :
            [
                clause.Once(Attributes.School, school, match.Groups["not"].Success),
                major is null || NoSubject.IsMatch(major) ? null : clause.Once(Attributes.Study, major),
            ];
    }

    private static IEnumerable<SpokenFact?> Graduate(ChineseClause clause, Match match) =>
        ChineseValue.Of(match.Groups["school"].Value) is { } school && Schoolish.IsMatch(school) ? [clause.Fact(Attributes.School, $"毕业于{school}")] : [];

    private static IEnumerable<SpokenFact?> Learning(ChineseClause clause, Match match)
    {
        var going =
            match.Value.Contains('在', StringComparison.Ordinal)
            || match.Value.Contains("自学", StringComparison.Ordinal)
            || match.Value.Contains("开始", StringComparison.Ordinal)
            || match.Value.Contains('年', StringComparison.Ordinal)
            || match.Value.Contains("个月", StringComparison.Ordinal)
            || clause.Words.Contains("在学", StringComparison.Ordinal)
            || clause.Words.Contains("一直", StringComparison.Ordinal);
        return ChineseValue.Of(match.Groups["value"].Value) is { } value && going && !NoSubject.IsMatch(value)
            ? [clause.Fact(Attributes.Study, value, match.Groups["not"].Success)]
            : [];
    }

    private static string Exam(string name) => name.StartsWith('考') || name.EndsWith('考') ? name : "考" + name;
}
