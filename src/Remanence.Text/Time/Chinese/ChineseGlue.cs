using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Tells a weekday's numeral from the beginning of the next word: 这周一直, 上周四处, 下周日程, 上周三天.</summary>
internal static class ChineseGlue
{
    // What a numeral counts.
    private const string Measures = "次个年月周种件篇场条位本套遍趟份张部顿项名只双杯瓶串堆首座辆台封支节门家碗块公里人斤元分秒度倍岁天层集章步口群届级环楼口届轮盘袋盒箱包间所声句段例类样些";

    private static readonly string[] Words =
    [
        "一直", "一定", "一共", "一起", "一般", "一切", "一下子", "一边", "一向", "一旦", "一路", "一再", "一律", "一概", "一度", "一半", "一时",
        "一口气", "一连", "一同", "一会", "一大堆", "一点也", "一点都", "一点儿",
        "一点没", "一线", "一流", "一心", "一系列", "一带", "一方", "一致", "一眼", "一身", "一生", "一举", "一齐", "一味", "一模", "一股",
        "一整", "一无", "一言", "一如", "一晃", "一忙", "一闪", "一番", "一行人",
        "二手", "二维", "二胎", "二哥", "二姐", "二姨", "二叔", "二舅", "二话", "二本", "三胞胎", "三番", "三餐", "三亚", "三明治", "三国",
        "三星", "三角", "三文鱼", "三更", "三轮", "三好", "三甲", "三峡", "三里屯",
        "四处", "四川", "四季", "四周", "四面", "四合院", "四肢", "四通", "四散", "五星", "五官", "五花", "五金", "五笔", "五险", "五颜", "五谷",
        "五一节", "五一假", "五一长假", "五一黄金", "五一劳动", "五一放", "五四", "六安", "六神", "六合",
        "日语", "日程", "日本", "日常", "日记", "日子", "日历", "日报", "日期", "日文", "日元", "日用", "日出", "日落", "日照", "日光", "日均",
        "日料", "日剧", "日系", "日内", "日式", "日租", "日班", "日志", "日夜", "日益", "日后", "日前",
        "日结", "日薪", "日化", "天气", "天津", "天天", "天空", "天黑", "天亮", "天冷", "天热", "天台", "天都",
    ];

    // Words that begin with a measure's character and leave the weekday whole: 周三 天气, 周五 家里.
    private static readonly string[] Whole =
    [
        "天气", "天空", "天黑", "天亮", "天冷", "天热", "天台", "天天", "年会", "年检", "年级大会", "月考", "月底", "月末", "月初", "周围",
        "周边", "种树", "种菜", "种地", "条件", "位置", "位于", "本来", "本人", "本地", "套餐", "部门", "部长", "名字", "名额",
        "双方", "双人", "首先", "首次", "首映", "首发", "座谈", "台风", "台上", "封闭", "封路", "支付", "支持", "节日", "节目", "门口", "门店",
        "门诊", "家里", "家长", "家人", "家访", "家中", "块头", "公司", "公园", "公布", "公开", "公休", "里面", "里头",
        "人多", "人少", "人很", "人家", "人太", "人不", "分手", "分享", "分组", "分班", "分别", "度假", "度过", "层层", "集合", "集体", "集训",
        "章节", "步行", "口试", "级别", "环境", "楼上", "楼下", "轮到", "轮休", "包饺", "包场", "间歇", "所以", "所有", "场地", "场馆",
        "场次", "件事", "张罗", "只有", "只能", "只要", "只是", "只想", "项目", "份子", "杯子", "群里", "群聊", "样品", "类似", "例会", "例行",
        "例假", "段考", "句子", "声称", "盘点", "袋装", "些许", "斤斤", "元旦", "元宵", "秒杀", "顿时", "部署", "串门", "串休", "首都", "首尔",
        "次日",
    ];

    /// <param name="tokens">The text.</param>
    /// <param name="at">The numeral behind 周, 星期 or 礼拜.</param>
    public static bool BeginsWord(TokenStream tokens, int at)
    {
        if (StartsWith(tokens, at, Words))
        {
            // "周一起床", "周日后" and "周日前" name the day.
            var whole = (tokens.IsHanWord(at, "一起") && tokens.IsHanOf(at + 2, "床飞步得来晚早")) || IsUntilWeekday(tokens, at) || tokens.IsHanWord(at, "日后") || tokens.IsHanWord(at, "日前");
            return !whole;
        }

        var after = at + 1;
        if (tokens.IsHan(at, '日') || tokens.IsHan(at, '天'))
        {
            return tokens.IsHan(after, '期');
        }

        if (tokens.IsHanOf(after, "十百千万几多"))
        {
            return true;
        }

        if (tokens.IsHan(after, '点'))
        {
            // "五点起床", but "周三 点外卖" and "周五 点名".
            return tokens.IsHanOf(after + 1, "半钟整一二三四五六七八九十多左起集出开到见下上才就的") || tokens[after + 1].Kind is TokenKind.Edge or TokenKind.Symbol;
        }

        // "三四个", "五六次": an approximate number.
        if (ChineseNumbers.IsNumeral(tokens, after) && tokens[after].Kind == TokenKind.Han)
        {
            return tokens.IsHanOf(after + 1, "次个遍回天位人") && !tokens.IsHan(after + 2, '气');
        }

        return tokens.IsHanOf(after, Measures) && !StartsWith(tokens, after, Whole);
    }

    // "上周一直到周五": the week's first day, and up to which.
    private static bool IsUntilWeekday(TokenStream tokens, int at) => tokens.IsHanWord(at, "一直到") && tokens.IsHanOf(at + 3, "周星礼");

    /// <summary>"周六六点": the numeral before is a weekday's, and the two are no approximate number as in "三四点".</summary>
    public static bool EndsWeekday(TokenStream tokens, int at)
    {
        const string Numerals = "一二三四五六七八九";
        var before = tokens[at - 1].Kind == TokenKind.Han ? Numerals.IndexOf((char)tokens[at - 1].Value, StringComparison.Ordinal) : -1;
        var own = tokens[at].Kind == TokenKind.Han ? Numerals.IndexOf((char)tokens[at].Value, StringComparison.Ordinal) : -1;
        return tokens.IsHanOf(at - 2, "周期拜") && before >= 0 && own != before + 1;
    }

    private static bool StartsWith(TokenStream tokens, int at, string[] words)
    {
        foreach (var word in words)
        {
            if (tokens.IsHanWord(at, word))
            {
                return true;
            }
        }

        return false;
    }
}
