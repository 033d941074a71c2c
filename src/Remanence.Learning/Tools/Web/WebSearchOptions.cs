namespace Remanence.Tools.Web;

/// <summary>Where the web is searched. Nothing set: there is no such tool.</summary>
public sealed record WebSearchOptions
{
    /// <summary>A search page that answers <c>?q=…&amp;format=json</c> as SearXNG does; an address without a path means <c>/search</c>. Null: none.</summary>
    public Uri? Url { get; init; }

    /// <summary>The key of DashScope, whose models search the web themselves; null: they are not asked. Never shown.</summary>
    public string? DashScopeApiKey { get; init; }

    /// <summary>DashScope's OpenAI-compatible endpoint.</summary>
    public Uri DashScopeUrl { get; init; } = new("https://dashscope.aliyuncs.com/compatible-mode/v1");

    /// <summary>The model of DashScope that searches.</summary>
    public string DashScopeModel { get; init; } = "qwen-plus";

    /// <summary>The addresses; never the key.</summary>
    public override string ToString() => $"{Url?.Authority}, {(DashScopeApiKey is null ? "" : DashScopeUrl.Authority)}";
}
