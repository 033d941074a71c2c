using System.Globalization;
using System.Text;

namespace Remanence.Flows.Expressions;

/// <summary>A line of an expression with carets under a place of it.</summary>
internal static class MarkedLine
{
    private const int Width = 100;
    private const int Before = 60;

    /// <summary>Two lines: the one with the place, cut to what fits, and the carets.</summary>
    public static string Of(string text, TextSpan span)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, span.Start - 1), Math.Max(0, span.Start)) + 1;
        var lineEnd = text.IndexOf('\n', span.Start);
        lineEnd = lineEnd < 0 ? text.Length : lineEnd;
        var from = Math.Max(lineStart, span.Start - Before);
        var to = Math.Min(lineEnd, from + Width);

        var line = new StringBuilder();
        var marks = new StringBuilder();
        Append(line, marks, from > lineStart ? "…" : string.Empty, false);
        for (var i = from; i < to; i++)
        {
            Append(line, marks, Shown(text, i), i >= span.Start && i < span.Start + Math.Max(1, span.Length));
        }

        line.Append(to < lineEnd ? "…" : string.Empty);
        var carets = marks.ToString().TrimEnd();
        if (!carets.EndsWith('^'))
        {
            // The end of the line, or what takes no column.
            carets = marks.Append('^').ToString();
        }

        return $"{line.ToString().TrimEnd()}\n{carets}";
    }

    /// <summary>Line and column, from 1.</summary>
    public static (int Line, int Column) Position(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return (before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    private static void Append(StringBuilder line, StringBuilder marks, string shown, bool marked)
    {
        line.Append(shown);
        marks.Append(marked ? '^' : ' ', shown.Length == 0 ? 0 : IsWide(shown[0]) ? 2 : shown.Length);
    }

    // Whatever could move the cursor becomes one visible column.
    private static string Shown(string text, int i) => text[i] switch
    {
        '\t' => " ",
        '\r' => string.Empty,
        var c when char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark => "·",
        var c => c.ToString(),
    };

    // Scripts that a terminal shows two columns wide.
    private static bool IsWide(char c) =>
        c
            is >= '\u1100'
                and <= '\u115f'
                or >= '\u2e80'
                and <= '\ua4cf'
                or >= '\uac00'
                and <= '\ud7a3'
                or >= '\uf900'
                and <= '\ufaff'
                or >= '\uff00'
                and <= '\uff60';
}
