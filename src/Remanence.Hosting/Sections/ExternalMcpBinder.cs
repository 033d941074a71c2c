using System.Buffers;
using System.Text.RegularExpressions;
using Remanence.Configuration;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;
using Remanence.Mcp.External;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>external_mcp</c>, in ReMe's words and in those of other MCP clients.</summary>
internal sealed partial class ExternalMcpBinder(ConfigurationTree tree)
{
    // RFC 9110, section 5.6.2.
    private static readonly SearchValues<char> HeaderName =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private const string Kinds = "How it is spoken to: stdio for a command, else http, which is streamable where the server has it, else SSE.";

    private static readonly string[] Types = ["stdio", "sse", "http", "streamable_http", "streamableHttp", "streamable-http"];

    private static readonly Setting<string?> Command = Settings.OptionalText("command", "The program to start, without a shell.");
    private static readonly Setting<IReadOnlyList<ConfigurationNode>> Arguments = Settings.Items("args", "Its arguments.", isSecret: true);
    private static readonly Setting<IReadOnlyDictionary<string, ConfigurationNode>> Variables = Settings.Members(
        "env",
        "Its variables; besides them it gets PATH, HOME and a few such, and no others of Remanence's.",
        isSecret: true);
    private static readonly Setting<Uri?> Url = Settings.Address(
        "url",
        string.Empty,
        ModelsBinder.ExampleAddress,
        "The address of a server over HTTP, instead of command.");
    private static readonly Setting<IReadOnlyDictionary<string, ConfigurationNode>> Headers = Settings.Members(
        "headers", "They go with each request; {NAME} is an environment variable here too, as in ReMe.", isSecret: true);
    private static readonly Setting<string?> Type = Settings.Word("type", Kinds, Types);
    private static readonly Setting<string?> Transport = Settings.Word("transport", "Another name of type.", Types);
    private static readonly Setting<TimeSpan?> Timeout = Settings.Seconds("timeout", 15, "Seconds that connecting may take.");

    public static SettingSection Section { get; } = new(
        "external_mcp",
        "an MCP server",
        Command,
        Arguments,
        Variables,
        Url,
        Headers,
        Type,
        Transport,
        Timeout,
        Settings.Ignored("sse_read_timeout", "timeout says how long connecting may take"));

    public IReadOnlyList<ExternalMcpServer> Bind() => [.. tree.Root.Entries(Section).Select(entry => Bind(entry.Name, entry.Entry))];

    private ExternalMcpServer Bind(string name, SettingReader section)
    {
        var type = section.Get(Type) ?? section.Get(Transport);
        var (command, url) = (section.Get(Command), section.Get(Url));
        var server = new ExternalMcpServer
        {
            Name = name,
            Transport = TransportOf(type, command),
            Command = command,

            // Each as it is written: an argument may hold commas, or be empty.
            Arguments = [.. section.Get(Arguments).Select(item => item.Text)],
            Environment = Texts(section, Variables, node => node.Text),
            Url = url,
            Headers = Texts(section, Headers, node => FillIn(section, node)),
            Timeout = section.Get(Timeout) ?? TimeSpan.Zero,
        };
        CheckNames(section, Variables, isHeader: false);
        CheckNames(section, Headers, isHeader: true);
        Check(section, server);
        return server;
    }

    private static ExternalMcpTransport TransportOf(string? type, string? command) => type switch
    {
        null => command is null ? ExternalMcpTransport.Http : ExternalMcpTransport.Stdio,
        "stdio" => ExternalMcpTransport.Stdio,
        "sse" => ExternalMcpTransport.Sse,
        "http" => ExternalMcpTransport.Http,
        _ => ExternalMcpTransport.StreamableHttp,
    };

    private static void Check(SettingReader section, ExternalMcpServer server)
    {
        var (started, reached) = (section.Has(Command), section.Has(Url));
        var fault = (started, reached, server.Transport) switch
        {
            (false, false, _) => "has neither command nor url; write the program to start, or the address of the server.",
            (true, true, _) => "has both command and url; write the one that is meant.",
            (false, _, ExternalMcpTransport.Stdio) => "is of type stdio and has no command; write the program to start.",
            (_, false, not ExternalMcpTransport.Stdio) => "is spoken to over HTTP and has no url; write its address.",
            _ => null,
        };
        if (fault is not null)
        {
            section.Refuse(fault);
            return;
        }

        foreach (var setting in started ? (Setting[])[Headers] : [Arguments, Variables])
        {
            if (section.Find(setting) is { } node)
            {
                section.Refuse(node, $"means nothing for a server that is {(started ? "started with command" : "reached at url")}; leave it out.");
            }
        }
    }

    // What the program that is started, or HTTP, cannot be given would end each call to the server.
    private static void CheckNames(SettingReader section, Setting<IReadOnlyDictionary<string, ConfigurationNode>> setting, bool isHeader)
    {
        foreach (var (name, node) in section.Get(setting))
        {
            if (isHeader ? name.Length == 0 || name.AsSpan().ContainsAnyExcept(HeaderName) : name.Length == 0 || name.AsSpan().ContainsAny('=', '\0'))
            {
                section.Refuse(node, isHeader
                    ? $"stands under {Printable.Show(name)}, which is no name of a header; names have letters, digits and - only, such as X-Api-Key."
                    : $"stands under {Printable.Show(name)}, which is no name of a variable.");
            }
            else if (isHeader && node.Kind == NodeKind.Value && !node.Text.AsSpan().ContainsAny('\0', '\r', '\n')
                && node.Text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                section.Wrong(node, "must be characters that a header can carry, visible ASCII and spaces", setting.IsSecret);
            }
        }
    }

    private static Dictionary<string, string> Texts(
        SettingReader section,
        Setting<IReadOnlyDictionary<string, ConfigurationNode>> setting,
        Func<ConfigurationNode, string> read)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, node) in section.Get(setting).Where(member => !member.Value.IsNull))
        {
            if (node.Kind != NodeKind.Value || node.Text.AsSpan().ContainsAny('\0', '\r', '\n'))
            {
                section.Wrong(node, "must be a text on one line", setting.IsSecret);
            }
            else
            {
                texts[key] = read(node);
            }
        }

        return texts;
    }

    // ReMe writes {NAME} for a variable; ${NAME} was filled in before.
    private string FillIn(SettingReader section, ConfigurationNode node) => node.IsFilledIn ? node.Text : Variable().Replace(node.Text, match =>
    {
        var name = match.Groups["name"].Value;
        if (tree.Variable(name) is { Length: > 0 } value)
        {
            return value;
        }

        section.Refuse(node, $"names the variable {name}, which is not set; set it, or write the value.");
        return string.Empty;
    });

    [GeneratedRegex(@"\{(?<name>[A-Z][A-Z0-9_]*)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
