using Remanence.Models.Prompts;

namespace Remanence.Privacy.Directives;

/// <summary>What is kept of a message that its speaker wants not to be remembered.</summary>
internal static class WithheldText
{
    public const string English = "[withheld at the speaker's request]";
    public const string Chinese = "[应说话人要求不予记录]";

    public static string Of(string content) => PromptLanguages.Of(content) == PromptLanguage.Chinese ? Chinese : English;

    public static bool Is(string content) => content is English or Chinese;
}
