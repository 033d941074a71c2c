using System.Text;
using Remanence.Cli.Errors;

namespace Remanence.Cli.Chat;

/// <summary>What stands behind a slash command: values by name, and the words before the first of them.</summary>
internal sealed class SlashArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The words that belong to no name.</summary>
    public string Words { get; private set; } = string.Empty;

    /// <summary>A value; null when it was not given.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>
    /// Reads <c>key=value</c> in any order. A value in double quotes may hold anything, with <c>\"</c> and <c>\\</c> for the two; one without goes on to the
    /// next known key. Names that the command does not know are words.
    /// </summary>
    /// <exception cref="UsageException">A quote that does not end, or a name twice.</exception>
    public static SlashArguments Parse(string text, IReadOnlyCollection<string> keys)
    {
        var arguments = new SlashArguments();
        string? key = null;
        var words = new List<string>();
        foreach (var (name, word) in Tokens(text, keys))
        {
            if (name is not null)
            {
                arguments.Put(key, words);
                (key, words) = (name, []);
            }

            words.Add(word);
        }

        arguments.Put(key, words);
        return arguments;
    }

    private void Put(string? key, List<string> words)
    {
        var value = string.Join(' ', words);
        if (key is null)
        {
            Words = value;
        }
        else if (!_values.TryAdd(key, value))
        {
            throw new UsageException($"{key}= is there twice; give it once.");
        }
    }

    private static IEnumerable<(string? Key, string Word)> Tokens(string text, IReadOnlyCollection<string> keys)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var key = keys.FirstOrDefault(key => text.AsSpan(at).StartsWith(key + "=", StringComparison.Ordinal));
            at += key is null ? 0 : key.Length + 1;
            yield return (key, at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
        }
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }

            at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' && at + 1 < text.Length ? 1 : 0;
            value.Append(text[at]);
        }

        throw new UsageException("A quote is not closed; write value=\"…\".");
    }
}
