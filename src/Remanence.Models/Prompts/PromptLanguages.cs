using System.Globalization;
using System.Text;
using Remanence.Diagnostics;
using Remanence.Models.Profiles;
using Remanence.Text.Folding;

namespace Remanence.Models.Prompts;

/// <summary>Chooses the language of a prompt, and with it that of the answer.</summary>
public static class PromptLanguages
{
    private const double ChineseShare = 0.5;
    private const double KanaShare = 0.2;

    /// <summary>The language that a configuration names.</summary>
    /// <param name="name">Such as <c>en</c>, <c>english</c>, <c>zh</c>, <c>cn</c>, <c>zh-CN</c> or <c>chinese</c>, in any case; null, empty or <c>auto</c>: the
    /// input's.</param>
    /// <returns>Null: to be read from the input.</returns>
    /// <exception cref="ModelConfigurationException">Another name.</exception>
    public static PromptLanguage? Parse(string? name) => name?.Trim().ToUpperInvariant().Replace('_', '-') switch
    {
        null or "" or "AUTO" => null,
        "EN" or "ENG" or "ENGLISH" or "EN-US" or "EN-GB" or "英文" or "英语" => PromptLanguage.English,
        "ZH" or "CN" or "CHINESE" or "ZH-CN" or "ZH-TW" or "ZH-HK" or "ZH-HANS" or "ZH-HANT" or "中文" or "汉语" => PromptLanguage.Chinese,
        _ => throw new ModelConfigurationException([$"Unknown language {Printable.Show(name!)}; it can be en, zh, or empty to follow the input."]),
    };

    /// <summary>
    /// The language of a text: Chinese where at least half of its words are, an ideograph counting as one word and so a run of other letters. A text with many
    /// kana among its ideographs is Japanese, and so English to prompts. The same text always gives the same.
    /// </summary>
    /// <param name="text">Any text; without a word it is English.</param>
    public static PromptLanguage Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of([text]);
    }

    /// <summary>The language of several texts together, such as the messages of a conversation.</summary>
    /// <param name="texts">Any texts.</param>
    public static PromptLanguage Of(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        long ideographs = 0;
        long kana = 0;
        long words = 0;
        foreach (var text in texts)
        {
            var inWord = false;
            foreach (var rune in text.EnumerateRunes())
            {
                if (CharacterFolding.IsIdeograph(rune))
                {
                    ideographs++;
                    inWord = false;
                }
                else if (CharacterFolding.IsKanaOrHangul(rune))
                {
                    kana++;
                    inWord = false;
                }
                else if (Rune.IsLetter(rune) || (inWord && IsWithinWord(rune)))
                {
                    words += inWord ? 0 : 1;
                    inWord = true;
                }
                else
                {
                    inWord = false;
                }
            }
        }

        return ideographs > 0 && kana < KanaShare * (ideographs + kana) && ideographs >= ChineseShare * (ideographs + words)
            ? PromptLanguage.Chinese
            : PromptLanguage.English;
    }

    private static bool IsWithinWord(Rune rune) =>
        Rune.IsDigit(rune)
        || rune.Value is '\'' or '’' or '-'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation;
}
