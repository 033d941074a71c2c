using Remanence.Diagnostics;

namespace Remanence.Mcp.Resources;

/// <summary>The address of a memory or a category: <c>remanence://{workspace}/memories/{id}</c>, each part percent-encoded.</summary>
internal sealed record MemoryUri(string Workspace, string Collection, string Id)
{
    public const string Memories = "memories";
    public const string Categories = "categories";

    // A Uri would make the workspace's letters small, as it does with host names.
    private const string Scheme = "remanence://";

    public static string TemplateOf(string collection) => $"{Scheme}{{workspace}}/{collection}/{{id}}";

    /// <exception cref="InvalidRequestException">It is no such address.</exception>
    public static MemoryUri Parse(string text)
    {
        var parts = text.StartsWith(Scheme, StringComparison.Ordinal) ? text[Scheme.Length..].Split('/') : [];
        return
            parts is [var workspace, Memories or Categories, var id]
            && TryDecode(workspace) is { Length: > 0 } decodedWorkspace
            && TryDecode(id) is { Length: > 0 } decodedId
            ? new MemoryUri(decodedWorkspace, parts[1], decodedId)
            : throw new InvalidRequestException(
                "uri", $"{Printable.Show(text)} is no resource; write {TemplateOf(Memories)} or {TemplateOf(Categories)}, each part percent-encoded.");
    }

    public override string ToString() => $"{Scheme}{Uri.EscapeDataString(Workspace)}/{Collection}/{Uri.EscapeDataString(Id)}";

    private static string? TryDecode(string part)
    {
        var text = Uri.UnescapeDataString(part);
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }
}
