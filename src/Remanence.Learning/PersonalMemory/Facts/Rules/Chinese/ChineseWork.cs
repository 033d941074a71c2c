using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseWords;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Where somebody works and as what.</summary>
internal static class ChineseWork
{
    public const string Place = "工作地点";
    private const string At = "(?!家|努力|认真|拼命|加班|疯狂|好好|埋头|哪|这|那|一起|忙|我|你|他|她|外面|学|读|上|念|一边|考虑|找|等|准备|准时)(?<value>[^，]{2,24}?)";
    private const string Works = "(上班|工作|任职|就职|供职|实习|打工|干活|当差|搬砖|教书|任教|执教|干|做事)";
    private const string Long = "(了|已经|有|快|都|整整|将近)*([一二三四五六七八九十几两半好多\\d]+(年|个月|天)(多|半|了)*)?(了|呢|啦|的|呀|[！!。])*$";
    private const string Trade = $"(?<job>{Job}|{Standing})";

    private static readonly Regex Change = ChineseRule.Pattern("换了?(个|份|家)?(新)?工作|跳槽|换公司|换了家公司");
    private static readonly Regex Opened = ChineseRule.Pattern("^(?<verb>开|经营)了?一?[家间个]");
    private static readonly Regex Firm = ChineseRule.Pattern("^(?<place>.+?)(的)?一(?:家|间|个|所)(?<firm>.{2,})$");
    private static readonly Regex Doing = ChineseRule.Pattern("^(工作|事|家教的?事|了|什么|饭|客|东道|运动|作业|实验|手术|检查|核酸|梦|.*(手术|检查|体检))$");
    private static readonly Regex Taste = ChineseRule.Pattern("累|忙|辛苦|无聊|轻松|稳定|枯燥|有趣|压力|经常|需要|比较|让|每天|在");
    // What somebody's work "is" ends as trades end, or says what is made, sold, taught.
    private static readonly Regex Calling = ChineseRule.Pattern(
        $"{Job}|{Standing}|[员师工家手生长人士官商贩农匠民兵傅理监管服作务计发护译编导销购营训育育融贸]$|^(一名|一个|个)?[做开卖教修跑画写种养管搞送拍编设研照帮负运营策检维安]|^[A-Za-z]");
    private static readonly Regex OnlyPlace = ChineseRule.Pattern($"^({ChinesePlace.Known})(市区|那边|这边)?$");
    private static readonly Regex NoCompany = ChineseRule.Pattern("^(公司|单位|家里?|外地|外面|网上|路上|床上|这.*|那.*|电脑前|厨房|图书馆|咖啡厅|户外|室内|上一家.*|原公司|前公司|老东家|新公司)$|^(努力|认真)");

    private static readonly Regex None = ChineseRule.Pattern("^(裸辞|辞职|离职|失业|辞掉工作|被裁员?|被优化)$");
    private static readonly Regex Became = ChineseRule.Pattern(
        $"(辞职|离职|裸辞|辞掉工作)(以?后|之后|了)?(就|去|改行|转行|回家)*(当|做)了?(一?[个名位])?(?<job>{Job}|{Standing}|[^，了]{{1,6}}[师员手工匠农])(了)?$");

