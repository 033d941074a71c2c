using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>The words that stand at a weekday's numeral: those that begin with it (一直), and those that begin behind it (直接).</summary>
internal static class ChineseGlueWords
{
    private static readonly Dictionary<char, string[]> Numeral = ByFirst(
        "一直 一定 一共 一起 一般 一切 一下子 一边 一向 一旦 一路 一再 一律 一概 一度 一半 一时 一口气 一连 一同 一会 一大堆 一点也 一点都 一点儿 " +
        "一点没 一线 一流 一心 一系列 一带 一方 一致 一眼 一身 一生 一举 一齐 一味 一模 一股 一整 一整天 一无 一言 一如 一晃 一忙 一闪 一番 一行人 " +
        "一家人 一家子 一家三口 一家四口 一群 一伙人 一帮人 一大家 一直接不 一直接到 一会儿 " +
        "二手 二手车 二手房 二维 二维码 二胎 二哥 二姐 二姨 二叔 二舅 二话 二本 二胡 二人转 二人世界 二重唱 二房东 二战 二外 二婚 " +
        "三胞胎 三番 三餐 三亚 三明治 三国 三星 三角 三文鱼 三更 三轮 三轮车 三好 三甲 三峡 三里屯 三弦 三重奏 三人行 三口之家 三伏 三线 " +
        "四处 四川 四季 四周 四面 四面八方 四合院 四肢 四通 四散 四重奏 四大 五星 五官 五花 五金 五笔 五险 五颜 五谷 五重奏 五子棋 " +
        "五一节 五一假 五一长假 五一黄金 五一劳动 五一放 五四 六安 六神 六合 六味 " +
        "日语 日程 日本 日本人 日本来的 日本来玩 日常 日常会 日记 日记本 日子 日历 日报 日期 日文 日元 日用 日用品 日出 日出日落 日落 日照 日光 日均 " +
        "日料 日剧 日系 日内 日式 日租 日班 日志 日夜 日益 日后 日前 日结 日薪 日化 天气 天津 天天 天空 天黑 天亮 天冷 天热 天台 天都");

    private static readonly Dictionary<char, string[]> Behind = ByFirst(

        // Behind 日.
        "出发 出差 出去 出国 出院 出门 出游 出席 出租 出来 出海 出货 出版 出场 出现 出演 出庭 出嫁 出生 出事 出结 出成 出行 出诊 出摊 出勤 出关 出境 出炉 出图 出了 " +
        "记得 记住 记录 记账 记着 记一 夜班 夜里 夜跑 夜宵 夜市 夜间 夜晚 夜爬 夜骑 夜游 夜钓 夜场 常去 常来 常常 常规 报名 报到 报警 报销 报税 报告 文艺 文化 " +
        "元旦 元宵 用车 用餐 落地 落户 落成 期中 期末 历史 班会 班级 班长 班车 剧组 剧场 剧本 料理完 内部 内测 租房 租车 结婚 结束 结账 结项 结业 照常 照样 照相 照顾 照旧 " +
        "光顾 志愿 化疗 化妆 化验 语文 本来 本该 本想 本打算 本地 本市 本校 本人 程序 式样 系里 子女 " +

        // Behind the other numerals.
        "直接 直飞 直播 直达 直奔 直通 定稿 定价 定亲 共进 起床 起飞 起步 起航 起诉 起草 起程 起得 起来 起晚 起早 切除 切蛋糕 向领导 向老板 向公司 向客户 向老师 向他 向她 " +
        "路过 路演 路考 再说 再去 再来 再聊 再谈 再看 再见 再约 再定 再议 再给 再打 再联 再回 再开 再交 再做 再问 再讨 律师 度假 度过 半夜 时间 连续 连夜 连线 连着 " +
        "同学 同事 同乡 会议 会面 会谈 会诊 会考 会有 会去 会来 会下 会到 会在 会很 会再 会出 会不 会开 会交 会和 会跟 会给 会回 会是 会把 线上 线下 心理 心脏 心情 流感 " +
        "带孩 带娃 带团 带队 带着 带他 带她 带我 带爸 带妈 带狗 带猫 方便 方案 眼科 身体 生日 生产 生孩 生病 举办 举行 模拟 股东 股市 整理 整改 如果 如期 如约 如常 " +
        "手术 手工 维修 维护 餐厅 餐馆 好友 好像 好好 轮休 轮班 轮到 角色 国庆 处理 周年 面试 面谈 面签 面基 面对 面授 通知 通过 通宵 通车 散步 散会 散心 散伙 季度 " +
        "笔试 笔译 花展 金融 官方 安排 安装 安检 合同 合唱 合影 合作 合租 神秘 " +

        // Behind a numeral that could count: 周三 天气, 周五 家里.
        "天气 天空 天黑 天亮 天冷 天热 天台 天天 年会 年检 年级大会 月考 月底 月末 月初 周围 周边 种树 种菜 种地 条件 位置 位于 套餐 部门 部长 名字 名额 " +
        "双方 双人 首先 首次 首映 首发 座谈 台风 台上 封闭 封路 支付 支持 节日 节目 门口 门店 门诊 家里 家长 家人 家访 家中 块头 公司 公园 公布 公开 公休 里面 里头 " +
        "人多 人少 人很 人家 人太 人不 分手 分享 分组 分班 分别 层层 集合 集体 集训 章节 步行 口试 级别 环境 楼上 楼下 包饺 包粽 包车 包场 间歇 所以 所有 场地 场馆 " +
        "场次 件事 张罗 只有 只能 只要 只是 只想 项目 份子 杯子 群里 群聊 样品 类似 例会 例行 例假 段考 句子 声称 盘点 袋装 些许 斤斤 秒杀 顿时 部署 串门 串休 首都 首尔 次日");

    /// <summary>Length of the longest word that begins with the numeral; 0 for none.</summary>
    public static int AtNumeral(TokenStream tokens, int at) => Longest(tokens, at, Numeral);

    /// <summary>Length of the longest word that begins behind the numeral and leaves it a weekday's; 0 for none.</summary>
    public static int BehindNumeral(TokenStream tokens, int at) => Longest(tokens, at, Behind);

    private static int Longest(TokenStream tokens, int at, Dictionary<char, string[]> words)
    {
        if (tokens[at].Kind != TokenKind.Han || !words.TryGetValue((char)tokens[at].Value, out var known))
        {
            return 0;
        }

        foreach (var word in known)
        {
            if (tokens.IsHanWord(at, word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static Dictionary<char, string[]> ByFirst(string words) =>
        words.Split(' ').GroupBy(word => word[0]).ToDictionary(same => same.Key, same => same.OrderByDescending(word => word.Length).ToArray());
}
