using Mono.Cecil;

namespace Remanence.Architecture.Tests;

/// <summary>
/// Which namespace of an assembly uses which, by what its types say and do: bases, members, attributes, generic arguments and every instruction. Constants are
/// the one thing that the compiler leaves no trace of.
/// </summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<string, Dictionary<string, SortedSet<string>>> _uses = new(StringComparer.Ordinal);

    private FolderGraph()
    {
    }

    /// <summary>The namespaces that have types, by name.</summary>
    public IReadOnlyCollection<string> Folders => _uses.Keys;

    /// <summary>Reads an assembly's file.</summary>
    public static FolderGraph Of(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        var graph = new FolderGraph();
        var types = module.Types.Where(IsOurs).ToList();
        foreach (var folder in types.Select(type => type.Namespace))
        {
            graph._uses.TryAdd(folder, new(StringComparer.Ordinal));
        }

        foreach (var type in types)
        {
            foreach (var used in TypeUses.Of(type).Where(used => used.Scope is ModuleDefinition))
            {
                graph.Add(type, used);
            }
        }

        return graph;
    }

    /// <summary>What one namespace uses of the others, as "type -> type", by namespace.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Uses(string folder) => _uses[folder];

    // Extension methods stand in the namespace of what they extend; what compilers generate is never public.
    private static bool IsOurs(TypeDefinition type) =>
        type.Namespace.StartsWith("Remanence", StringComparison.Ordinal) || (type.IsPublic && type.Namespace.Length > 0);

    private void Add(TypeReference user, TypeReference used)
    {
        while (used.DeclaringType is { } outer)
        {
            used = outer;
        }

        if (used.Namespace == user.Namespace || !_uses.ContainsKey(used.Namespace))
        {
            return;
        }

        var uses = _uses[user.Namespace];
        if (!uses.TryGetValue(used.Namespace, out var pairs))
        {
            uses.Add(used.Namespace, pairs = new(StringComparer.Ordinal));
        }

        pairs.Add($"{user.Name} -> {used.Name}");
    }
}
