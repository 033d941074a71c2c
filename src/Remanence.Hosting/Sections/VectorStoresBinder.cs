using Remanence.Configuration;
using Remanence.Configuration.Tree;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>vector_store</c>: everything that ReMe takes, and of its backends those that the store of Remanence can stand for.</summary>
internal static class VectorStoresBinder
{
    private const string Default = "default";
    private const string Local = "local";
    private const string Memory = "memory";

    // What ReMe's older guides call local.
    private const string LocalFile = "local_file";

    // ReMe's own: known, so that what they need is said.
    private static readonly string[] Servers = ["elasticsearch", "qdrant", "chroma"];

    // What ReMe's stores take; what a SQLite file has no use for is not refused.
    private static readonly string[] Tunables = ["store_dir", "batch_size", "hosts", "basic_auth", "url", "host", "port", "api_key", "distance"];

    private static readonly Setting<string?> Backend = Settings.OptionalText(
        "backend",
        "memory or local, for which the SQLite store stands; other backends are refused.");

    // A name that no model has is ReMe's own default, for which the built-in embedder stands.
    private static readonly Setting<string?> Embedding = Settings.OptionalText(
        "embedding_model",
        "The embedder for search where search.embedding_model names none; of the store called default, and default without.");
    private static readonly Setting<IReadOnlyDictionary<string, ConfigurationNode>> Parameters = Settings.Members(
        "params",
        "store_dir is the folder whose files are taken over; ReMe's others are read and not used.");

    public static SettingSection Section { get; } = new("vector_store", "a store", Backend, Embedding, Parameters);

    public static IReadOnlyList<VectorStoreProfile> Bind(SettingReader root) => [.. root.Entries(Section).Select(entry => Bind(entry.Name, entry.Entry, root))];

    private static VectorStoreProfile Bind(string name, SettingReader section, SettingReader root)
    {
        var backend = BackendOf(section);
        var parameters = section.Get(Parameters);
        foreach (var (_, node) in parameters.Where(parameter => !Tunables.Contains(parameter.Key, StringComparer.Ordinal)))
        {
            section.RefuseName(node, Tunables);
        }

        section.CheckReference(Embedding, ModelsBinder.Embedding, root.Names(ModelsBinder.Embedding), Default);
        return new VectorStoreProfile
        {
            Name = name,
            Backend = backend,
            EmbeddingModel = section.Get(Embedding),
            Folder = backend == Local ? Folder(section, parameters) : null,
        };
    }

    private static string BackendOf(SettingReader section)
    {
        var backend = section.Get(Backend) is { } said ? said == LocalFile ? Local : said : Memory;
        if (backend is Local or Memory || section.Find(Backend) is not { } node)
        {
            return backend;
        }

        if (Servers.Contains(backend, StringComparer.Ordinal))
        {
            section.RefuseValue(Backend, $"cannot be used: this version keeps memories in a SQLite file below data.path; set it to {Local}, or leave it out.");
        }
        else
        {
            section.Wrong(node, $"must be {Memory} or {Local}");
        }

        return Memory;
    }

    private static string Folder(SettingReader section, IReadOnlyDictionary<string, ConfigurationNode> parameters)
    {
        if (!parameters.TryGetValue("store_dir", out var node) || node.IsNull || node is { Kind: NodeKind.Value, Text.Length: 0 })
        {
            return VectorStoreProfile.DefaultFolder;
        }

        if (node.Kind != NodeKind.Value || node.Text.Contains('\0', StringComparison.Ordinal))
        {
            section.Wrong(node, "must be a folder");
            return VectorStoreProfile.DefaultFolder;
        }

        return node.Text;
    }
}
