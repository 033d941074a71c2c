using System.Collections.Frozen;

namespace Remanence.Text.Time.Reading;

/// <summary>The words that make <see cref="SenseMarks"/>.</summary>
internal static class SenseWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Habits = Set(
        "always usually normally generally typically often sometimes occasionally rarely seldom tend tends whenever traditionally");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Works = Set(
        "book novel movie film story game series episode comic manga tale sequel dream plot chapter saga fanfic script screenplay play documentary musical "
        + "thriller drama");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Figures = Set(
        "hero heroine character protagonist narrator villain antagonist sidekick");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titled = Set(
        "film films movie movies song songs tune album book books novel show shows series band bands musical comic sitcom");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stages = Set(
        "child kid teenager teen boy girl student toddler youngster baby");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Praise = Set(
        "nice lovely great good wonderful perfect heaven heavenly amazing fun awesome ideal delicious fantastic bliss divine brilliant splendid");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Arrangements = Set(
        "ticket tickets reservation reservations appointment appointments booking booked reserved scheduled invited invitation registered signed flights "
        + "slot planned plans");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PutOff = Set("moved postponed rescheduled pushed delayed extended shifted");

    private static readonly (string Word, int Value)[] Chinese =
    [
        ("总是", (int)SenseMarks.Habit),
        ("通常", (int)SenseMarks.Habit),
        ("一般", (int)SenseMarks.Habit),
        ("平时", (int)SenseMarks.Habit),
        ("经常", (int)SenseMarks.Habit),
        ("常常", (int)SenseMarks.Habit),
        ("往往", (int)SenseMarks.Habit),
        ("每次", (int)SenseMarks.Habit),
        ("有时间", (int)SenseMarks.None),
        ("有时", (int)SenseMarks.Habit),
        ("习惯", (int)SenseMarks.Habit),
        ("从来", (int)SenseMarks.Habit),
        ("老是", (int)SenseMarks.Habit),
        ("都会", (int)SenseMarks.Habit),
        ("常去", (int)SenseMarks.Habit),
        ("常在", (int)SenseMarks.Habit),
        ("假如", (int)SenseMarks.Wish),
        ("假设", (int)SenseMarks.Wish),
        ("倘若", (int)SenseMarks.Wish),
        ("就好了", (int)SenseMarks.Wish),
        ("如果我是", (int)SenseMarks.Wish),
        ("要是我是", (int)SenseMarks.Wish),
        ("恨不得", (int)SenseMarks.Wish),
        ("巴不得", (int)SenseMarks.Craves),
        ("好想", (int)SenseMarks.Craves),
        ("真想", (int)SenseMarks.Craves),
        ("本来想", (int)SenseMarks.Craves),
        ("本来打算", (int)SenseMarks.Craves),
        ("本来准备", (int)SenseMarks.Craves),
        ("本来计划", (int)SenseMarks.Craves),
        ("本来约", (int)SenseMarks.Craves),
        ("本来可以", (int)SenseMarks.Craves),
        ("本来说好", (int)SenseMarks.Craves),
        ("本想", (int)SenseMarks.Craves),
        ("本该", (int)SenseMarks.Craves),
        ("本应", (int)SenseMarks.Craves),
        ("原本", (int)SenseMarks.Craves),
        ("原定", (int)SenseMarks.Craves),
        ("原计划", (int)SenseMarks.Craves),
        ("原打算", (int)SenseMarks.Craves),
        ("多想", (int)SenseMarks.Craves),
        ("真希望", (int)SenseMarks.Craves),
        ("多希望", (int)SenseMarks.Craves),
        ("但愿", (int)SenseMarks.Craves),
        ("就好啦", (int)SenseMarks.Wish),
        ("如果回到", (int)SenseMarks.Wish),
        ("要是回到", (int)SenseMarks.Wish),
        ("如果穿越", (int)SenseMarks.Wish),
        ("要是穿越", (int)SenseMarks.Wish),
        ("如果能回", (int)SenseMarks.Wish),
        ("要是能回", (int)SenseMarks.Wish),
        ("该多好", (int)SenseMarks.Wish),
        ("幻想", (int)SenseMarks.Wish),
        ("小说", (int)SenseMarks.StoryNoun),
        ("故事", (int)SenseMarks.StoryNoun),
        ("电影", (int)SenseMarks.StoryNoun),
        ("电视剧", (int)SenseMarks.StoryNoun),
        ("游戏", (int)SenseMarks.StoryNoun),
        ("漫画", (int)SenseMarks.StoryNoun),
        ("动画片", (int)SenseMarks.StoryNoun),
        ("这部剧", (int)SenseMarks.StoryNoun),
        ("片子", (int)SenseMarks.StoryNoun),
        ("本书", (int)SenseMarks.StoryNoun),
        ("书里", (int)SenseMarks.Story),
        ("书中", (int)SenseMarks.Story),
        ("剧里", (int)SenseMarks.Story),
        ("剧中", (int)SenseMarks.Story),
        ("剧情", (int)SenseMarks.Story),
        ("梦里", (int)SenseMarks.Story),
        ("发生", (int)SenseMarks.StoryPlace),
        ("讲的", (int)SenseMarks.StoryPlace),
        ("写的是", (int)SenseMarks.StoryPlace),
        ("背景", (int)SenseMarks.StoryPlace),
        ("设定", (int)SenseMarks.StoryPlace),
        ("说的是", (int)SenseMarks.StoryPlace),
        ("里", (int)SenseMarks.StoryPlace),
        ("中", (int)SenseMarks.StoryPlace),
        ("怎么样", (int)SenseMarks.Asks),
        ("怎样", (int)SenseMarks.Asks),
        ("如何", (int)SenseMarks.Asks),
        ("好吗", (int)SenseMarks.Asks),
        ("什么", (int)SenseMarks.Asks),
        ("哪", (int)SenseMarks.Asks),
        ("可好", (int)SenseMarks.Asks),
        ("忙不忙", (int)SenseMarks.Asks),
        ("好不好", (int)SenseMarks.Asks),
        ("咋样", (int)SenseMarks.Asks),
        ("忙啥", (int)SenseMarks.Asks),
        ("吗", (int)SenseMarks.Asks),
        ("呢", (int)SenseMarks.Asks),
    ];

    public static SenseMarks OfHan(TokenStream tokens, int at) => (SenseMarks)(HanWords.Match(tokens, at, Chinese, out _) ?? 0);

    public static bool IsHabit(ReadOnlySpan<char> word) => Habits.Contains(word);

    /// <summary>"novel", "movie": what tells a story.</summary>
    public static bool IsWork(ReadOnlySpan<char> word) => Works.Contains(word);

    /// <summary>"film", "song", "band": what has a title.</summary>
    public static bool IsTitled(ReadOnlySpan<char> word) => Titled.Contains(word);

    /// <summary>"child", "teenager".</summary>
    public static bool IsStageOfLife(ReadOnlySpan<char> word) => Stages.Contains(word);

    /// <summary>"hero", "villain": who is in a story alone.</summary>
    public static bool IsFigure(ReadOnlySpan<char> word) => Figures.Contains(word);

    /// <summary>"lovely", "heaven".</summary>
    public static bool IsPraise(ReadOnlySpan<char> word) => Praise.Contains(word);

    /// <summary>"tickets", "booked": made for what is to come.</summary>
    public static bool IsArrangement(ReadOnlySpan<char> word) => Arrangements.Contains(word);

    /// <summary>"moved", "postponed": to what is to come.</summary>
    public static bool IsPutOff(ReadOnlySpan<char> word) => PutOff.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
