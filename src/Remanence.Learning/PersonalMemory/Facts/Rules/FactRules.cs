using System.Text.RegularExpressions;
using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.PersonalMemory.Facts.Rules.Chinese;
using Remanence.PersonalMemory.Facts.Rules.English;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>
/// Finds plain statements about the speaker and those around them without a model: "I moved to Lisbon", "我对花生过敏". It reads only what stands at the beginning of
/// a sentence, and passes over questions, conditions, stories, irony and quotations: to miss a fact is better than to believe a wrong one.
/// </summary>
internal static class FactRules
{
    /// <summary>
    /// Milliseconds for one pattern. The patterns are made to be quick; a text made to defeat one says nothing. They are milliseconds of the clock, in which a
    /// busy machine may do little, and a fact that is missed for that is missed for good: so there are many, and a second try.
    /// </summary>
    public const int LongestMatch = 2_000;

    private const int Tries = 2;

    // What is as long speaks about its author, not about who pastes it.
    private const int LongestSentence = 300;
    private const int LongestMessage = 4_000;

    /// <param name="message">A message; only a user's words say something about a user.</param>
    public static IReadOnlyList<SpokenFact> Read(Message message)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return ReadOnce(message);
            }
            catch (RegexMatchTimeoutException) when (attempt < Tries)
            {
                // What was made ready in the first try is ready now.
            }
            catch (RegexMatchTimeoutException)
            {
                return [];
            }
        }
    }

    private static List<SpokenFact> ReadOnce(Message message)
    {
        if (message.Role != "user" || message.Content.Length > LongestMessage)
        {
            return [];
        }

        var text = WordQuestions.Without(ComposedText.Of(message.Content));
        return Examples.AreGiven(text) || (Debris.Without(HandedOver.Without(text)) is var own && Fiction.IsTold(own)) ? [] : ReadSentences(own);
    }

    /// <summary>The language that a sentence is spoken in: who says "I" in Chinese speaks Chinese ("我 major 是 computer science").</summary>
    public static PromptLanguage LanguageOf(string sentence) => sentence is ['我' or '俺', ..] ? PromptLanguage.Chinese : PromptLanguages.Of([sentence]);

    private static List<SpokenFact> ReadSentences(string text)
    {
        var facts = new List<SpokenFact>();
        var (english, chinese) = (new EnglishFactRules(), new ChineseReader());
        foreach (var sentence in Sentences.Of(text).Where(one => one.Text.Length <= LongestSentence))
        {
            if (LanguageOf(sentence.Text) == PromptLanguage.Chinese)
            {
                facts.AddRange(chinese.Read(sentence.Text, sentence.IsQuestion).Select(fact => fact with { Said = sentence.Text }));
            }
            else if (!Fiction.IsDoubtful(sentence.Text))
            {
                facts.AddRange(english.Read(sentence));
            }
        }

        // What is to be filled in is nobody's: "I work at [COMPANY]".
        facts.RemoveAll(fact => fact.Value.AsSpan().ContainsAny('[', '{', '<'));
        return facts;
    }
}
