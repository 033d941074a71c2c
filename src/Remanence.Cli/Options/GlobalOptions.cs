using System.CommandLine;

namespace Remanence.Cli.Options;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    private static readonly string[] OwnPaths = ["/openapi/v1.json", "/v1/workspaces", "/v1", "/mcp", "/sse", "/docs", "/redoc", "/health/ready", "/health"];

    public Option<Uri?> Url { get; } = new("--url")
    {
        Description = "Use the server at this address instead of the local store.",
        HelpName = "http://HOST:PORT",
        Recursive = true,
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? WithoutOwnPath(uri)
            : Refuse(result, result.Tokens[0].Value),
    };

    public Option<string?> Config { get; } = new("--config")
    {
        Description = "Read settings from this YAML file (default: remanence.yaml in the working folder, when it exists); .yaml may be left out.",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print results as JSON and nothing else to standard output.",
        Recursive = true,
    };

    // Copied from a page or a guide; the client puts the paths together itself.
    private static Uri WithoutOwnPath(Uri uri) =>
        OwnPaths.FirstOrDefault(path => uri.AbsolutePath.TrimEnd('/').EndsWith(path, StringComparison.Ordinal)) is { } own && uri.Query.Length == 0
            ? new Uri(uri.GetLeftPart(UriPartial.Authority) + uri.AbsolutePath.TrimEnd('/')[..^own.Length])
            : uri;

    private static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result, string value)
    {
        // It may hold a password.
        var shown = value.AsSpan().ContainsAny("@?#") ? "this" : $"\"{value}\"";
        result.AddError($"--url: {shown} is no address; write it like http://127.0.0.1:8002.");
        return null;
    }
}
