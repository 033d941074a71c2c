using Remanence.Configuration.Tree;

namespace Remanence.Configuration.Binding;

/// <summary>The languages that prompts are written in.</summary>
internal static class Languages
{
    /// <summary>en, zh, or null to follow the input.</summary>
    public static string? Read(SectionReader section, string name) => section.Find(name) switch
    {
        null => null,
        { Kind: NodeKind.Value } node => node.Text.Trim().ToUpperInvariant() switch
        {
            "" or "AUTO" => null,
            "EN" or "ENGLISH" => "en",
            "ZH" or "CN" or "CHINESE" => "zh",
            _ => Refused(section, node),
        },
        var node => Refused(section, node),
    };

    private static string? Refused(SectionReader section, ConfigurationNode node) => section.Wrong<string>(node, "must be en, zh, or empty to follow the input");
}
