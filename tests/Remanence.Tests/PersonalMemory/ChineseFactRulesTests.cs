using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Facts.Rules;

namespace Remanence.Tests.PersonalMemory;

/// <summary>What Chinese speakers say plainly about themselves and those around them, and what says nothing about them.</summary>
public sealed class ChineseFactRulesTests
{
    [Theory]
    [InlineData("我叫周子墨", "name=周子墨")]
    [InlineData("大家都叫我阿杰", "name=阿杰")]
    [InlineData("本人王芳，在一家三甲医院当护士", "name=王芳;employer=三甲医院;occupation=护士")]
    [InlineData("我英文名叫Cathy", "name=Cathy")]
    [InlineData("我今年二十八岁", "age=28")]
    [InlineData("我奶奶今年八十六岁了，一个人住在乡下", "奶奶/age=86;奶奶/home=乡下")]
    [InlineData("我属兔", "属相=兔")]
    [InlineData("我生日是农历八月十五", "birthday=农历八月十五")]
    [InlineData("我家住朝阳区望京那边", "home=朝阳区望京")]
    [InlineData("我已经在杭州住了六年了", "home=杭州")]
    [InlineData("我们去年搬到了珠海", "home=珠海")]
    [InlineData("我以前住在西安", "!home=西安")]
    [InlineData("我 base 在新加坡", "home=新加坡")]
    [InlineData("我老家在山东潍坊，现在在北京工作", "origin=山东潍坊;工作地点=北京")]
    [InlineData("我是土生土长的重庆人", "origin=重庆")]
    [InlineData("我室友是广西人", "室友/origin=广西")]
    [InlineData("我是一名中学语文老师", "occupation=中学语文老师")]
    [InlineData("我是程序员", "occupation=程序员")]
    [InlineData("我开了一家花店", "occupation=开花店")]
    [InlineData("我跳槽到了小红书做运营", "employer=小红书;occupation=运营")]
    [InlineData("我刚从阿里离职", "!employer=阿里")]
    [InlineData("我的 boyfriend 在 Shopee 做 PM", "family=boyfriend;boyfriend/employer=Shopee;boyfriend/occupation=PM")]
    [InlineData("我毕业于南京大学，学的是历史", "school=毕业于南京大学;study=历史")]
    [InlineData("我闺女上初二", "family=闺女;闺女/school=初二")]
    [InlineData("我表弟小凯刚考上浙江大学", "family=表弟小凯;表弟小凯/school=浙江大学")]
    [InlineData("我在自学Python", "study=Python")]
    [InlineData("我会说粤语和英语", "language=粤语;language=英语")]
    [InlineData("我有两个孩子", "family=两个孩子")]
    [InlineData("我养了两只英短，一只叫奶茶，一只叫布丁", "pet=两只英短;pet=英短奶茶;pet=英短布丁")]
    [InlineData("家里有只小仓鼠叫瓜子", "pet=仓鼠瓜子")]
    [InlineData("我家猫今年两岁了，叫毛豆", "猫/age=2;pet=猫毛豆")]
    [InlineData("我离婚了", "marital_status=离婚")]
    [InlineData("我不吃香菜", "!habit=吃香菜")]
    [InlineData("我从来不熬夜", "!habit=熬夜")]
    [InlineData("我每天早上六点起床跑步", "habit=起床跑步")]
    [InlineData("我迷上了做咖啡", "likes=做咖啡")]
    [InlineData("我不太喜欢吵闹的地方", "!likes=吵闹的地方")]
    [InlineData("我最爱的歌手是周杰伦", "favorite 歌手=周杰伦")]
    [InlineData("我乳糖不耐受", "health=乳糖不耐受")]
    [InlineData("我对尘螨和海鲜都过敏", "allergy=尘螨;allergy=海鲜")]
    [InlineData("我对猫毛过敏，有什么办法吗？", "allergy=猫毛")]
    [InlineData("我怀孕五个月了", "health=怀孕")]
    [InlineData("我买了辆比亚迪", "owns=比亚迪")]
    [InlineData("我没有车", "!owns=车")]
    [InlineData("下个月我要去上海出差", "plan=去上海出差")]
    [InlineData("我订了下个月去东京的机票", "plan=去东京")]
    [InlineData("我上个月升职了", "event=升职")]
    [InlineData("我外婆上个月去世了", "外婆/event=去世")]
    [InlineData("我电话是13812345678", "contact=电话13812345678")]
    public void What_is_said_plainly_is_read(string text, string facts) => string.Join(';', Read(text).Select(Shown)).ShouldBe(facts);

