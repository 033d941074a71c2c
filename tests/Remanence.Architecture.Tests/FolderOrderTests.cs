namespace Remanence.Architecture.Tests;

/// <summary>
/// Inside an assembly folders have a direction, too: each may use those that stand before it, and no others. The empty name is the assembly's own folder.
/// </summary>
public sealed class FolderOrderTests
{
    // What lies in src/Shared is compiled into whoever uses it.
    private static readonly string[] Shared = ["Remanence.Diagnostics", "Remanence.Json", "Remanence.Retrieval"];

    private static readonly Dictionary<string, string[]> Orders = new(StringComparer.Ordinal)
    {
        ["Remanence.Abstractions"] =
        [
            "", "Memories", "Messages", "Resources", "Categories", "Jobs", "Embeddings", "Models", "Models.Usage", "Stores.Blobs", "Stores.Filters",
            "Stores.History", "Stores.Reads", "Stores", "Stores.Changes", "Search", "Json", "Services", "Services.Rules", "Transfer", "Wire",
            "DependencyInjection",
        ],
        ["Remanence.Text"] =
        [
            "Folding", "Tokens", "Time.Calendar", "Time.Verbs", "Time.Patterns", "Time.Reading", "Time.English", "Time.Chinese", "Time.Speech", "Time",
        ],
        ["Remanence.Models"] = ["Reranking", "Profiles", "Calls", "Usage", "Caching", "Endpoints", "Prompts", "Structured", "BuiltIn", ""],
        ["Remanence.Flows"] = ["Slots", "", "Expressions", "Operators", "Interceptors", "Running", "Checking", "Rendering", "Revisions", "Catalogue"],
        ["Remanence.Core"] =
        [
            "Stores.Blobs", "Stores.InMemory", "Stores", "Commits", "Jobs", "Events", "Events.Webhooks", "Privacy.Detection", "Privacy.Directives",
            "Privacy.Forgotten", "Privacy", "Search.Lexical",
            "Search.Vectors", "Search", "Search.Filters", "Search.Ranking", "Search.Engine", "Search.Sources", "Embeddings", "Retrieval",
            "Ingest.Times", "Editing", "Ingest.Consolidation", "Ingest", "Transfer", "",
        ],
        ["Remanence.Learning"] =
        [
            "Operators", "Tools", "Tools.Web", "TaskMemory.Trajectories", "TaskMemory.Usage", "TaskMemory.Tools", "TaskMemory.Deduplication",
            "TaskMemory.Experience",
            "TaskMemory.Lessons", "TaskMemory.Plans", "TaskMemory.MockSearch", "TaskMemory.Operators", "TaskMemory.React", "TaskMemory", "PersonalMemory.Facts",
            "PersonalMemory.Facts.Rules.Chinese", "PersonalMemory.Facts.Rules.English", "PersonalMemory.Facts.Rules", "PersonalMemory.Reconciliation",
            "PersonalMemory",
            "PersonalMemory.Reflection", "PersonalMemory.Replies", "PersonalMemory.Operators", "PersonalMemory.Consolidation", "PersonalMemory.Profiles",
            "PersonalMemory.Work", "",
        ],
        ["Remanence"] = ["", "DependencyInjection"],
        ["Remanence.Agents"] = ["Chat"],
        ["Remanence.Compat.ReMe"] = ["Library", "Answers", "MemoryScope", "Routes"],
        ["Remanence.Http"] = [""],
        ["Remanence.Configuration"] = ["Tree", "Faults", "Yaml", "Sources", ""],
        ["Remanence.Hosting"] = ["Sections", ""],
        ["Remanence.Mcp"] = ["Errors", "Rendering", "Schemas", "Resources", "Tools", "Tools.Memories", "Tools.Flows", "Prompts", "External", ""],
        ["Remanence.Cli"] =
        [
            "Errors", "Terminal", "Options", "Connections", "Invocation", "Doctor", "Output", "Conversations.Shapes", "Conversations", "Transfer", "Chat",
            "Mcp", "Commands", "Commands.Eval", "Commands.Jobs", "",
        ],
        ["Remanence.Evaluation"] =
        [
            "", "Statistics", "Retrieval", "Times", "PassK", "Facts", "FrozenLake.Simulation", "FrozenLake.Protocol", "FrozenLake.Service",
            "FrozenLake.Players.Experience", "FrozenLake.Players",
            "FrozenLake.Experiment", "Library",
        ],
        ["Remanence.OpenAI"] = ["Requests", "Chat", "Embeddings", "Reranking", "Speech", ""],
        ["Remanence.Anthropic"] = [""],
        ["Remanence.Client"] = [""],
        ["Remanence.Sqlite"] = ["Files", "Database", "Values", "Schema", "Rows", "Vectors", "Queries", "Erasing", "Writing", "", "Repair"],
        ["Remanence.Server"] = ["Telemetry", "Wire", "Http", "Problems", "Health", "Mcp", "Native", "OpenApi", ""],
    };

    public static TheoryData<string> Assemblies() => [.. Orders.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_folder_uses_only_what_stands_before_it(string assembly)
    {
        var graph = FolderGraph.Of(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        var root = RootNamespaces.Of(assembly);
        string[] own = [.. Orders[assembly].Select(folder => folder.Length == 0 ? root : $"{root}.{folder}")];
        string[] extensions = [.. graph.Folders.Where(folder => folder.StartsWith("Microsoft.", StringComparison.Ordinal))];
        string[] order = [.. Shared.Except(own, StringComparer.Ordinal), .. own, .. extensions];
        graph.Folders.ShouldBeSubsetOf(order);
        foreach (var folder in graph.Folders)
        {
            foreach (var (used, pairs) in graph.Uses(folder))
            {
                Array
                    .IndexOf(order, used)
                    .ShouldBeLessThan(Array.IndexOf(order, folder), $"{folder} stands below {used}, and uses it: {string.Join(", ", pairs)}");
            }
        }
    }

    [Fact]
    public void Every_assembly_is_looked_at() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .ShouldBe(Orders.Keys, ignoreOrder: true);
}
