namespace Remanence.Models.Prompts;

/// <summary>The languages in which prompts are written.</summary>
public enum PromptLanguage
{
    /// <summary>English, also for every input that is not Chinese.</summary>
    English,

    /// <summary>Chinese.</summary>
    Chinese,
}
