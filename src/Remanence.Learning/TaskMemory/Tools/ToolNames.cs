using System.Text;

namespace Remanence.TaskMemory.Tools;

/// <summary>Tools by name: exactly, else written otherwise (<c>webSearch</c>, <c>web_search</c>), else misspelt.</summary>
internal static class ToolNames
{
    /// <summary>The names that a caller lists, comma separated.</summary>
    public static IReadOnlyList<string> Split(string names) =>
        [.. names.Split([',', '，', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>The known name that is meant; null when none is near, or two are as near.</summary>
    public static string? Find(string name, IReadOnlyCollection<string> known)
    {
        if (known.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }

        var plain = Plain(name);
        if (plain.Length == 0)
        {
            return null;
        }

        var alike = known.Where(other => Plain(other) == plain).ToList();
        return alike.Count > 0 ? Only(alike) : Nearest(plain, known);
    }

    /// <summary>Letters and digits in lower case.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return plain.ToString();
    }

    private static string? Nearest(string plain, IReadOnlyCollection<string> known)
    {
        // One slip in five letters; a short name has no room for one.
        var allowed = Math.Min(plain.Length / 5, 3);
        if (allowed == 0)
        {
            return null;
        }

        var near = known.Select(other => (Name: other, Distance: Distance(plain, Plain(other), allowed))).Where(other => other.Distance <= allowed).ToList();
        return near.Count == 0 ? null : Only([.. near.Where(other => other.Distance == near.Min(each => each.Distance)).Select(other => other.Name)]);
    }

    private static string? Only(List<string> names) => names.Count == 1 ? names[0] : null;

    // Letters to change, add, leave out, or swap with the next.
    private static int Distance(string a, string b, int allowed)
    {
        if (Math.Abs(a.Length - b.Length) > allowed)
        {
            return allowed + 1;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                rows[i, j] = swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
