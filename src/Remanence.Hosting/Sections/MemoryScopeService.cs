using System.Globalization;
using Remanence.Configuration;
using Remanence.Configuration.Tree;
using Remanence.Jobs;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>memory_service</c> in MemoryScope's file: who talks, and how its operations work.</summary>
internal static class MemoryScopeService
{
    public const string ReflectionHasNoInterval = "has no meaning here and is ignored: what was observed is reflected on when there is enough of it.";

    private const string Quiet = "jobs.quiet_ms";
    private const string MaxWait = "jobs.max_wait_ms";
    private const string Consolidate = "consolidate_memory";
    private const string Reflect = "reflect_and_reconsolidate";

    // As they come, without spaces; these are what the operations of these names do here.
    private static readonly Dictionary<string, string> Workflows = new(StringComparer.Ordinal)
    {
        ["read_message"] = "read_message",
        ["retrieve_memory"] = "set_query,[extract_time|retrieve_obs_ins,semantic_rank],fuse_rerank",
        ["list_memory"] = "set_query,retrieve_top_memory,print_memory",
        ["delete_memory"] = "set_query,retrieve_all_memory,delete_memory",
        ["delete_all"] = "set_query,retrieve_all_memory,delete_all",
        ["add_memory"] = "add_memory",
        [Consolidate] = "info_filter,[get_observation|get_observation_with_time|load_today_memory],contra_repeat,store_memory",
        [Reflect] = "load_obs_and_insight,get_reflection_subject,update_insight,long_contra_repeat,store_memory",
    };

    public static void Translate(SettingTranslation said, ConfigurationNode service)
    {
        Say("human_name", "chat.human_name");
        Say("assistant_name", "chat.assistant_name");
        Say("contextual_msg_max_count", "op.read_message.params.contextual_msg_max_count");
        if (service.Children.GetValueOrDefault("memory_operations") is { } operations)
        {
            foreach (var (name, operation) in operations.Children)
            {
                Operation(said, name, operation);
            }
        }

        void Say(string name, string setting)
        {
            if (service.Children.GetValueOrDefault(name) is { IsNull: false } node)
            {
                said.Say(setting, node);
            }
        }
    }

    /// <summary>How often MemoryScope looks for new messages is how long they wait here.</summary>
    public static void Interval(SettingTranslation said, ConfigurationNode seconds)
    {
        if (!double.TryParse(seconds.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) || count is < 0 or > 86_400)
        {
            said.Say(Quiet, seconds);
            return;
        }

        var wait = ((long)(count * 1000)).ToString(CultureInfo.InvariantCulture);
        said.Say(Quiet, seconds, wait);
        if (count * 1000 > new JobOptions().MaxWait.TotalMilliseconds)
        {
            said.Say(MaxWait, seconds, wait);
        }
    }

    private static void Operation(SettingTranslation said, string name, ConfigurationNode operation)
    {
        if (operation.Children.GetValueOrDefault("interval_time") is { IsNull: false } interval && name == Consolidate)
        {
            Interval(said, interval);
        }

        if (operation.Children.GetValueOrDefault("workflow") is not { IsNull: false } workflow
            || Workflows.GetValueOrDefault(name) == workflow.Text.Replace(" ", string.Empty, StringComparison.Ordinal))
        {
            return;
        }

        if (name is Consolidate or Reflect)
        {
            said.Warn(workflow, "does not run here: the background consolidates and reflects in its own way, of which op.NAME.params says the details.");
            return;
        }

        said.Say($"flow.{name}.flow_content", workflow);
        if (operation.Children.GetValueOrDefault("description") is { IsNull: false } description)
        {
            said.Say($"flow.{name}.description", description);
        }
    }
}
