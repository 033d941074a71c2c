using System.Buffers;
using System.Text;
using Remanence.Diagnostics;

namespace Remanence.Models.Prompts;

/// <summary>One text of a file of prompts, split at its placeholders. Immutable.</summary>
internal sealed class PromptTemplate
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    private readonly List<(string Text, bool IsPlaceholder, int Line)> _parts = [];

    private PromptTemplate(string file, int line)
    {
        File = file;
        Line = line;
    }

    public string File { get; }

    public int Line { get; }

    /// <summary>The placeholders and where they stand.</summary>
    public IEnumerable<(string Name, int Line)> Placeholders => _parts.Where(part => part.IsPlaceholder).Select(part => (part.Text, part.Line));

    /// <param name="file">Where it is written.</param>
    /// <param name="keyLine">The line of its key.</param>
    /// <param name="line">The line of its first character.</param>
    /// <param name="counts">Whether each line break of the text is one of the file.</param>
    /// <param name="text">The text.</param>
    public static PromptTemplate Parse(string file, int keyLine, int line, bool counts, string text)
    {
        var template = new PromptTemplate(file, keyLine);
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '{')
            {
                var end = text.AsSpan(i + 1).IndexOfAnyExcept(NameCharacters);
                if (end <= 0 || text[i + 1 + end] != '}')
                {
                    throw Lone(file, line, '{');
                }

                template._parts.Add((literal.ToString(), false, line));
                template._parts.Add((text.Substring(i + 1, end), true, line));
                literal.Clear();
                i += end + 1;
            }
            else if (c == '}')
            {
                throw Lone(file, line, '}');
            }
            else
            {
                line += counts && c == '\n' ? 1 : 0;
                literal.Append(c);
            }
        }

        template._parts.Add((literal.ToString(), false, line));
        return template;
    }

    public void Check(string key, ReadOnlySpan<string> placeholders)
    {
        foreach (var (name, line) in Placeholders)
        {
            if (!placeholders.Contains(name))
            {
                var known = placeholders.ToArray();
                var remedy = Nearest.Find(name, known) is { } nearest ? $"did you mean {{{nearest}}}"
                    : known.Length == 0 ? "it takes none"
                    : "there is " + string.Join(", ", known.Select(known => $"{{{known}}}"));
                throw new PromptException(File, line, $"{key} has no placeholder {{{name}}}; {remedy}. A brace that is meant as such is written twice.");
            }
        }
    }

    public string Render(PromptValues values)
    {
        var result = new StringBuilder();
        foreach (var (text, isPlaceholder, _) in _parts)
        {
            result.Append(!isPlaceholder ? text : values.Find(text) ?? throw new InvalidOperationException($"The placeholder {{{text}}} was given no value."));
        }

        return result.ToString();
    }

    private static PromptException Lone(string file, int line, char brace) =>
        new(file, line, $"a single '{brace}'; a placeholder is {{name}}, and a brace that is meant as such is written twice.");
}
