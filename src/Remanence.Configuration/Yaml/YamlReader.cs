using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Remanence.Configuration.Yaml;

/// <summary>Reads YAML into a tree. Depth and size are bounded, however the file is made and whatever its aliases repeat.</summary>
internal sealed class YamlReader
{
    private const int MaxNodes = 20_000;
    private const string CoreTag = "tag:yaml.org,2002:";

    private readonly Dictionary<AnchorName, ConfigurationNode> _anchors = [];
    private readonly Parser _parser;
    private readonly string _file;
    private readonly string? _folder;
    private readonly FaultList _faults;
    private int _nodes;

    private YamlReader(string text, string file, string? folder, FaultList faults)
    {
        _parser = new Parser(new StringReader(text));
        _file = file;
        _folder = folder;
        _faults = faults;
    }

    /// <summary>The tree of a file; null when it holds nothing, or cannot be understood, and then a fault was added.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">What messages call the file.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    public static ConfigurationNode? Read(string text, string file, string? folder, FaultList faults)
    {
        try
        {
            return new YamlReader(text, file, folder, faults).ReadDocument();
        }
        catch (YamlException exception)
        {
            faults.Add(
                YamlFile.Fault(
                    file,
                    Line(exception.Start),
                    exception is YamlLimitException ? exception.Message : $"not valid YAML: {Printable.Line(exception.Message)}"));
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The scanner gives up in these ways on some of what is not YAML; it does not say where.
            faults.Add(YamlFile.Fault(file, null, $"not valid YAML: {Printable.Line(exception.Message)}"));
            return null;
        }
    }

    private static int Line(Mark mark) => (int)mark.Line;

    private ConfigurationNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var start = _parser.Current!.Start;
        var root = ReadNode(string.Empty, null, depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out _))
        {
            _faults.Add(YamlFile.Fault(_file, null, "the file holds several YAML documents; keep one."));
        }

        if (root is { Kind: NodeKind.Map } or { Kind: NodeKind.Value, IsNull: true })
        {
            return root.Kind == NodeKind.Map ? root : null;
        }

        _faults.Add(YamlFile.Fault(_file, Line(start), "the file must hold names and values, such as \"http:\" with \"  port: 8002\" below it."));
        return null;
    }

    private ConfigurationNode ReadNode(string path, ConfigurationOrigin? key, int depth)
    {
        var at = _parser.Current!.Start;
        if (++_nodes > MaxNodes || depth > KeyNames.MaxNesting)
        {
            throw new YamlLimitException(at, depth > KeyNames.MaxNesting ? "the file nests too deeply." : $"the file holds more than {MaxNodes} values.");
        }

        var origin = key ?? At(at);
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var anchored)
                ? Repeat(anchored, path, origin, at, depth)
                : throw new YamlException(at, at, $"nothing above is called &{alias.Value}.");
        }

        // "-  :" makes the parser end a map where a value should begin.
        if (_parser.Current is not NodeEvent start)
        {
            throw new YamlException(at, at, "a value is missing here.");
        }

        var node = start switch
        {
            Scalar => ReadScalar(path, origin),
            SequenceStart => ReadList(path, origin, depth),
            _ => ReadMap(path, origin, depth),
        };
        if (!start.Tag.IsEmpty && start.Tag.Value != "!" && !start.Tag.Value.StartsWith(CoreTag, StringComparison.Ordinal))
        {
            _faults.Add(origin, path, $"{Printable.Line(path)} has the tag {Printable.Show(start.Tag.Value)}, which means nothing here; leave it out.");
        }

        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = node;
        }

        return node;
    }

    private ConfigurationNode ReadScalar(string path, ConfigurationOrigin origin)
    {
        var scalar = _parser.Consume<Scalar>();
        var isText = scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value is "!" or CoreTag + "str");
        return ConfigurationNode.Value(path, origin, scalar.Value, isText ? ScalarForm.Text : ScalarForm.Yaml);
    }

    private ConfigurationNode ReadList(string path, ConfigurationOrigin origin, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<ConfigurationNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode($"{path}[{items.Count}]", null, depth + 1));
        }

        return ConfigurationNode.List(path, origin, items);
    }

    private ConfigurationNode ReadMap(string path, ConfigurationOrigin origin, int depth)
    {
        _parser.Consume<MappingStart>();
        var map = new MapBuilder(path, origin);
        var merged = ConfigurationMerge.Empty;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var start = _parser.Current!.Start;
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw new YamlLimitException(start, "a name must be plain text.");
            }

            var at = At(start);
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                merged = MergeUnder(merged, ReadNode(path, at, depth + 1), at, start, depth);
                continue;
            }

            // What cannot be a name is read all the same, so that what follows it is.
            var names = KeyNames.Split(key.Value);
            var value = ReadNode(ConfigurationNode.Join(path, key.Value), at, depth + 1);
            if (names is null)
            {
                _faults.Add(at, path, KeyNames.Wrong(key.Value));
            }
            else if (map.Add(names, value) is { } taken)
            {
                _faults.Add(taken.Origin, taken.Path, KeyNames.Twice(taken.Path));
            }
        }

        return ConfigurationMerge.Merge(merged, map.Build());
    }

    // "<<: *base" lays a map, or several, the first winning, under this one.
    private ConfigurationNode MergeUnder(ConfigurationNode merged, ConfigurationNode value, ConfigurationOrigin at, Mark mark, int depth)
    {
        foreach (var map in value.Kind == NodeKind.List ? value.Items : [value])
        {
            if (map.Kind != NodeKind.Map)
            {
                _faults.Add(at, value.Path, "\"<<\" must be followed by a map, such as *name of one above.");
                return merged;
            }

            merged = ConfigurationMerge.Merge(Repeat(map, value.Path, map.Origin, mark, depth), merged);
        }

        return merged;
    }

    private ConfigurationNode Repeat(ConfigurationNode node, string path, ConfigurationOrigin origin, Mark at, int depth)
    {
        if (++_nodes > MaxNodes || depth > KeyNames.MaxNesting)
        {
            throw new YamlLimitException(
                at,
                depth > KeyNames.MaxNesting ? "the file's aliases nest too deeply." : $"the file's aliases make more than {MaxNodes} values.");
        }

        return node.Kind switch
        {
            NodeKind.Map => ConfigurationNode.Map(
                path,
                origin,
                new OrderedDictionary<string, ConfigurationNode>(
                    node.Children.Select(child =>
                        KeyValuePair.Create(child.Key, Repeat(child.Value, ConfigurationNode.Join(path, child.Key), child.Value.Origin, at, depth + 1))),
                    StringComparer.Ordinal)),
            NodeKind.List => ConfigurationNode.List(
                path,
                origin,
                [.. node.Items.Select((item, i) => Repeat(item, $"{path}[{i}]", item.Origin, at, depth + 1))]),
            _ => ConfigurationNode.Value(path, origin, node.Text, node.Form),
        };
    }

    private ConfigurationOrigin At(Mark mark) => new($"{_file} line {Line(mark)}", _file, Line(mark), _folder);
}