    [Theory]
    [InlineData("今天路过一家花店，老板是我老乡")]
    [InlineData("他在北京有三套房")]
    [InlineData("帮我写一篇小说。我叫李雷，住在上海。")]
    [InlineData("我有十块钱，买了三支两块五的笔，还剩多少？")]
    [InlineData("我快被这个需求逼疯了")]
    [InlineData("谁能告诉我怎么办理护照")]
    [InlineData("你猜我今年多大")]
    [InlineData("听说成都的房价跌了")]
    [InlineData("我们老师说他住在学校里")]
    [InlineData("我的天呐，这也太贵了")]
    [InlineData("每天都有很多人迟到")]
    [InlineData("把“我喜欢你”翻成法语")]
    [InlineData("我朋友的妹妹在日本留学")]
    [InlineData("假设我月薪两万，要交多少税")]
    [InlineData("要不我们去云南吧")]
    [InlineData("如果我有孩子，就搬去郊区")]
    [InlineData("我爱死这个功能了")]
    [InlineData("我好想去冰岛")]
    [InlineData("我可能要换工作")]
    [InlineData("我差点摔倒")]
    [InlineData("在北京工作压力太大了")]
    [InlineData("小红：我住在长沙，你呢")]
    [InlineData("我又不是小孩子了")]
    [InlineData("我叫了外卖")]
    [InlineData("我在努力工作")]
    [InlineData("我喜欢这个")]
    [InlineData("我是个普通人")]
    public void What_says_nothing_about_the_speaker_is_passed_over(string text) => Read(text).Select(Shown).ShouldBeEmpty();

    [Theory]
    [InlineData("我妹妹在青岛", "用户有妹妹。", "用户的妹妹住在青岛。")]
    [InlineData("我女儿叫小雨", "用户的女儿叫小雨。")]
    [InlineData("我每周二和周四晚上去练瑜伽", "用户每周二和周四晚上去练瑜伽。")]
    [InlineData("我打算十月五号去敦煌玩", "用户打算十月五号去敦煌玩。")]
    [InlineData("我戒烟了", "用户不抽烟。")]
    [InlineData("我不是医生", "用户不是医生。")]
    [InlineData("我不再住在上海", "用户不再住在上海。")]
    public void A_fact_is_told_so_that_it_is_understood_alone(string text, params string[] sentences) =>
        Read(text).Select(fact => FactSentence.Of(fact, speaker: null, PromptLanguage.Chinese)).ShouldBe(sentences);

    // Patterns with repetitions could take time without end for a text made to defeat them.
    [Theory]
    [InlineData("我最近每天晚上三点半")]
    [InlineData("我不是在一家公司做了三年的")]
    [InlineData("我，我家有只猫叫，叫")]
    [InlineData("对对对不对其实")]
    [InlineData("一二三四五六七八九十百")]
    [InlineData("我从小在北京上海广州")]
    public void A_text_made_to_defeat_the_patterns_ends(string piece)
    {
        foreach (var length in new[] { 290, 3_900 })
        {
            Read(string.Concat(Enumerable.Repeat(piece, length / piece.Length))).ShouldNotBeNull();
        }
    }

    private static string Shown(SpokenFact fact) =>
        $"{(fact.Subject is null ? "" : fact.Subject + "/")}{(fact.Negated ? "!" : "")}{fact.Attribute}={fact.Value}";

    private static IReadOnlyList<SpokenFact> Read(string text) => FactRules.Read(new Message { Role = "user", Content = text });
}