    public static ChineseRule[] Rules { get; } =
    [
        new("跳换转从", $"^(跳槽|换工作|工作)?从(?<from>[^，]{{2,12}}?)(跳槽?|换工作|换|转)(到|去|来)了?(?<value>[^，]{{2,14}}?)(上班|工作)?{Long}", Moved)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "到",
            $"^从(?<from>[^，]{{2,12}}?)(到|去)了?(?<value>[^，]{{2,14}}?){Long}",
            (clause, match) => Change.IsMatch(clause.Sentence) ? Moved(clause, match) : [])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "裁优开辞炒",
            $"^被(公司|(?<value>[^，]{{2,10}}?))?(给)?(裁员?|优化|开除|辞退|炒鱿鱼|炒|解雇|毕业)(掉)?(了|啦)",
            (clause, match) =>
                match.Groups["value"].Success && Company(match.Groups["value"].Value) is { } left
                    ? [clause.Fact(Attributes.Employer, left, negated: true)]
                    : [clause.Fact(Attributes.Employer, "被裁")])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "辞离退出毕",
            $"^(已经)?从(?<value>[^，]{{2,14}}?)(辞职|离职|裸辞|跑路|退休|出来|跳槽)(了|啦|出来)*$",
            (clause, match) => [clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "离",
            $"^离开了?(?<value>{Latin}|[^，]{{1,12}}(公司|集团|银行|医院|学校|大学|科技|厂|所|院)|腾讯|阿里(巴巴)?|字节(跳动)?|美团|百度|华为|京东|小米|网易|拼多多|滴滴|快手)(了|$)",
            (clause, match) => [clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value), negated: true)]),
        new(
            "辞",
            $"^(已经)?辞(掉|去)?了(在|掉)?(?<value>[^，]{{2,14}}?)的?(工作|职务|职位)(了)?$",
            (clause, match) => [clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "干做上工待混",
            $"^(?<not>不|没)再?在{At}(干|做|上班|工作|任职|待|混)(了|啦|$)",
            (clause, match) => [clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value), negated: true)])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "辞离失被qQ",
            "^(刚刚?|已经)?(?<value>裸辞|辞职|离职|失业|quit|辞掉工作|被裁员?|被优化)(了|中|啦)?(?!以后|之后|的)",
            (clause, match) =>
                [
                    clause.Fact(Attributes.Employer, match.Groups["value"].Value == "quit" ? "辞职" : match.Groups["value"].Value),
                    .. Became.Match(clause.Words) is { Success: true } job ? AsJob(clause, job) : [],
                ])
        {
            Of = ChineseBearers.Anybody,
        },
        new("退", $"^(从(?<at>[^，]{{2,12}}))?退休(已经|快)*({Number}年)?(多)?(了|啦)", (clause, _) => [clause.Fact(Attributes.Event, "退休")])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "退",
            $"^(退休|退役|转业)(前|以前|之前)(一直)?(是|做|当)(个|一名|一个|一位)?(?<value>[^，]{{2,10}})$",
            (clause, match) => [ChineseValue.Of(match.Groups["value"].Value) is { } job ? clause.Fact(Attributes.Occupation, "退休" + job) : null]),
        new("退", "^是(个|一名|一个|一位)?(?<value>退休.{2,8})$", Attributes.Occupation),
        new("家远", "^(是)?(全职|一直|主要)?(?<value>在家(办公|上班|工作)|居家办公|远程(办公|工作|上班)?)(的|了)?$", Attributes.Habit),
        new(
            "在",
            $"^(?<not>不|没)?(全职|兼职)?在{At}(?<as>当|做|担任|任|从事|搞|负责|干)(了)?({Number}(多|几)?年的?)?(一个|一名|个|名)?(?!了|过|[^，]*(公司|机构|企业|平台|厂|店|单位|机构)(上班|工作|实习"
            + $"|任职))(?<job>[^，]{{2,14}}?){Long}",
            AtAs),
        new("在", $"^(?<not>不|没)?(全职|兼职)?在{At}{Works}{Long}", AtWork) { Of = ChineseBearers.Anybody },
        new(
            "就供任入加跳",
            $"^(就职|供职|任职|受雇|效力)于{At}{Long}",
            (clause, match) => [clause.Once(Attributes.Employer, Company(match.Groups["value"].Value))]),
        new("入加跳", $"^(刚|正式)?(入职|加入|跳槽(到|去)|入职到)了?{At}((当|做|担任)了?(?<job>[^，]{{2,10}}?))?(工作|上班)?(了|啦)*$", AtAs)
        {
            Of = ChineseBearers.Anybody,
        },
        new("换去到进", $"^(换(工作)?到|去|到|进|考进|考入|调到)了?{At}(上班|工作|当|做|任职|报到|实习)(?<job>{Job})?了$", AtAs)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "换到进",
            $"^(换工作到|换工作去|进)了(?<value>[^，]{{2,12}}(公司|集团|银行|医院|厂|局|所|院|学校|大厂|国企|央企|外企|体制|Google|Amazon))(了)?$",
            (clause, match) => [clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value))]),
        new("转", $"^(从[^，]{{2,10}})?(转行|转岗|转型|转)(到|去|做|成|当|为)+了?(?<value>[^，]{{2,12}}?)(了|啦)*$", Attributes.Occupation)
        {
            Of = ChineseBearers.Anybody,
        },
        new("升", $"^(被)?(升职?|提拔|晋升|提|升任)(为|成|到|当|做)了?(?<value>[^，]{{2,12}}?)(了|啦)*$", Attributes.Occupation)
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "靠以",
            "^(一直|现在|主要|全家)*(靠|以)(?<job>[^，]{2,10}?)(养家糊口|养家|谋生|吃饭|为生|过日子|糊口|养活(自己|全家|一家)?|挣钱|赚钱|维生)(的)?$",
            (clause, match) => ChineseValue.Of(match.Groups["job"].Value) is { } job ? [clause.Fact(Attributes.Occupation, job)] : [])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "年",
            $"^(?<job>(跑|开|送|教|卖|修|带|搞|干|做|当)(?!了|过|完|这|那|梦|饭)[^，了过]{{1,8}}?)(已经|都|快|有|了)*{Number}(多|几|来)?(年|个月)(多|了|的)*$",
            AsJob),
        new(
            "跑开送",
            "^(是)?(现在|目前|白天|晚上)?(在)?(?<job>(跑(外卖|滴滴|网约车|业务|货运|长途|销售|快递)|开(出租车?|网约车|大货车|货车|公交车?|滴滴|挖掘机|叉车)|送(外卖|快递|货|水)))(的|呢)?$",
            AsJob)
        {
            Of = ChineseBearers.People,
        },
        new(
            "教",
            "^(是)?(在[^，]{2,12})?(?<job>教(小学|初中|高中|大学|幼儿园)?(语文|数学|英语|物理|化学|生物|历史|地理|政治|音乐|美术|体育|舞蹈|钢琴|书法|编程|对外汉语|瑜伽|游泳))(的|课)?$",
            AsJob)
        {
            Of = ChineseBearers.People,
        },
        new(
            "进入加",
            $"^(进|入职|加入)了?(?<value>(?!来|去|门|群|入|步|行|城|口|医院|学校)[^，了]{{2,8}}?)(已经|都|有|快)*{Number}(年|个月)(多|半)?了$",
            (clause, match) => [clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "单公",
            "^(我们?|咱们?)?的?(单位|公司|东家)(就)?是(?<value>[^，的]{1,10}(院|馆|局|厂|所|公司|集团|银行|学校|中学|小学|大学|中心|台|报社|出版社|站|企))$",
            (clause, match) => [new SpokenFact(null, Attributes.Employer, Company(match.Groups["value"].Value) ?? match.Groups["value"].Value)])
        {
            Whole = true,
        },
        new(
            "卖",
            "^在(?<at>[^，]{2,8}?)(?<job>卖[^，了过]{1,6})$",
            (clause, match) => [clause.Fact(Attributes.Occupation, match.Groups["job"].Value)])
        {
            Of = ChineseBearers.People,
        },
        new(
            "长员师工手兵匠官",
            "^是(个|一名|一位|一个)?(?<job>(?!家|学|班|队|兄|师|校友|店小)[^，的很不]{1,6}[长员师工手兵匠官])$",
            AsJob)
        {
            Of = ChineseBearers.Relative,
        },
        new("枚个", $"^(?<job>{Job}|{Standing})(一枚|一个|一名)$", AsJob),
        new("待", "^(在家)?待业(已经|快|都)?([一二三四五六七八九十几两半\\d]+个?(年|月|个月)(多)?)了$", (clause, _) => [clause.Fact(Attributes.Occupation, "待业")]),
        new(
            "公单东雇",
            "^的?(新)?(公司|单位|东家|雇主|老东家|厂子?)(名字)?(就|现在)*(叫做?|是叫|名叫)(?<value>[^，]{2,16})$",
            (clause, match) => [clause.Fact(Attributes.Employer, ChineseValue.Of(match.Groups["value"].Value))]),
        new(
            "给替",
            "^(一直|现在|目前)*(在)?(给|替)(?<value>(?!你|您|我|他|她|别人|老板|家|孩子|人家|自己)[^，]{2,14}?)(打工|干活|卖命|上班)(呢|的)?$",
            (clause, match) => [clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value))])
        {
            Of = ChineseBearers.Anybody,
        },
        new(
            "员工",
            "^(?<not>不)?是(?<value>(?!公司|单位|我们|你们|一|个|正式|普通|优秀)[^，]{2,12}?)的?(正式)?(员工|职工|合同工|正式工|实习生)$",
            (clause, match) => [clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value), match.Groups["not"].Success)])
        {
            Of = ChineseBearers.People,
        },
        new(
            "职工岗业",
            $"^的?(正式|本职)?(职业|工作|本职|职位|岗位|主业|title|job)(就|现在)*(是|：|为)(个|一个|一名|在)?(?<value>[^，]{{2,14}})$",
            (clause, match) =>
                [
                    Taste.IsMatch(match.Groups["value"].Value) || !Calling.IsMatch(match.Groups["value"].Value)
                        ? null
                        : clause.Once(Attributes.Occupation, ChineseValue.Of(match.Groups["value"].Value)),
                ]),
        new(
            "业",
            "^的?(副业|兼职)(就|现在)*(是|做)(?<value>[^，]{2,14})$",
            (clause, match) => [clause.Fact("副业", ChineseValue.Of(match.Groups["value"].Value))]),
        new(
            "的",
            $"^是(?<value>(?!专业|优秀|普通|兼职|全职|资深|新来|最好|唯一|合格|年轻|有经验|自由|你|您|他|她|一)[^，的]{{2,12}})的(一名|一个|一位)?(?<job>{Job})$",
            AtAs),
        new(
            "是",
            $"^(?<not>不)?(是|现在是|其实是)(一?(个|名|位|枚))?((专业|优秀|普通|兼职|全职|资深|年轻|光荣|自由|苦逼|乡村|人民|互联网|在职|持证)的?)*{Trade}(一枚|一名)?$",
            AsJob),
        new(
            "是",
            "^(?<not>不)?是(一(名|位))(?<job>(?!好|坏|女|男|孕|准|新|合格的?(妈|爸|父|母)|[^，]{0,6}(爱好者|粉丝|妈妈|爸爸|母亲|父亲|患者|人士|粉|迷|学生|大[一二三四].{0,2}|研究生|大学生|高中生|初中生|博士生|硕士生|女生"
            + "|男生|党员|公民))[^，的]{2,12})$",
            AsJob),
        new("是搞做", $"^(就)?是?(自己)?(专门|主要)?(?<job>(做|搞|干|跑|开|教|卖|写|修|画|拍|演|唱|养)(?!这|那|什么|了|过|我|你)[^，了过]{{1,10}})的$", AsJob),
        new(
            "做干当任从",
            $"^(?<not>不|没)?(一直|去|改行|转行)?(全职|兼职)?(做|干|当|担任|从事|任|当上|成为|做起)了?({Number}(多|几)?年的?)?(一?(个|名|位))?((专业|全职|兼职|资深|自由|小学|初中|高中|大学)的?)*(?<job>{Job}"
            + $"|{Standing}|外贸|电商|跨境电商|金融|教育|自媒体|直播|装修|物流|房地产|餐饮|设计|开发|市场|品牌|培训|编程|it|IT|科研|医疗|保险|微商|生意|建筑|土木|新媒体|短视频)(的|工作|行业|这一?行|这块)?{Long}",
            AsJob),
        new(
            "做干从当",
            $"^(从事|做|干|当)(?<job>(?!这|那|饭|梦|家务|作业|好事|什么|完|到|得|了)[^，了的]{{2,8}}?)(这一?行|行业|工作|相关工作)?(做|干|当)?(已经|快)*(了)?{Number}(多|几)?年(多)?(了)?$",
            AsJob),
        new("从", "^从事(?<job>[^，]{2,10}?)(相关)?(的)?(工作|行业|职业)?(的)?$", AsJob),
        new(
            "开经创",
            "^(自己)?(?<value>(开|经营)了?一?(家|间|个)[^，]{1,10}(店|馆|公司|餐厅|工作室|民宿|厂|铺|诊所|酒吧|咖啡厅|农场|超市|网店|淘宝店))(了)?$",
            (clause, match) => [clause.Fact(Attributes.Occupation, Opened.Replace(match.Groups["value"].Value, "${verb}"))]),
        new("自创", "^(自己|在|一个人)?(?<value>创业|做生意|当老板|做小生意|自己创业)(的|呢|中)?$", Attributes.Occupation) { Of = ChineseBearers.People },
        new("待失无全自主", $"^(目前|现在|一直)?(在家)?(处于)?(?<value>待业|失业|无业|自由职业|全职(妈妈|带娃|在家带娃|太太|主妇|爸爸))(中|状态|在家)?$", Attributes.Occupation),
    ];

    /// <summary>Whether an employer's name says that there is none.</summary>
    public static bool IsNone(string employer) => None.IsMatch(employer);

    private static IEnumerable<SpokenFact?> Moved(ChineseClause clause, Match match) =>
        ChineseHome.IsKnown(match.Groups["value"].Value)
            ? []
            :
            [
                clause.Fact(Attributes.Employer, Company(match.Groups["value"].Value)),
                clause.Fact(Attributes.Employer, Company(match.Groups["from"].Value), negated: true),
            ];

    private static IEnumerable<SpokenFact?> AtWork(ChineseClause clause, Match match)
    {
        var (not, at) = (match.Groups["not"].Success, match.Groups["value"].Value);
        if (Firm.Match(at) is { Success: true } firm && ChineseHome.IsKnown(firm.Groups["place"].Value))
        {
            return [clause.Once(Attributes.Employer, Company(firm.Groups["firm"].Value), not), clause.Once(Place, firm.Groups["place"].Value, not)];
        }

        return [clause.Once(OnlyPlace.IsMatch(at) ? Place : Attributes.Employer, Company(at), not)];
    }

    private static IEnumerable<SpokenFact?> AtAs(ChineseClause clause, Match match)
    {
        var job = match.Groups["job"].Success ? ChineseValue.Of(match.Groups["job"].Value) : null;
        return match.Groups["job"].Success && (job is null || Doing.IsMatch(job))
            ? []
            : [.. AtWork(clause, match), clause.Once(Attributes.Occupation, job, match.Groups["not"].Success)];
    }

    private static IEnumerable<SpokenFact?> AsJob(ChineseClause clause, Match match) =>
        ChineseValue.Of(match.Groups["job"].Value) is { } job && !Doing.IsMatch(job)
            ? [clause.Once(Attributes.Occupation, job, match.Groups["not"].Success)]
            : [];

    private static string? Company(string text) => ChineseValue.Of(text) is { Length: > 1 } company && !NoCompany.IsMatch(company) ? company : null;
}
