using Remanence.Models.Prompts;
using Remanence.PersonalMemory.Facts.Rules.Chinese;
using Remanence.PersonalMemory.Facts.Rules.English;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>Writes a fact as a sentence that is understood alone.</summary>
internal static class FactSentence
{
    public static string Of(SpokenFact fact, string? speaker, PromptLanguage language) =>
        fact.Text ?? (language == PromptLanguage.Chinese ? ChineseSentence.Of(fact, speaker) : EnglishSentence.Of(fact, speaker));
}
