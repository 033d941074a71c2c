using System.Net;
using Remanence.Configuration;
using Remanence.Configuration.Binding;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Server.Configuration;

/// <summary>Turns what was written into typed values; what is wrong is noted, and the default stands in until all is read.</summary>
internal sealed class SettingsReader(ConfigurationTree tree, FaultList faults)
{
    public string Text(string name)
    {
        var node = Find(name);
        return string.IsNullOrWhiteSpace(node.Text) || node.Text.Contains('\0', StringComparison.Ordinal) || node.Kind != NodeKind.Value
            ? Wrong<string>(node, node.Kind == NodeKind.Value ? "must not be empty" : "must be a text") ?? string.Empty
            : node.Text;
    }

    /// <summary>A text, or null when empty.</summary>
    public string? OptionalText(string name)
    {
        var node = Find(name);
        return node.Kind != NodeKind.Value ? Wrong<string>(node, "must be a text") : node.Text.Length == 0 ? null : node.Text;
    }

    public int Integer(string name, int min, int max)
    {
        var node = Find(name);
        return node.Kind == NodeKind.Value && Numbers.TryInteger(node.Text, min, max, out var number)
            ? number
            : Wrong<int>(node, node.Kind == NodeKind.List ? Lists.Rule : $"must be a whole number from {min} to {max}");
    }

    public decimal Amount(string name)
    {
        var node = Find(name);
        return node.Kind == NodeKind.Value && Numbers.TryAmount(node.Text, out var amount) ? amount : Wrong<decimal>(node, Numbers.AmountRule);
    }

    public bool Flag(string name)
    {
        var node = Find(name);
        return node.Text switch
        {
            "true" or "True" => true,
            "false" or "False" => false,
            _ => Wrong<bool>(node, "must be true or false"),
        };
    }

    public LogLevel Level(string name)
    {
        var node = Find(name);
        return node.Text.ToUpperInvariant() switch
        {
            "TRACE" => LogLevel.Trace,
            "DEBUG" => LogLevel.Debug,
            "INFORMATION" or "INFO" => LogLevel.Information,
            "WARNING" => LogLevel.Warning,
            "ERROR" => LogLevel.Error,
            "CRITICAL" => LogLevel.Critical,
            "NONE" => LogLevel.None,
            _ => Wrong<LogLevel>(node, "must be trace, debug, information, warning, error, critical or none"),
        };
    }

    /// <summary>One of a few words, and what each stands for.</summary>
    public T Choice<T>(string name, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var node = Find(name);
        var words = new List<string>(choices.Length);
        foreach (var (word, value) in choices)
        {
            if (word == node.Text)
            {
                return value;
            }

            words.Add(word);
        }

        return Wrong<T>(node, $"must be {string.Join(", ", words[..^1])} or {words[^1]}")!;
    }

    /// <summary>An HTTP address, or null when empty.</summary>
    public Uri? OptionalAddress(string name)
    {
        var node = Find(name);
        return node.Kind == NodeKind.Value && node.Text.Length == 0 ? null
            : Uri.TryCreate(node.Text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : Wrong<Uri>(node, "must be an address such as http://127.0.0.1:4318");
    }

    /// <summary>A variable of ReMe's, or null when it is not set.</summary>
    public string? Variable(string name) => tree.Environment.Value(name) is { Length: > 0 } value ? value : null;

    /// <summary>HTTP addresses.</summary>
    public IReadOnlyList<Uri> Addresses(string name)
    {
        var addresses = new List<Uri>();
        foreach (var text in List(name))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                addresses.Add(address);
            }
            else
            {
                Wrong<Uri>(Find(name), "must be addresses such as https://example.com/hook");
                return [];
            }
        }

        return addresses;
    }

    /// <summary>An address to listen on; null stands for every address.</summary>
    public IPAddress Address(string name)
    {
        var node = Find(name);
        if (string.Equals(node.Text, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        // IPAddress takes "1" and "0x7f.1" for addresses; what nobody means to write is refused.
        var plain = node.Text.Trim('[', ']');
        return IPAddress.TryParse(plain, out var address) && (plain.Contains(':', StringComparison.Ordinal) || plain.Count(c => c == '.') == 3)
            ? address
            : Wrong<IPAddress>(node, "must be an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost") ?? IPAddress.Loopback;
    }

    public IReadOnlyList<string> List(string name)
    {
        var node = Find(name);
        return Lists.Read(node) ?? Wrong<IReadOnlyList<string>>(node, Lists.Rule) ?? [];
    }

    /// <summary>The name of a model that stands below another section, or null when empty.</summary>
    public string? Model(string name, string kind, IEnumerable<string> known)
    {
        var text = OptionalText(name);
        if (text is not null)
        {
            References.Check(Find(name), text, kind, known.Select(whole => whole[(kind.Length + 1)..]), faults);
        }

        return text;
    }

    public void Refuse(string name, string why)
    {
        var node = Find(name);
        faults.Add(node.Origin, name, $"{name}={Printable.Line(node.Text)} {why}");
    }

    private T? Wrong<T>(ConfigurationNode node, string rule)
    {
        faults.Add(node.Origin, node.Path, $"{node.Path} {rule}, not {Secrets.Show(node)}.");
        return default;
    }

    // An argument's "none" is a text here: it is a level of the log. A null in a file takes the setting back.
    private ConfigurationNode Find(string name) =>
        tree.Root.Find(name) is { Kind: not NodeKind.Map } node && !(node.IsNull && node.Form == ScalarForm.Yaml)
            ? node
            : ConfigurationNode.Value(name, ConfigurationOrigin.Default, KnownSettings.Get(name).Default, ScalarForm.Text);
}
