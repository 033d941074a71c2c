namespace Remanence.Architecture.Tests;

/// <summary>Inside an assembly folders have a direction, too: each may use those that stand before it, and no others. The empty name is the assembly's own folder.</summary>
public sealed class FolderOrderTests
{
    // What lies in src/Shared is compiled into whoever uses it.
    private static readonly string[] Shared = ["Remanence.Diagnostics", "Remanence.Json"];

    private static readonly Dictionary<string, string[]> Orders = new(StringComparer.Ordinal)
    {
        ["Remanence.Text"] = ["Folding", "Tokens", "Time.Calendar", "Time.Patterns", "Time.Reading", "Time.English", "Time.Chinese", "Time"],
        ["Remanence.Models"] = ["Reranking", "Profiles", "Calls", "Usage", "Caching", "Endpoints", "Prompts", "Structured", "BuiltIn", ""],
        ["Remanence.Flows"] = ["Slots", "", "Expressions", "Operators", "Interceptors", "Running", "Checking", "Rendering", "Revisions", "Catalogue"],
        ["Remanence.OpenAI"] = ["Requests", "Chat", "Embeddings", "Reranking", "Speech", ""],
        ["Remanence.Anthropic"] = [""],
        ["Remanence.Client"] = [""],
        ["Remanence.Sqlite"] = [""],
    };

    // Their folders still use one another both ways. What is mended moves up; what is new is ordered from its first day.
    private static readonly string[] Unordered =
    [
        "Remanence", "Remanence.Abstractions", "Remanence.Cli", "Remanence.Configuration", "Remanence.Evaluation", "Remanence.Hosting", "Remanence.Mcp", "Remanence.Server",
    ];

    public static TheoryData<string> Assemblies() => [.. Orders.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_folder_uses_only_what_stands_before_it(string assembly)
    {
        var graph = FolderGraph.Of(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        string[] order = [.. Shared, .. Orders[assembly].Select(folder => folder.Length == 0 ? assembly : $"{assembly}.{folder}")];
        graph.Folders.ShouldBeSubsetOf(order);
        foreach (var folder in graph.Folders)
        {
            foreach (var (used, pairs) in graph.Uses(folder))
            {
                Array.IndexOf(order, used).ShouldBeLessThan(Array.IndexOf(order, folder), $"{folder} stands below {used}, and uses it: {string.Join(", ", pairs)}");
            }
        }
    }

    [Fact]
    public void Every_assembly_is_looked_at() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)!)
            .ShouldBe(Orders.Keys.Concat(Unordered), ignoreOrder: true);
}
