using Remanence.Configuration;
using Remanence.Configuration.Tree;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>model</c> in MemoryScope's file, as entries of <c>llm</c>, <c>embedding_model</c> and <c>rerank_model</c>.</summary>
internal static class MemoryScopeModels
{
    public const string Default = "default";

    // What MemoryScope's own classes take; a request has no such fields.
    private static readonly string[] OfClasses =
        ["class", "module_name", "model_name", "retry_interval", "kwargs_filter", "raise_exception", "top_n", "user_defined"];

    /// <summary>The name of a model here.</summary>
    public static string NameOf(string name) => name is "generation_model" or "embedding_model" or "rank_model" ? Default : name;

    public static void Entry(SettingTranslation said, string name, ConfigurationNode model)
    {
        var of = model.Children.GetValueOrDefault("class")?.Text is { Length: > 0 } type ? type : name;
        var section = of.Contains("embedding", StringComparison.Ordinal) ? ModelsBinder.Embedding
            : of.Contains("rank", StringComparison.Ordinal) ? ModelsBinder.Rerank
            : ModelsBinder.Chat;
        var entry = $"{section.Name}.{NameOf(name)}";
        if (model.Children.GetValueOrDefault("module_name") is { IsNull: false } module)
        {
            if (module.Text.StartsWith("dummy", StringComparison.Ordinal))
            {
                said.Warn(module, "is no model; where none is configured, what is remembered answers.");
                return;
            }

            said.Say(entry + ".backend", module);
        }

        // Its classes ask for the model that the provider calls model, where both are said.
        if ((model.Children.GetValueOrDefault("model") ?? model.Children.GetValueOrDefault("model_name")) is { IsNull: false } called)
        {
            said.Say($"{entry}.{ModelsBinder.ModelName.Name}", called);
        }

        foreach (var (key, value) in model.Children)
        {
            Parameter(said, section.Name, NameOf(name), key, value);
        }
    }

    /// <summary>One of a model's values beside its name and backend.</summary>
    public static void Parameter(SettingTranslation said, string section, string name, string key, ConfigurationNode value)
    {
        var entry = $"{section}.{name}";
        switch (key)
        {
            case "model":
                said.Say($"{entry}.{ModelsBinder.ModelName.Name}", value);
                break;
            case "api_base":
                said.Say(entry + ".base_url", value);
                break;
            case "timeout":
                said.Say(entry + ".timeout_s", value);
                break;
            case "api_key" or "base_url" or "max_retries":
                said.Say($"{entry}.{key}", value);
                break;
            default:
                if (!OfClasses.Contains(key, StringComparer.Ordinal))
                {
                    said.Say($"{entry}.params.{key}", value);
                }

                break;
        }
    }
}
