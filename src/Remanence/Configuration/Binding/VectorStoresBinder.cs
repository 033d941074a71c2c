using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Binding;

/// <summary>What stands below <c>vector_store</c>: everything that ReMe takes, and of its backends those that the store of Remanence can stand for.</summary>
internal sealed class VectorStoresBinder(SectionReader root, FaultList faults)
{
    private const string Local = "local";
    private const string Memory = "memory";

    // ReMe's own: known, so that what they need is said.
    private static readonly string[] Servers = ["elasticsearch", "qdrant", "chroma"];

    // What ReMe's stores take; what a SQLite file has no use for is not refused.
    private static readonly string[] Tunables = ["store_dir", "batch_size", "hosts", "basic_auth", "url", "host", "port", "api_key", "distance"];

    public IReadOnlyList<VectorStoreProfile> Bind() => [.. root.Below(KnownKeys.VectorStore, "a store").Select(entry => Bind(entry.Name, entry.Section))];

    private VectorStoreProfile Bind(string name, SectionReader section)
    {
        var backend = Backend(section);
        var parameters = section.Members("params");
        foreach (var (key, node) in parameters.Where(parameter => !Tunables.Contains(parameter.Key, StringComparer.Ordinal)))
        {
            Unknown.Refuse(node, key, Tunables, faults);
        }

        var profile = new VectorStoreProfile
        {
            Name = name,
            Backend = backend,
            EmbeddingModel = EmbeddingModel(section),
            Folder = backend == Local ? Folder(parameters) : null,
        };
        section.RefuseOthers();
        return profile;
    }

    private string Backend(SectionReader section)
    {
        if (section.Text("backend") is not { } backend || section.Find("backend") is not { } node || backend is Local or Memory)
        {
            return section.Text("backend") ?? Memory;
        }

        if (Servers.Contains(backend, StringComparer.Ordinal))
        {
            faults.Add(
                node.Origin, node.Path, $"{Printable.Line(node.Path)}={backend} cannot be used: this version keeps memories in a SQLite file below data.path; set it to {Local}, or leave it out.");
        }
        else
        {
            section.Wrong<string>(node, $"must be {Memory} or {Local}");
        }

        return Memory;
    }

    // A name that no model has is ReMe's own default, for which the built-in embedder stands.
    private string? EmbeddingModel(SectionReader section)
    {
        const string standard = "default";
        var name = section.Text(KnownKeys.Embedding);
        if (name is not null && name != standard && section.Find(KnownKeys.Embedding) is { } node)
        {
            References.Check(node, name, KnownKeys.Embedding, root.Find(KnownKeys.Embedding)?.Children.Keys ?? [], faults);
        }

        return name;
    }

    private string Folder(IReadOnlyDictionary<string, ConfigurationNode> parameters)
    {
        if (!parameters.TryGetValue("store_dir", out var node) || node.IsNull || (node.Kind == NodeKind.Value && node.Text.Length == 0))
        {
            return VectorStoreProfile.DefaultFolder;
        }

        if (node.Kind != NodeKind.Value || node.Text.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(node.Origin, node.Path, $"{Printable.Line(node.Path)} must be a folder, not {Secrets.Show(node)}.");
            return VectorStoreProfile.DefaultFolder;
        }

        return node.Text;
    }
}
