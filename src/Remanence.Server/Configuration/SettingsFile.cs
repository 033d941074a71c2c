using System.Text;
using Remanence.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Remanence.Server.Configuration;

/// <summary>Reads a YAML file into dotted names, nested or written with dots, each with its line.</summary>
internal static class SettingsFile
{
    private const int MaxLength = 1_000_000;
    private const int MaxDepth = 8;

    public static IEnumerable<(string Name, SettingOrigin Value)> Read(string path, string shownAs)
    {
        var root = Parse(path, shownAs);
        var values = new List<(string, SettingOrigin)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (root is YamlMappingNode mapping)
        {
            Flatten(mapping, string.Empty, shownAs, values, seen, depth: 0);
        }
        else if (root is not null)
        {
            throw At(shownAs, root, null, "the file must hold names and values, such as \"http:\" with \"  port: 8002\" below it.");
        }

        return values;
    }

    private static YamlNode? Parse(string path, string shownAs)
    {
        try
        {
            if (new FileInfo(path).Length > MaxLength)
            {
                throw new SettingsException($"{shownAs}: the file is larger than {MaxLength} bytes; is it a settings file?", file: shownAs);
            }

            using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents.Count switch
            {
                0 => null,
                1 => stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" } ? null : stream.Documents[0].RootNode,
                _ => throw new SettingsException($"{shownAs}: the file holds several YAML documents; keep one.", file: shownAs),
            };
        }
        catch (YamlException exception)
        {
            var line = (int)exception.Start.Line;
            throw new SettingsException($"{shownAs} line {line}: not valid YAML: {Printable.Line(exception.Message)}", null, shownAs, line, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new SettingsException(
                $"{shownAs}: cannot be read ({Printable.Line(exception.Message)}); name a readable UTF-8 file with config=FILE.", file: shownAs, innerException: exception);
        }
    }

    private static void Flatten(
        YamlMappingNode mapping, string prefix, string file, List<(string Name, SettingOrigin Value)> values, HashSet<string> seen, int depth)
    {
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { Length: > 0 } part })
            {
                throw At(file, key, null, "a name must be plain text.");
            }

            var name = prefix + part;
            switch (value)
            {
                case YamlMappingNode nested when depth < MaxDepth:
                    Flatten(nested, name + ".", file, values, seen, depth + 1);
                    break;
                case YamlScalarNode scalar:
                    Add(name, scalar.Value ?? string.Empty, key);
                    break;
                case YamlSequenceNode sequence when sequence.Children.All(item => item is YamlScalarNode):
                    Add(name, string.Join(',', sequence.Children.Select(item => ((YamlScalarNode)item).Value)), key);
                    break;
                default:
                    throw At(file, value, name, "must be a single value or a list of values.");
            }
        }

        void Add(string name, string value, YamlNode at)
        {
            if (!seen.Add(name))
            {
                throw At(file, at, name, "is set twice; keep one.");
            }

            var line = (int)at.Start.Line;
            values.Add((name, new SettingOrigin(value, $"{file} line {line}", file, line)));
        }
    }

    private static SettingsException At(string file, YamlNode node, string? name, string what)
    {
        var line = (int)node.Start.Line;
        return new SettingsException($"{file} line {line}: {(name is null ? string.Empty : Printable.Line(name) + " ")}{what}", name, file, line);
    }
}
