using Remanence.Configuration;

namespace Remanence.Hosting.Sections;

/// <summary>The languages that prompts are written in.</summary>
internal static class PromptLanguageSetting
{
    /// <summary>A setting that is en, zh, or null to follow the input.</summary>
    public static Setting<string?> Setting(string name, string description) => Settings.Choice<string?>(
        name,
        string.Empty,
        description,
        [("en", "en"), ("zh", "zh")],
        [("english", "en"), ("cn", "zh"), ("chinese", "zh"), ("auto", null), (string.Empty, null)],
        "must be en, zh, or empty to follow the input");
}
