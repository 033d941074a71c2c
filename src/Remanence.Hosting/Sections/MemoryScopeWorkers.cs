using Remanence.Configuration;
using Remanence.Configuration.Tree;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>worker</c> in MemoryScope's file, as entries of <c>op</c>.</summary>
internal static class MemoryScopeWorkers
{
    private static readonly string[] Known =
    [
        "set_query", "extract_time", "retrieve_obs_ins", "retrieve_top_memory", "retrieve_all_memory", "semantic_rank", "fuse_rerank", "print_memory",
        "read_message", "info_filter", "get_observation", "get_observation_with_time", "load_today_memory", "contra_repeat", "load_obs_and_insight",
        "get_reflection_subject", "update_insight", "long_contra_repeat",
    ];

    // Part of the operations themselves here, and nothing about them can be set.
    private static readonly string[] BuiltIn = ["store_memory", "add_memory", "delete_memory", "delete_all", "dummy", "dummy_worker"];

    private static readonly string[] NoParameters = ["class", "user_defined", "embedding_model", "rank_model", "prompt_dict"];

    public static void Entry(SettingTranslation said, string name, ConfigurationNode worker)
    {
        if (BuiltIn.Contains(name, StringComparer.Ordinal))
        {
            return;
        }

        if (!Known.Contains(name, StringComparer.Ordinal))
        {
            said.Warn(worker, "is a worker of your own, which is Python and does not run here; write it as an operator (docs/flows.md).");
            return;
        }

        Parameters(said, name, worker);
    }

    /// <summary>The parameters of a worker, and what else is said of it.</summary>
    public static void Parameters(SettingTranslation said, string name, ConfigurationNode worker)
    {
        if (BuiltIn.Contains(name, StringComparer.Ordinal))
        {
            return;
        }

        foreach (var (key, value) in worker.Children.Where(child => !child.Value.IsNull && !NoParameters.Contains(child.Key, StringComparer.Ordinal)))
        {
            switch (key)
            {
                case "generation_model":
                    said.Say($"op.{name}.llm", value, MemoryScopeModels.NameOf(value.Text));
                    break;
                case "prompt_file":
                    said.Say($"op.{name}.prompt_path", value);
                    break;
                case "raise_exception":
                    said.Say($"op.{name}.raise_exception", value);
                    break;
                default:
                    said.Say($"op.{name}.params.{key}", value);
                    break;
            }
        }

        if (worker.Children.GetValueOrDefault("prompt_dict") is { IsNull: false } prompts)
        {
            said.Warn(prompts, "has no meaning here and is ignored; op.NAME.prompt_path names a file with prompts.");
        }
    }
}
