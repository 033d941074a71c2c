namespace Remanence.Cli.Guides;

/// <summary>The code blocks of a guide in Markdown, in order.</summary>
internal sealed class Guide
{
    private const string Fence = "```";

    private Guide(IReadOnlyList<Snippet> snippets) => Snippets = snippets;

    public IReadOnlyList<Snippet> Snippets { get; }

    public static Guide Read(string path)
    {
        var snippets = new List<Snippet>();
        string? language = null;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                lines.Add(line);
            }
            else if (language is null)
            {
                language = line[Fence.Length..].Trim();
                lines.Clear();
            }
            else
            {
                snippets.Add(new Snippet(language, string.Join('\n', lines)));
                language = null;
            }
        }

        return new Guide(snippets);
    }
}
