using Remanence.Configuration;
using Remanence.Configuration.Tree;

namespace Remanence.Hosting.Sections;

/// <summary>
/// The models that ReMe's own configuration has: an operator that names one is given it, at the endpoint that ReMe's variables name, without anybody writing it
/// down.
/// </summary>
internal static class ReMeModels
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["qwen3_30b_instruct"] = "qwen3-30b-a3b-instruct-2507",
        ["qwen3_30b_thinking"] = "qwen3-30b-a3b-thinking-2507",
        ["qwen3_235b_instruct"] = "qwen3-235b-a22b-instruct-2507",
        ["qwen3_235b_thinking"] = "qwen3-235b-a22b-thinking-2507",
        ["qwen3_80b_instruct"] = "qwen3-next-80b-a3b-instruct",
        ["qwen3_80b_thinking"] = "qwen3-next-80b-a3b-thinking",
        ["qwen3_max_instruct"] = "qwen3-max",
        ["qwen25_max_instruct"] = "qwen-max-2025-01-25",
    };

    /// <summary>Whether ReMe's configuration has a chat model of this name.</summary>
    public static bool Has(string name) => Names.ContainsKey(name);

    /// <summary>Has a model be there that nobody wrote down; false where there is no endpoint for it.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="named">What names it.</param>
    public static bool TryImply(ConfigurationTree tree, ConfigurationNode named)
    {
        if (tree.Variable(FlowEndpoint.Chat.Url) is null && tree.Variable(FlowEndpoint.Chat.Key) is null)
        {
            return false;
        }

        tree.Imply([ModelsBinder.Chat.Name, named.Text, ModelsBinder.ModelName.Name], named, Names[named.Text]);
        return true;
    }
}
