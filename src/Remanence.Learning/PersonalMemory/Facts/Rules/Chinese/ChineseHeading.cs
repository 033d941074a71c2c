using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>
/// Knows what a message is headed by: who speaks of themselves begins with "I", with when or where, or with what is wanted. A noun or a bare request before it
/// ("诗一首，我住长江头", "缩到五十字，我来自…") or a cry ("呵呵，我最喜欢排队") says that what follows is another's word, or not meant.
/// </summary>
internal static class ChineseHeading
{
    // Particles, pronouns and verbs of being make a clause of it; a preposition or a cause leads over to what follows.
    private static readonly Regex Heading = ChineseRule.Pattern(
        "^(?![为因由自除比作身对关至从在跟和随按据每一虽尽既当等太好真最还又先])(?!.*([想求需找买急哪啥谁怎]|推荐|打算|准备|预算|什么|多少))[^我俺咱你您的了吧嘛吗呢都是在着过哈啊呀啦很就也会要有没不：:]{2,20}$");

    private static readonly Regex When = ChineseRule.Pattern($"^({ChineseTimes.Time}|{ChineseTimes.Often}|{ChineseTimes.Past})");
    private static readonly Regex Self = ChineseRule.Pattern("^[我俺咱]");
    private static readonly Regex Label = ChineseRule.Pattern("^[^我]{1,30}[：:] *[我俺咱]");

    /// <summary>Whether the first clause of a message heads the second.</summary>
    public static bool Heads(string first, string second) => Self.IsMatch(second) && Heading.IsMatch(first) && !When.IsMatch(first);

    /// <summary>Whether the clause labels what somebody says.</summary>
    public static bool IsLabel(string clause) => Label.IsMatch(clause);
}
