using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration;

/// <summary>Values as messages may show them.</summary>
internal static class Secrets
{
    private static readonly string[] Marks = ["api_key", "apikey", "secret", "password", "credential"];
    private static readonly string[] Ends = ["key", "token", "auth", "authorization"];

    /// <summary>Whether what has this name must not be shown.</summary>
    public static bool IsName(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return Marks.Any(mark => name.Contains(mark, StringComparison.OrdinalIgnoreCase))
            || Ends.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The value, or what it is when it must not be shown.</summary>
    /// <param name="node">The value.</param>
    /// <param name="isSecret">Whether its setting says that it is not shown. It is not shown either when its name says so, or it comes out of a variable that
    /// it names.</param>
    public static string Show(ConfigurationNode node, bool isSecret = false) => node.Kind switch
    {
        NodeKind.List => "a list",
        NodeKind.Map => "a map",
        _ when node.Text.Length > 0 && (isSecret || node.IsFilledIn || IsName(node.Path)) => "what it is (not shown)",
        _ => Printable.Show(WithoutLogin(node.Text)),
    };

    /// <summary>
    /// Of an address such as http://user:password@host/path?key=value what stands neither before the host nor behind the path; any other text as it is.
    /// </summary>
    public static string WithoutLogin(string text)
    {
        var scheme = text.IndexOf("//", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return text;
        }

        var at = text.LastIndexOf('@');
        var rest = scheme < at ? "…" + text[at..] : text[(scheme + 2)..];
        var query = rest.AsSpan().IndexOfAny('?', '#');
        return text[..(scheme + 2)] + (query < 0 ? rest : rest[..(query + 1)] + "…");
    }
}
