using Remanence.Diagnostics;

namespace Remanence.Configuration.Tree;

/// <summary>The names in a key, <c>a.b.c</c>.</summary>
internal static class KeyNames
{
    /// <summary>How deep a tree can be: what the deepest YAML or JSON makes with the longest keys.</summary>
    public const int MaxDepth = MaxNames * (MaxNesting + 1);

    /// <summary>How deep maps and lists may lie in each other.</summary>
    public const int MaxNesting = 32;

    private const int MaxNames = 16;
    private const int MaxLength = 500;

    /// <summary>The names, or null when it is not a key.</summary>
    public static string[]? Split(string key)
    {
        var names = key.Length > MaxLength ? [] : key.Split('.', MaxNames + 1);
        return names.Length is > 0 and <= MaxNames && names.All(name => name.Length > 0 && name.Trim().Length == name.Length) ? names : null;
    }

    public static string Wrong(string key) => $"{Printable.Show(key)} is not a name; names are joined by single dots, such as http.port.";

    public static string Twice(string path) => $"{Printable.Line(path)} is set twice; keep one.";
}
