using System.Text.RegularExpressions;
using Remanence.PersonalMemory.Facts.Rules.Chinese;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>
/// Takes out questions about words that hold the words themselves ("How do you say hello in Dutch?", 早上好用法语怎么说？): nothing else in the message
/// is what they are about, so that it may be believed.
/// </summary>
internal static partial class WordQuestions
{
    private static readonly Regex Chinese = ChineseRule.Pattern(
        "(?<=^|[。！？；\\n])(?!(请问|那|这)?(用|拿|英语|英文|[日法德俄韩]语))(?![^。！？\\n]{0,16}(这|那|以下|下面|上面|下列|句|段|篇|短文|作文|简历|信|稿|我))[^。！？，；\\n]{2,16}?"
        + "(?<!^|[。！？；\\n])((用|拿)?.{1,3}[语文话])?(怎么(说|写|读|念|拼|翻译?|讲)|咋(说|写|念)|的(拼音|读音|意思|近义词|反义词|声调|笔[画顺]|过去式|复数)(是什么|是啥|怎么[说写念])?|(是)?什么意思)[呀啊呢]?？");

    public static string Without(string message) => Chinese.Replace(English().Replace(message, " "), string.Empty);

    [GeneratedRegex(
        """
            (?<=^\s*|[.!?…\n]\s*)((so|ok|okay|hey|hi|also|quick\squestion|and)\W+)*
            (?=[^.!?\n:]{4,80}\?)(?![^.!?\n]*\b(this|that|it|these|those|following|below|above|sentences?|text|paragraph|draft|line|i|my|we|our)\b)
            (how\s(do|would|can|should|does|d'you)\s(you|one|people|they|locals)\s(say|spell|pronounce|write|translate)\s[^.!?\n:]+
            |what(\sis|'s|\sare|\sdoes|\sdo)\s[^.!?\n:]*\b(past\stense|past\sparticiple|plural|meaning|mean|opposite|synonyms?|antonyms?|translation
            |pronunciation|(french|german|spanish|dutch|italian|polish|chinese|japanese|korean|english|portuguese|latin|greek|turkish|arabic|russian)\s(word|for|term))\b[^.!?\n:]*)\?
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        FactRules.LongestMatch)]
    private static partial Regex English();
}
