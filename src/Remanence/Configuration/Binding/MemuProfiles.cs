using Remanence.Configuration.Sources;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Binding;

/// <summary>memU's <c>llm_profiles</c> as entries of <c>llm</c> and <c>embedding_model</c>; what stands there already wins.</summary>
internal static class MemuProfiles
{
    private static readonly string[] Ignored = ["provider", "client_backend", "lazyllm_source", "endpoint_overrides"];

    public static ConfigurationNode Translate(ConfigurationNode root, EnvironmentSource environment, FaultList faults, List<string> warnings)
    {
        var source = new SectionReader(root, faults);
        var translated = new MapBuilder(string.Empty, ConfigurationOrigin.Default);
        foreach (var (name, section) in source.Below(KnownKeys.MemuProfiles, "a profile"))
        {
            Add(section, translated, KnownKeys.Chat, name, "chat_model", environment);
            Add(section, translated, KnownKeys.Embedding, name, "embed_model", environment);
            if (section.Find("embed_batch_size") is { } size && section.Has("embed_model"))
            {
                Put(translated, size, size.Text, KnownKeys.Embedding, name, "params", "max_batch_size");
            }

            foreach (var key in Ignored)
            {
                if (section.Find(key) is { } node)
                {
                    warnings.Add($"{node.Origin.Where}: {Printable.Line(node.Path)} has no meaning here and is ignored; base_url says where the model is.");
                }
            }

            section.RefuseOthers();
        }

        return ConfigurationMerge.Merge(translated.Build(), root);
    }

    private static void Add(SectionReader profile, MapBuilder tree, string kind, string name, string modelKey, EnvironmentSource environment)
    {
        if (profile.Find(modelKey) is not { } model)
        {
            return;
        }

        Put(tree, model, model.Text, kind, name, "model_name");
        if (profile.Find("base_url") is { } address)
        {
            Put(tree, address, address.Text, kind, name, "base_url");
        }

        if (profile.Find("api_key") is { } key)
        {
            // Its keys are written as they are, or as the name of the variable that holds them.
            Put(tree, key, VariableNames.IsName(key.Text) && environment.Value(key.Text) is { } value ? value : key.Text, kind, name, "api_key");
        }
    }

    private static void Put(MapBuilder tree, ConfigurationNode written, string text, params string[] names)
    {
        var node = ConfigurationNode.Value(string.Join('.', names), written.Origin, text, written.Form);
        tree.Add(names, written.IsFilledIn ? node.FilledIn(text) : node);
    }
}
