using System.Globalization;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Binding;

/// <summary>Reads one map of the tree into typed values; each fault is noted and reading goes on. What was not asked for is unknown.</summary>
internal sealed class SectionReader(ConfigurationNode map, FaultList faults)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public ConfigurationNode Map { get; } = map;

    /// <summary>Whether the section says something of this name.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>What the section says; null when nothing, or null.</summary>
    public ConfigurationNode? Find(string name)
    {
        _known.Add(name);
        return Map.Children.TryGetValue(name, out var node) && !node.IsNull ? node : null;
    }

    /// <summary>A text; null when there is none, or an empty one.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { Kind: NodeKind.Value } node when !node.Text.Contains('\0', StringComparison.Ordinal) => node.Text.Length == 0 ? null : node.Text,
        var node => Wrong<string?>(node, "must be a text"),
    };

    /// <summary>A text that must not be missing.</summary>
    public string RequiredText(string name, string remedy)
    {
        if (Text(name) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        if (Find(name) is not { Kind: not NodeKind.Value })
        {
            faults.Add(Map.Origin, $"{Map.Path}.{name}", $"{Printable.Line(Map.Path)} has no {name}; {remedy}");
        }

        return string.Empty;
    }

    public bool Flag(string name, bool absent) => Find(name) switch
    {
        null => absent,
        { Kind: NodeKind.Value, Text: "true" or "True" } => true,
        { Kind: NodeKind.Value, Text: "false" or "False" } => false,
        var node => Wrong<bool>(node, "must be true or false"),
    };

    public int Integer(string name, int absent, int min, int max) => Find(name) switch
    {
        null => absent,
        { Kind: NodeKind.Value } node when Numbers.TryInteger(node.Text, min, max, out var number) => number,
        var node => Wrong<int>(node, $"must be a whole number from {min} to {max}"),
    };

    /// <summary>Seconds, fractions allowed; null when not said.</summary>
    public TimeSpan? Seconds(string name)
    {
        const double max = 86_400;
        return Find(name) switch
        {
            null => null,
            { Kind: NodeKind.Value } node when double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.001 and <= max =>
                TimeSpan.FromSeconds(seconds),
            var node => Wrong<TimeSpan?>(node, $"must be seconds, from 0.001 to {max}"),
        };
    }

    /// <summary>An amount of money; null when not said.</summary>
    public decimal? Price(string name) => Find(name) switch
    {
        null => null,
        { Kind: NodeKind.Value } node when Numbers.TryAmount(node.Text, out var price) => price,
        var node => Wrong<decimal?>(node, Numbers.AmountRule),
    };

    /// <summary>An HTTP address; null when not said.</summary>
    public Uri? Address(string name) => Find(name) switch
    {
        null or { Kind: NodeKind.Value, Text.Length: 0 } => null,
        { Kind: NodeKind.Value } node when Uri.TryCreate(node.Text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" => address,
        var node => Wrong<Uri?>(node, "must be an address such as http://127.0.0.1:11434/v1"),
    };

    /// <summary>One of several words, compared without case; null when not said.</summary>
    public string? Word(string name, params IReadOnlyList<string> words) => Find(name) switch
    {
        null => null,
        { Kind: NodeKind.Value } node when words.FirstOrDefault(word => string.Equals(word, node.Text, StringComparison.OrdinalIgnoreCase)) is { } word => word,
        var node => Wrong<string?>(node, $"must be {string.Join(", ", words.SkipLast(1))} or {words[^1]}"),
    };

    /// <summary>A list of texts: a list, or one text with commas.</summary>
    public IReadOnlyList<string> List(string name) => Find(name) is { } node ? Lists.Read(node) ?? Wrong<IReadOnlyList<string>?>(node, Lists.Rule) ?? [] : [];

    /// <summary>A map as it is, with where each of its members is written.</summary>
    public IReadOnlyDictionary<string, ConfigurationNode> Members(string name)
    {
        var node = Find(name);
        if (node is null or { Kind: NodeKind.Map })
        {
            return node?.Children ?? ConfigurationMerge.Empty.Children;
        }

        return Wrong<IReadOnlyDictionary<string, ConfigurationNode>?>(
            node, "must hold names and values; in an argument that is JSON, such as {\"temperature\": 0.2}") ?? ConfigurationMerge.Empty.Children;
    }

    /// <summary>The maps in this one, each with its name; what is null was taken back.</summary>
    /// <param name="what">What they are called in messages.</param>
    public IEnumerable<(string Name, SectionReader Section)> Sections(string what)
    {
        foreach (var (name, node) in Map.Children.Where(child => !child.Value.IsNull))
        {
            if (!IsName(name))
            {
                faults.Add(node.Origin, node.Path, $"{Printable.Show(name)} cannot name {what}; use letters, digits, \"_\" and \"-\", 64 at most.");
            }
            else if (node.Kind != NodeKind.Map)
            {
                Wrong<bool>(node, "must hold names and values");
            }
            else
            {
                yield return (name, new SectionReader(node, faults));
            }
        }
    }

    /// <summary>The maps below a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What they are called in messages.</param>
    public IEnumerable<(string Name, SectionReader Section)> Below(string name, string what) => Find(name) switch
    {
        null => [],
        { Kind: NodeKind.Map } node => new SectionReader(node, faults).Sections(what),
        var node => Wrong<IEnumerable<(string, SectionReader)>>(node, "must hold names and values") ?? [],
    };

    /// <summary>Notes each name that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var (name, node) in Map.Children.Where(child => !_known.Contains(child.Key)))
        {
            Unknown.Refuse(node, name, _known.Order(StringComparer.Ordinal).ToList(), faults);
        }
    }

    /// <summary>Notes that a value breaks a rule.</summary>
    public T? Wrong<T>(ConfigurationNode node, string rule)
    {
        faults.Add(node.Origin, node.Path, $"{Printable.Line(node.Path)} {rule}, not {Secrets.Show(node)}.");
        return default;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
