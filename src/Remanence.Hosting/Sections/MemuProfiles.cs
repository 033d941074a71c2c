using Remanence.Configuration;

namespace Remanence.Hosting.Sections;

/// <summary>memU's <c>llm_profiles</c> as entries of <c>llm</c> and <c>embedding_model</c>; what stands there already wins.</summary>
internal static class MemuProfiles
{
    private const string Instead = "base_url says where the model is";

    private static readonly Setting<string?> BaseUrl = Settings.OptionalText("base_url", "The endpoint.");
    private static readonly Setting<string?> ApiKey = Settings.Key("api_key", "Its key, or the name of the variable that holds it.");
    private static readonly Setting<string?> ChatModel = Settings.OptionalText("chat_model", "The model_name of llm.NAME.");
    private static readonly Setting<string?> EmbedModel = Settings.OptionalText("embed_model", "The model_name of embedding_model.NAME.");
    private static readonly Setting<string?> EmbedBatchSize = Settings.OptionalText("embed_batch_size", "The params.max_batch_size of embedding_model.NAME.");

    public static SettingSection Section { get; } = new(
        "llm_profiles",
        "a profile",
        BaseUrl,
        ApiKey,
        ChatModel,
        EmbedModel,
        EmbedBatchSize,
        Settings.Ignored("provider", Instead),
        Settings.Ignored("client_backend", Instead),
        Settings.Ignored("lazyllm_source", Instead),
        Settings.Ignored("endpoint_overrides", Instead));

    public static void Imply(ConfigurationTree tree)
    {
        foreach (var (name, profile) in tree.Root.Entries(Section))
        {
            Imply(tree, profile, [ModelsBinder.Chat.Name, name], ChatModel);
            Imply(tree, profile, [ModelsBinder.Embedding.Name, name], EmbedModel);
            if (profile.Find(EmbedBatchSize) is { } size && profile.Has(EmbedModel))
            {
                tree.Imply([ModelsBinder.Embedding.Name, name, "params", "max_batch_size"], size);
            }
        }
    }

    private static void Imply(ConfigurationTree tree, SettingReader profile, string[] model, Setting<string?> modelName)
    {
        if (profile.Find(modelName) is not { } written)
        {
            return;
        }

        tree.Imply([.. model, "model_name"], written);
        if (profile.Find(BaseUrl) is { } address)
        {
            tree.Imply([.. model, BaseUrl.Name], address);
        }

        if (profile.Find(ApiKey) is { } key)
        {
            // Its keys are written as they are, or as the name of the variable that holds them.
            tree.Imply([.. model, ApiKey.Name], key, tree.Variable(key.Text));
        }
    }
}
