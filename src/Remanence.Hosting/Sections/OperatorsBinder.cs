using Remanence.Configuration;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Models.Prompts;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>op</c>.</summary>
internal sealed class OperatorsBinder(ConfigurationTree tree, string? language)
{
    private const string Default = "default";

    private static readonly Setting<string?> Backend = Settings.OptionalText("backend", "The registered operator; the one of the same name without.");
    private static readonly Setting<string?> Language = PromptLanguageSetting.Setting("language", "The language of its prompts; language without.");
    private static readonly Setting<int> MaxRetries = Settings.WholeNumber("max_retries", 1, 1, 100, "Attempts in all, as in ReMe.");
    private static readonly Setting<bool> RaiseException = Settings.Flag("raise_exception", true, "Whether its failure fails the flow.");
    private static readonly Setting<TimeSpan?> Timeout = Settings.Seconds("timeout_s", null, "How long one attempt may take; as long as it takes without.");
    private static readonly Setting<string?> PromptPath = Settings.OptionalText(
        "prompt_path",
        "A file whose prompts replace its own; beside the file that names it, then in the working folder.");
    private static readonly Setting<string?> Chat = Settings.OptionalText(
        ModelsBinder.Chat.Name,
        "The chat model that it uses, a name below llm; default without.");
    private static readonly Setting<string?> Embedding = Settings.OptionalText(
        ModelsBinder.Embedding.Name,
        "The embedder that it uses, a name below embedding_model; default without.");
    private static readonly Setting<string?> Store = Settings.OptionalText(
        VectorStoresBinder.Section.Name,
        "The store that it uses, a name below vector_store; default without.");
    private static readonly Setting<IReadOnlyDictionary<string, ConfigurationNode>> Parameters = Settings.Members("params", "Its tunables.");

    public static SettingSection Section { get; } =
        new("op", "an operator", Backend, Language, MaxRetries, RaiseException, Timeout, PromptPath, Chat, Embedding, Store, Parameters);

    private readonly SettingReader _root = tree.Root;

    /// <summary>The operators. To be read before the models, some of which are only there because an operator names them.</summary>
    public IReadOnlyList<OperatorConfiguration> Bind() => [.. _root.Entries(Section).Select(entry => Bind(entry.Name, entry.Entry))];

    private OperatorConfiguration Bind(string name, SettingReader section)
    {
        var parameters = section.Get(Parameters);
        return new OperatorConfiguration
        {
            Name = name,
            Backend = section.Get(Backend),
            Language = section.Has(Language) ? section.Get(Language) : language,
            MaxAttempts = section.Get(MaxRetries),
            RaiseException = section.Get(RaiseException),
            Timeout = section.Get(Timeout),
            PromptPath = Prompts(section),
            Llm = ChatModel(section),
            EmbeddingModel = Named(section, Embedding, ModelsBinder.Embedding),
            VectorStore = Named(section, Store, VectorStoresBinder.Section),
            Parameters = parameters.ToDictionary(entry => entry.Key, entry => entry.Value.ToJson(), StringComparer.Ordinal),
            ParameterOrigins = parameters.ToDictionary(entry => entry.Key, entry => entry.Value.Origin.Where, StringComparer.Ordinal),
            Origin = section.Origin.Where,
        };
    }

    private string ChatModel(SettingReader section)
    {
        if (section.Find(Chat) is not { } named || !ReMeModels.Has(named.Text) || _root.Names(ModelsBinder.Chat).Contains(named.Text, StringComparer.Ordinal))
        {
            return Named(section, Chat, ModelsBinder.Chat);
        }

        if (ReMeModels.TryImply(tree, named))
        {
            return named.Text;
        }

        section.Warn(
            named,
            $"names {SettingReader.Show(named)} of ReMe's own configuration, for which FLOW_LLM_BASE_URL and FLOW_LLM_API_KEY name no endpoint; "
            + $"llm.default stands for it.");
        return Default;
    }

    /// <summary>A name below another section; <c>default</c> need not stand there.</summary>
    private string Named(SettingReader section, Setting<string?> setting, SettingSection kind)
    {
        section.CheckReference(setting, kind, _root.Names(kind), Default);
        return section.Get(setting) ?? Default;
    }

    private string? Prompts(SettingReader section)
    {
        if (section.Get(PromptPath) is not { } path || section.Find(PromptPath) is not { } node)
        {
            return null;
        }

        string?[] folders = [node.Origin.Folder, tree.WorkingFolder];
        var found = folders.OfType<string>().Select(folder => Path.GetFullPath(path, folder)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            section.Refuse(node, $"names {SettingReader.Show(node)}, and there is no such file.");
            return null;
        }

        // Also where no flow has the operator: nobody would be told otherwise.
        try
        {
            PromptLibrary.Read(found);
        }
        catch (PromptException exception)
        {
            section.Refuse(node, $"cannot be used: {Printable.Line(exception.Message)}");
            return null;
        }

        return found;
    }
}
