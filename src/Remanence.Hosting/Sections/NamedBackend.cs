using Remanence.Configuration;

namespace Remanence.Hosting.Sections;

/// <summary>A backend as MemoryScope calls it: a service by its name, where it is, and which variable holds its key.</summary>
/// <param name="Backend">What the service speaks.</param>
/// <param name="Url">Where it is.</param>
/// <param name="UrlVariable">The variable with another address of it, which wins; null: there is none.</param>
/// <param name="Key">The variable with its key.</param>
internal sealed record NamedBackend(string Backend, Uri? Url, Setting<Uri?>? UrlVariable, Setting<string?> Key)
{
    private static readonly Setting<string?> OpenAIKey = Settings.Key("OPENAI_API_KEY", "OpenAI's key.");
    private static readonly Setting<Uri?> OpenAIUrl = Settings.Address(
        "OPENAI_API_BASE",
        string.Empty,
        ModelsBinder.ExampleAddress,
        "Where OpenAI's models are served instead.");
    private static readonly Setting<string?> DashScopeKey = Settings.Key("DASHSCOPE_API_KEY", "DashScope's key.");

    private static readonly NamedBackend OpenAI = new(ModelsBinder.Compatible, new Uri("https://api.openai.com/v1"), OpenAIUrl, OpenAIKey);
    private static readonly NamedBackend DashScope = new(
        ModelsBinder.Compatible,
        new Uri("https://dashscope.aliyuncs.com/compatible-mode/v1"),
        null,
        DashScopeKey);

    private static readonly Dictionary<string, NamedBackend> All = new(StringComparer.Ordinal)
    {
        ["openai_generation"] = OpenAI,
        ["openai_embedding"] = OpenAI,
        ["dashscope_generation"] = DashScope,
        ["dashscope_embedding"] = DashScope,
        ["dashscope_rank"] = new("dashscope_rerank", new Uri("https://dashscope.aliyuncs.com/api/v1"), null, DashScopeKey),
    };

    public static NamedBackend? Find(string? backend) => backend is null ? null : All.GetValueOrDefault(backend);
}
