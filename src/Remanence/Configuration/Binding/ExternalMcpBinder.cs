using System.Text.RegularExpressions;
using Remanence.Configuration.Sources;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Binding;

/// <summary>What stands below <c>external_mcp</c>, in ReMe's words and in those of other MCP clients.</summary>
internal sealed partial class ExternalMcpBinder(SectionReader root, EnvironmentSource environment, FaultList faults, List<string> warnings)
{
    private static readonly string[] Types = ["stdio", "sse", "http", "streamable_http", "streamableHttp", "streamable-http"];

    public IReadOnlyList<ExternalMcpServer> Bind() => [.. root.Below(KnownKeys.ExternalMcp, "an MCP server").Select(entry => Bind(entry.Name, entry.Section))];

    private ExternalMcpServer Bind(string name, SectionReader section)
    {
        var type = section.Word("type", Types) ?? section.Word("transport", Types);
        var (command, url) = (section.Text("command"), section.Address("url"));
        var server = new ExternalMcpServer
        {
            Name = name,
            Transport = Transport(type, command),
            Command = command,
            Arguments = Arguments(section),
            Environment = Texts(section, "env", node => node.Text),
            Url = url,
            Headers = Texts(section, "headers", FillIn),
            Timeout = section.Seconds("timeout") ?? TimeSpan.FromSeconds(15),
        };
        if (section.Find("sse_read_timeout") is { } ignored)
        {
            warnings.Add($"{ignored.Origin.Where}: {Printable.Line(ignored.Path)} has no meaning here and is ignored; timeout says how long connecting may take.");
        }

        section.RefuseOthers();
        Check(section, server);
        return server;
    }

    private static ExternalMcpTransport Transport(string? type, string? command) => type switch
    {
        null => command is null ? ExternalMcpTransport.Http : ExternalMcpTransport.Stdio,
        "stdio" => ExternalMcpTransport.Stdio,
        "sse" => ExternalMcpTransport.Sse,
        "http" => ExternalMcpTransport.Http,
        _ => ExternalMcpTransport.StreamableHttp,
    };

    private void Check(SectionReader section, ExternalMcpServer server)
    {
        var path = Printable.Line(section.Map.Path);
        var (started, reached) = (section.Has("command"), section.Has("url"));
        var fault = (started, reached, server.Transport) switch
        {
            (false, false, _) => $"{path} has neither command nor url; write the program to start, or the address of the server.",
            (true, true, _) => $"{path} has both command and url; write the one that is meant.",
            (false, _, ExternalMcpTransport.Stdio) => $"{path} is of type stdio and has no command; write the program to start.",
            (_, false, not ExternalMcpTransport.Stdio) => $"{path} is spoken to over HTTP and has no url; write its address.",
            _ => null,
        };
        if (fault is not null)
        {
            faults.Add(section.Map.Origin, section.Map.Path, fault);
        }

        foreach (var key in started ? (string[])["headers"] : ["args", "env"])
        {
            if (fault is null && section.Find(key) is { } node)
            {
                faults.Add(node.Origin, node.Path, $"{Printable.Line(node.Path)} means nothing for a server that is {(started ? "started with command" : "reached at url")}; leave it out.");
            }
        }
    }

    // Each as it is written: an argument may hold commas, or be empty.
    private static IReadOnlyList<string> Arguments(SectionReader section) => section.Find("args") switch
    {
        null => [],
        { Kind: NodeKind.Value } node => [node.Text],
        { Kind: NodeKind.List } node when node.Items.All(item => item.Kind == NodeKind.Value) => [.. node.Items.Select(item => item.Text)],
        var node => section.Wrong<IReadOnlyList<string>>(node, Lists.Rule) ?? [],
    };

    private static Dictionary<string, string> Texts(SectionReader section, string name, Func<ConfigurationNode, string> read)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, node) in section.Members(name).Where(member => !member.Value.IsNull))
        {
            if (node.Kind != NodeKind.Value || node.Text.AsSpan().ContainsAny('\0', '\r', '\n'))
            {
                section.Wrong<string>(node, "must be a text on one line");
            }
            else
            {
                texts[key] = read(node);
            }
        }

        return texts;
    }

    // ReMe writes {NAME} for a variable; ${NAME} was filled in before.
    private string FillIn(ConfigurationNode node) => node.IsFilledIn ? node.Text : Variable().Replace(node.Text, match =>
    {
        var name = match.Groups["name"].Value;
        if (environment.Value(name) is { Length: > 0 } value)
        {
            return value;
        }

        faults.Add(node.Origin, node.Path, $"{Printable.Line(node.Path)} names the variable {name}, which is not set; set it, or write the value.");
        return string.Empty;
    });

    [GeneratedRegex(@"\{(?<name>[A-Z][A-Z0-9_]*)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
