using System.Text;
using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Spoken English in the forms that the rules know: "I've", "don't" and "gonna" written out.</summary>
internal static class EnglishText
{
    private static readonly (Regex Pattern, string Full)[] Contractions =
    [
        (EnglishRule.Pattern(@"\bcan(no|')t\b"), "can not"),
        (EnglishRule.Pattern(@"\bwon't\b"), "will not"),
        (EnglishRule.Pattern(@"\bain't\b"), "am not"),
        (EnglishRule.Pattern(@"\b(?<word>do|does|did|is|are|was|were|have|has|had|could|would|should)n't\b"), "${word} not"),
        (EnglishRule.Pattern(@"\b(?<word>do|does|did|is|are|was|were|have|has|had|could|would|should)nt\b"), "${word} not"),
        (EnglishRule.Pattern(@"\bcant\b"), "can not"),
        (EnglishRule.Pattern(@"\bi ?'?m\b(?! (and|or)\b)"), "I am"),
        (EnglishRule.Pattern(@"\b(?<word>i|we|they|you)'?ve\b"), "${word} have"),
        (EnglishRule.Pattern(@"\b(?<word>we|they|you)'re\b"), "${word} are"),
        (EnglishRule.Pattern(@"\b(?<word>i|we|they|you|he|she|it)'ll\b"), "${word} will"),
        (EnglishRule.Pattern(@"\b(?<word>he|she|it)'s (?=(got|been|lived|worked|had|moved|just|always|never|become)\b)"), "${word} has "),
        (EnglishRule.Pattern(@"\b(?<word>he|she|it|who)'s\b"), "${word} is"),
        (
            EnglishRule.Pattern(
                @"\b(really|honestly|just|absolutely|simply|actually|truly|definitely|personally|genuinely|literally) (?<word>do|does|did|can|could|am|is"
                + @"|are|have|has) not\b"),
            "${word} not"),
        (EnglishRule.Pattern(@"\b(?<word>am|is|are|do|does|was|were|have|has|can) not (only|just|merely|simply)\b"), "${word}"),
        (EnglishRule.Pattern(@"\bnot a (little|bit) (?=\w)"), string.Empty),
        (EnglishRule.Pattern(@"\b(?<word>he|she)s(?= (\d|a|an|the|my|called|named|allergic|obsessed|in|from|still|only|just|now)\b)"), "${word} is"),
        (EnglishRule.Pattern(@"\bits(?= (my|me|just|called|been)\b)"), "it's"),
        (EnglishRule.Pattern(@"\bthats\b"), "that's"),
        (EnglishRule.Pattern(@"(?<=\s)w/?(?= )(?! (no|hat)\b)"), "with"),
        (EnglishRule.Pattern(@"(?<=\w )n(?= \w)"), "and"),
        (EnglishRule.Pattern(@"(?<=\d )yrs?\b"), "years"),
        (EnglishRule.Pattern(@"\bgonna\b"), "going to"),
        (EnglishRule.Pattern(@"\bwanna\b"), "want to"),
    ];

    public static string Plain(string sentence)
    {
        var text = WithoutSymbols(sentence);
        foreach (var (pattern, full) in Contractions)
        {
            text = pattern.Replace(text, full);
        }

        return text.Trim();
    }

    // Emoji say how something is meant, and no rule needs them.
    private static string WithoutSymbols(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '’' or '‘')
            {
                plain.Append('\'');
            }
            else if (rune.Value < 0x2190 || Rune.IsLetterOrDigit(rune))
            {
                plain.Append(rune);
            }
        }

        return plain.ToString();
    }
}
