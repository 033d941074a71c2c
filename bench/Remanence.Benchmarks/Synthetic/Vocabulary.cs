namespace Remanence.Benchmarks.Synthetic;

/// <summary>What the synthetic speakers talk with. <c>{x}</c> in a sentence stands for a word of the list of that name.</summary>
internal static class Vocabulary
{
    public static readonly string[] People =
    [
        "Anna", "Ben", "Carla", "David", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Katya", "Liam", "Mei", "Nadia", "Omar", "Priya",
    ];

    public static readonly string[] ChinesePeople = ["小王", "李明", "张伟", "陈静", "刘洋", "赵敏"];

    public static readonly Dictionary<string, WordList> Lists = new(StringComparer.Ordinal)
    {
        ["person"] = new(People),
        ["noun"] = new(
            "project", "trip", "house", "dinner", "book", "meeting", "garden", "car", "movie", "job", "school", "dog", "concert", "recipe", "phone", "kitchen",
            "report", "birthday", "camera", "bike", "painting", "apartment", "coffee", "doctor", "guitar", "ticket", "computer", "letter", "budget", "workshop",
            "invoice", "window", "server", "bakery", "museum", "ceramic bowl", "charity run", "hiking boots", "language course", "sailing boat", "violin",
            "piano lesson", "library card", "night train", "tax return", "photo album", "water bottle", "bookshelf", "allergy test", "sourdough starter",
            "telescope", "vegetable patch", "adoption papers", "pottery class", "marathon", "database migration", "passport", "insurance", "lighthouse",
            "greenhouse", "chess club", "sketchbook", "quarterly review", "espresso machine", "wedding speech", "snowboard", "aquarium", "compost heap"),
        ["adjective"] = new(
            "new", "old", "good", "little", "great", "long", "small", "different", "nice", "early", "quiet", "beautiful", "expensive", "difficult", "cheap",
            "broken", "green", "strange", "wonderful", "crowded", "wooden", "noisy", "gentle", "modern", "ancient", "bright", "heavy", "narrow", "spicy",
            "ambitious", "fragile", "rusty", "handmade", "second-hand", "overgrown", "waterproof"),
        ["past"] = new(
            "had", "made", "saw", "found", "bought", "finished", "started", "visited", "liked", "lost", "painted", "repaired", "planned", "cancelled", "sold",
            "moved", "ordered", "cleaned", "photographed", "described", "borrowed", "organised", "recommended", "forgot", "returned", "packed", "measured",
            "watered", "translated", "postponed"),
        ["verb"] = new(
            "see", "make", "buy", "find", "finish", "start", "visit", "plan", "paint", "repair", "sell", "move", "order", "clean", "organise", "recommend",
            "photograph", "return", "borrow", "describe", "translate", "measure", "water", "postpone"),
        ["place"] = new(
            "town", "the city", "the park", "the office", "Berlin", "the mountains", "London", "the station", "Lisbon", "the village", "Kyoto", "the harbour",
            "Oslo", "Chicago", "the old market", "Prague", "Nairobi", "Montreal", "the valley", "Seville", "Helsinki", "Wellington", "Tbilisi", "Valparaiso"),
        ["time"] = new(
            "yesterday", "last week", "today", "this morning", "last weekend", "on Friday", "two days ago", "last month", "in May", "on Tuesday", "last summer",
            "next week", "tomorrow", "on 12 March 2023", "in 2021", "three years ago", "at 7 pm", "over Christmas"),
        ["feeling"] = new("happy", "tired", "excited", "worried", "proud", "nervous", "relieved", "disappointed", "curious", "grateful", "homesick", "calm"),
        ["object"] = new(
            "电影", "书", "工作", "晚饭", "房子", "手机", "音乐会", "猫", "自行车", "火车票", "报告", "生日蛋糕", "钢琴", "照片", "花园", "护照", "望远镜", "面包机"),
        ["city"] = new("北京", "上海", "公园", "学校", "公司", "杭州", "医院", "图书馆", "成都", "火车站", "西安", "博物馆", "青岛", "拉萨"),
        ["action"] = new("买了", "看了", "喜欢", "找到", "修好", "卖掉", "整理", "预订", "忘记了", "推荐了", "借了", "画了"),
        ["when"] = new("昨天", "今天", "上周", "去年", "周末", "上个月", "明天", "三天前", "二〇二三年五月"),
        ["friend"] = new(ChinesePeople),
    };

    public static readonly WordList Statements = new(
        "I {past} the {adjective} {noun} in {place} {time}.",
        "We {past} a {noun} with {person}, and it was {adjective}.",
        "{person} {past} the {noun} because the {noun} was too {adjective}.",
        "My {noun} is still at {place}, so I want to {verb} it {time}.",
        "I'm really {feeling} about the {noun} that {person} {past} {time}.",
        "It's a {adjective} {noun}, and you can {verb} it in {place}.",
        "{time} I was in {place} to {verb} the {noun} for {person}.",
        "They told me that the {adjective} {noun} from {rare} is the best one for the {noun}.",
        "You should {verb} the {noun} before you {verb} the {adjective} {noun}.",
        "The {noun} by {rare} made me {feeling}, although {person} didn't like it.",
        "Order number {number} for the {noun} arrived in {place} {time}.",
        "That sounds {adjective}! I hope the {noun} will be as {adjective} as the one in {place}.");

    public static readonly WordList Asked = new(
        "How was the {noun}?",
        "Did you {verb} the {adjective} {noun} in {place}?",
        "What do you think about {rare}?",
        "Would {person} {verb} the {noun} {time}?");

    public static readonly WordList ChineseStatements = new(
        "我{when}在{city}{action}{object}。",
        "{friend}说{when}要去{city}，因为{object}在那里。",
        "我和{friend}一起{action}{object}，我们都很高兴。",
        "{when}的{object}很贵，但是{friend}还是{action}。",
        "你去过{city}吗？那里的{object}很有名。");

    public static readonly WordList Questions = new(
        "What did {person} say about the {noun}?",
        "When did {person} {verb} the {adjective} {noun}?",
        "Where is the {noun} that I {past} {time}?",
        "Who {past} the {adjective} {noun} in {place}?",
        "What do I know about {rare}?",
        "Which {noun} was {adjective} enough for {person} in {place}?",
        "Why was {person} {feeling} about the {noun} and the {noun}?",
        "{adjective} {noun} {place}");

    public static readonly WordList TimedQuestions = new(
        "What did {person} say about the {noun} {time}?",
        "Where was the {noun} that I {past} {time}?",
        "Who {past} the {adjective} {noun} in {place} {time}?");

    public static readonly WordList EventQuestions = new(
        "What did {person} say about the {noun} before I {past} the {adjective} {noun} in {place}?",
        "Which {noun} was {adjective} since we {past} a {noun} with {person}?",
        "Where was the {noun} after {person} {past} the {noun} {time}?",
        "What did {person} {verb} until I married {rare}?");

    public static readonly WordList ChineseTimedQuestions = new(
        "{friend}{when}在{city}{action}什么？",
        "我{when}{action}的{object}在哪里？");

    public static readonly WordList ChineseEventQuestions = new(
        "我{action}{object}之前{friend}去了哪里？",
        "{friend}去{city}以后{action}什么？");

    public static readonly WordList ChineseQuestions = new(
        "{friend}在{city}{action}什么？",
        "我{when}{action}的{object}在哪里？",
        "谁去了{city}？");
}
