using System.Text.Json;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using Remanence.Models.Endpoints;
using Remanence.Models.Profiles;

namespace Remanence.Anthropic;

/// <summary>Chat with Anthropic's models through Anthropic's own package. Without a base address it is Anthropic's own endpoint.</summary>
/// <param name="time">The clock of the time limits. Default: the system's.</param>
public sealed class AnthropicModelProvider(TimeProvider? time = null) : ModelProvider
{
    private const int DefaultMaxTokens = 4096;

    // The handler below keeps the profile's limits; the package's own must never come first.
    private static readonly TimeSpan Beyond = TimeSpan.FromDays(1);

    private static readonly Uri Endpoint = new("https://api.anthropic.com");

    /// <inheritdoc/>
    public override string Backend => "anthropic";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds => ["llm"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["max_tokens", "stop"];

    /// <inheritdoc/>
    public override IChatClient CreateChat(ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var address = profile.BaseUrl ?? Endpoint;

        // Neither the package's variables (ANTHROPIC_API_KEY) nor a login of its command line speak for a profile: the key is the profile's, or none.
        var http = EndpointHttp.Create(profile, time ?? TimeProvider.System);
        var client = new AnthropicClient(new ClientOptions
        {
            ApiKey = EndpointHttp.Key(profile) ?? "none",
            AuthToken = null,
            BaseUrl = address.AbsoluteUri.TrimEnd('/'),
            HttpClient = http,
            MaxRetries = 0,
            Timeout = Beyond,
        });
        var failures = new EndpointFailures(profile, address.Authority);
        return new AnthropicChatClient(client.AsIChatClient(profile.Model, DefaultMaxTokens), failures, Defaults(profile), http);
    }

    /// <summary>The profile's parameters as options of a call. The package sends no temperature, top_p or top_k, whoever sets them.</summary>
    private static ChatOptions Defaults(ModelProfile profile) => new()
    {
        MaxOutputTokens = Tokens(profile),
        StopSequences = Stops(profile),
    };

    private static int? Tokens(ModelProfile profile) =>
        !profile.Parameters.TryGetValue("max_tokens", out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number
        : throw new ArgumentException($"{profile.Name}: max_tokens must be a positive whole number.", nameof(profile));

    private static List<string>? Stops(ModelProfile profile) => !profile.Parameters.TryGetValue("stop", out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Select(item => item.GetString()!)],
            _ => throw new ArgumentException($"{profile.Name}: stop must be a text or a list of texts.", nameof(profile)),
        };
}
