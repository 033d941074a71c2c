using Remanence.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Remanence.Models.Prompts;

/// <summary>Reads a YAML file of prompts, each text with its place.</summary>
internal static class PromptFile
{
    public static Dictionary<string, PromptTemplate> Read(string yaml, string origin)
    {
        var templates = new Dictionary<string, PromptTemplate>(StringComparer.Ordinal);
        foreach (var (keyNode, value) in Root(yaml, origin).Children)
        {
            var line = (int)keyNode.Start.Line;
            if (keyNode is not YamlScalarNode { Value: { Length: > 0 } key })
            {
                throw new PromptException(origin, line, "a key must be plain text.");
            }

            if (value is not YamlScalarNode { Value: { } text } scalar)
            {
                throw new PromptException(origin, line, $"{Printable.Show(key)} must be a text; write it below \"{key}: |\", indented.");
            }

            // A literal block begins below its key; every other style may fold lines, and is known by its first.
            var literal = scalar.Style == ScalarStyle.Literal;
            templates[key] = PromptTemplate.Parse(origin, line, (int)value.Start.Line + (literal ? 1 : 0), literal, text);
        }

        return templates;
    }

    private static YamlMappingNode Root(string yaml, string origin)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents switch
            {
                [] or [{ RootNode: YamlScalarNode { Value: null or "" } }] => [],
                [{ RootNode: YamlMappingNode mapping }] => mapping,
                _ => throw new PromptException(
                    origin,
                    null,
                    "the file must be one map from key to text, such as \"extract: |\" with the text below it, indented."),
            };
        }
        catch (YamlException exception)
        {
            throw new PromptException(origin, (int)exception.Start.Line, $"not valid YAML: {Printable.Line(exception.Message)}", exception);
        }
    }
}
