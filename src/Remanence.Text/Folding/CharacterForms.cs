using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Remanence.Text.Folding;

/// <summary>
/// What characters stand for that are written otherwise than they are read: full and half width, ligatures, superscripts, units in one character
/// (Unicode's compatibility decompositions). Read from a table of our own, because without ICU <c>string.Normalize</c> does nothing.
/// </summary>
public static class CharacterForms
{
    private static readonly FrozenDictionary<int, string> Forms = Read();

    /// <summary>The text with what its characters stand for in their place; the same text where all stand for themselves.</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text)
    {
        var ascii = text.IndexOfAnyExceptInRange('\0', '\x7F');
        if (ascii < 0)
        {
            return text;
        }

        StringBuilder? plain = null;
        var copied = 0;
        for (var i = ascii; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
            if (Of(rune) is { } form)
            {
                plain ??= new StringBuilder(text.Length);
                plain.Append(text[copied..i]).Append(form);
                copied = i + consumed;
            }

            i += consumed;
        }

        return plain is null ? text : plain.Append(text[copied..]).ToString();
    }

    /// <summary>The characters that it stands for, with their case; null: it stands for itself.</summary>
    internal static string? Of(Rune rune) => Forms.GetValueOrDefault(rune.Value);

    private static FrozenDictionary<int, string> Read()
    {
        using var stream = typeof(CharacterForms).Assembly.GetManifestResourceStream("Remanence.Text.Folding.forms.txt")!;
        using var reader = new StreamReader(stream);
        var forms = new Dictionary<int, string>();
        foreach (var entry in reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            AddEntry(forms, entry);
        }

        return forms.ToFrozenDictionary();
    }

    private static void AddEntry(Dictionary<int, string> forms, string entry)
    {
        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        var range = entry[..equals].Split('-');
        var (first, last) = (Number(range[0]), Number(range[^1]));
        var text = entry[(equals + 1)..].Split('.');
        for (var point = first; point <= last; point++)
        {
            forms[point] = string.Concat(text.Select(part => char.ConvertFromUtf32(Number(part) + point - first)));
        }
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
