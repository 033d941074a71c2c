using System.Text;
using System.Text.RegularExpressions;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Protocol;

/// <summary>The lake as text: three characters a cell, the walker's between brackets.</summary>
internal static partial class LakeGrid
{
    private const int CellWidth = 3;

    public static string Render(LakeMap map, LakeCell position)
    {
        var text = new StringBuilder();
        for (var row = 0; row < map.Size; row++)
        {
            text.Append(row == 0 ? string.Empty : "\n");
            for (var column = 0; column < map.Size; column++)
            {
                var cell = new LakeCell(row, column);
                text.Append(cell == position ? $"[{map[cell]}]" : $" {map[cell]} ");
            }
        }

        return text.ToString();
    }

    /// <summary>Where the walker stands in the last grid of a text; null where there is none.</summary>
    public static LakeCell? FindWalker(string text)
    {
        LakeCell? found = null;
        var row = 0;
        foreach (var line in text.Split('\n'))
        {
            if (!GridLine().IsMatch(line))
            {
                row = 0;
                continue;
            }

            var bracket = line.IndexOf('[', StringComparison.Ordinal);
            found = bracket < 0 ? found : new LakeCell(row, bracket / CellWidth);
            row++;
        }

        return found;
    }

    [GeneratedRegex(@"^(?: [SFHG] |\[[SFHG]\])+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GridLine();
}
