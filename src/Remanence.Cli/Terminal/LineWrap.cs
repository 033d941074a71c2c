using System.Text;

namespace Remanence.Cli.Terminal;

/// <summary>Breaks lines between words, and inside them only when one alone is too long. East Asian wide characters take two columns.</summary>
internal static class LineWrap
{
    public static IEnumerable<string> Wrap(string line, int width)
    {
        if (width <= 2 || line.Length * 2 <= width)
        {
            yield return line;
            yield break;
        }

        var start = 0;
        while (start < line.Length)
        {
            var (end, next) = Break(line, start, width);
            yield return line[start..end];
            start = next;
        }

        if (line.Length == 0)
        {
            yield return line;
        }
    }

    private static (int End, int Next) Break(string line, int start, int width)
    {
        var columns = 0;
        var space = -1;
        for (var i = start; i < line.Length;)
        {
            Rune.DecodeFromUtf16(line.AsSpan(i), out var rune, out var length);
            columns += IsWide(rune.Value) ? 2 : 1;
            if (columns > width)
            {
                return space > start ? (space, space + 1) : (i, i);
            }

            if (rune.Value == ' ')
            {
                space = i;
            }

            i += length;
        }

        return (line.Length, line.Length);
    }

    private static bool IsWide(int rune) =>
        rune is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
