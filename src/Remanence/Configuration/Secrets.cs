using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration;

/// <summary>Values as messages may show them.</summary>
internal static class Secrets
{
    private static readonly string[] Marks = ["api_key", "apikey", "secret", "password", "credential"];
    private static readonly string[] HandedOn = [".env", ".headers", ".args"];
    private static readonly string[] Ends = ["key", "token", "auth", "authorization"];

    /// <summary>Whether a value must not be shown: by its name, or because it comes out of a variable that it names.</summary>
    public static bool IsSecret(ConfigurationNode node)
    {
        var name = node.Path[(node.Path.LastIndexOf('.') + 1)..];
        return node.IsFilledIn
            || Marks.Any(mark => name.Contains(mark, StringComparison.OrdinalIgnoreCase))
            || Ends.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || node.Path.StartsWith(SettingNames.WebhooksUrls, StringComparison.Ordinal)
            || IsHandedOn(node.Path);
    }

    // What an external MCP server is given: tokens, mostly, under whatever name.
    private static bool IsHandedOn(string path) =>
        path.StartsWith(KnownKeys.ExternalMcp + ".", StringComparison.Ordinal)
        && HandedOn.Any(part => path.Contains(part, StringComparison.Ordinal));

    /// <summary>The value, or what it is when it must not be shown.</summary>
    public static string Show(ConfigurationNode node) => node.Kind switch
    {
        NodeKind.List => "a list",
        NodeKind.Map => "a map",
        _ when node.Text.Length > 0 && IsSecret(node) => "what it is (not shown)",
        _ => Printable.Show(WithoutLogin(node.Text)),
    };

    // http://user:password@host: what stands before the host is nobody's business.
    private static string WithoutLogin(string text)
    {
        var at = text.LastIndexOf('@');
        var scheme = text.IndexOf("//", StringComparison.Ordinal);
        return at > 0 && scheme >= 0 && scheme < at ? text[..(scheme + 2)] + "…" + text[at..] : text;
    }
}
