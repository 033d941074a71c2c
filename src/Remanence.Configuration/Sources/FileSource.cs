using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;
using Remanence.Configuration.Yaml;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Sources;

/// <summary>The chosen file over what it imports, and that over what it imports in turn. Each file is read once.</summary>
internal sealed class FileSource(string workingFolder, Placeholders placeholders, FaultList faults)
{
    public const string DefaultFile = "remanence.yaml";

    /// <summary>The setting that names what a file imports.</summary>
    public const string Import = "import_config";

    private const int MaxFiles = 64;
    private const string Extension = ".yaml";

    private readonly Dictionary<string, ConfigurationNode> _read = new(StringComparer.Ordinal);

    /// <summary>The chosen file's tree.</summary>
    /// <param name="name">The file: found as it is, with .yaml behind it, or as a path.</param>
    /// <param name="imports">An <c>import_config</c> from elsewhere, which replaces that of the file.</param>
    public ConfigurationNode Read(string? name, ConfigurationNode? imports)
    {
        var tree = name is null ? ConfigurationMerge.Empty : ReadFile(Locate(name, [workingFolder]), name, null, [], imports is null);
        return imports is null ? tree : ConfigurationMerge.Merge(ReadImports(imports, []), tree);
    }

    private static string Locate(string name, IEnumerable<string> folders)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            return name;
        }

        var candidates = folders.Select(folder => Path.GetFullPath(name, folder)).ToList();
        return candidates.Find(File.Exists)
            ?? candidates.ConvertAll(path => path + Extension).Find(File.Exists)

            // A pipe or a device is no file in this sense, and what is not there is told by its own name.
            ?? candidates[0];
    }

    private ConfigurationNode ReadFile(string path, string shownAs, ConfigurationOrigin? namedBy, IReadOnlyList<string> chain, bool withImports = true)
    {
        if (_read.TryGetValue(path, out var known))
        {
            return known;
        }

        if (_read.Count >= MaxFiles)
        {
            faults.Add(namedBy ?? ConfigurationOrigin.Default, Import, $"more than {MaxFiles} files are imported; put some of them together.");
            return ConfigurationMerge.Empty;
        }

        // Counted before its imports are, and seen as a cycle by them.
        var tree = ConfigurationMerge.Empty;
        if (YamlFile.ReadText(path, shownAs, namedBy, faults) is { } text && YamlReader.Read(text, shownAs, Path.GetDirectoryName(path), faults) is { } own)
        {
            tree = own;
            if (withImports && own.Children.TryGetValue(Import, out var imports))
            {
                tree = ConfigurationMerge.Merge(ReadImports(imports, [.. chain, path]), own);
            }
        }

        return _read[path] = tree;
    }

    private ConfigurationNode ReadImports(ConfigurationNode imports, IReadOnlyList<string> chain)
    {
        var tree = ConfigurationMerge.Empty;
        foreach (var name in Names(imports))
        {
            string[] folders = imports.Origin.Folder is { } beside ? [beside, workingFolder] : [workingFolder];
            var path = Locate(name, folders);
            if (chain.Contains(path, StringComparer.Ordinal))
            {
                var cycle = chain.SkipWhile(file => file != path).Append(path).Select(Shown);
                faults.Add(imports.Origin, Import, $"{Import} goes round in a circle: {Printable.Line(string.Join(" → ", cycle))}; take one of them out.");
                continue;
            }

            tree = ConfigurationMerge.Merge(tree, ReadFile(path, Shown(path), imports.Origin, chain));
        }

        return tree;
    }

    private IEnumerable<string> Names(ConfigurationNode imports)
    {
        if (imports.IsNull)
        {
            return [];
        }

        var filled = placeholders.Fill(imports);
        if (filled.Kind == NodeKind.Map || filled.Items.Any(item => item.Kind != NodeKind.Value))
        {
            faults.Add(imports.Origin, Import, $"{Import} must be a file's name, or a list of names.");
            return [];
        }

        return filled.Kind == NodeKind.List
            ? filled.Items.Select(item => item.Text).Where(name => name.Length > 0)
            : filled.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private string Shown(string path)
    {
        var relative = Path.GetRelativePath(workingFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
