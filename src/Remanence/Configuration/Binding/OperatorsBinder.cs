using Remanence.Configuration.Tree;
using Remanence.Diagnostics;
using Remanence.Flows;

namespace Remanence.Configuration.Binding;

/// <summary>What stands below <c>op</c>.</summary>
internal sealed class OperatorsBinder(SectionReader root, string workingFolder, string? language, FaultList faults)
{
    private const int MaxAttempts = 100;

    public IReadOnlyList<OperatorConfiguration> Bind() => [.. root.Below(KnownKeys.Operator, "an operator").Select(entry => Bind(entry.Name, entry.Section))];

    private OperatorConfiguration Bind(string name, SectionReader section)
    {
        var parameters = section.Members("params");
        var configuration = new OperatorConfiguration
        {
            Name = name,
            Backend = section.Text("backend"),
            Language = section.Has("language") ? Languages.Read(section, "language") : language,
            MaxAttempts = section.Integer("max_retries", 1, 1, MaxAttempts),
            RaiseException = section.Flag("raise_exception", absent: true),
            Timeout = section.Seconds("timeout_s"),
            PromptPath = PromptPath(section),
            Llm = Named(section, KnownKeys.Chat),
            EmbeddingModel = Named(section, KnownKeys.Embedding),
            VectorStore = Named(section, KnownKeys.VectorStore),
            Parameters = parameters.ToDictionary(entry => entry.Key, entry => NodeJson.ToJson(entry.Value), StringComparer.Ordinal),
            ParameterOrigins = parameters.ToDictionary(entry => entry.Key, entry => entry.Value.Origin.Where, StringComparer.Ordinal),
            Origin = section.Map.Origin.Where,
        };
        section.RefuseOthers();
        return configuration;
    }

    /// <summary>A name below another section; <c>default</c> need not stand there.</summary>
    private string Named(SectionReader section, string kind)
    {
        const string standard = "default";
        var name = section.Text(kind) ?? standard;
        if (name != standard && section.Find(kind) is { } node)
        {
            References.Check(node, name, kind, root.Find(kind)?.Children.Keys ?? [], faults);
        }

        return name;
    }

    private string? PromptPath(SectionReader section)
    {
        if (section.Text("prompt_path") is not { } path || section.Find("prompt_path") is not { } node)
        {
            return null;
        }

        string?[] folders = [node.Origin.Folder, workingFolder];
        var found = folders.OfType<string>().Select(folder => Path.GetFullPath(path, folder)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            faults.Add(node.Origin, node.Path, $"{Printable.Line(node.Path)} names {Secrets.Show(node)}, and there is no such file.");
        }

        return found;
    }
}
