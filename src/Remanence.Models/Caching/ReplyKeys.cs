using System.Globalization;
using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace Remanence.Models.Caching;

/// <summary>Which requests would get the same reply again, and under which key it is kept.</summary>
internal sealed class ReplyKeys(ModelProfile profile)
{
    private const float NearlyZero = 0.001f;

    /// <summary>
    /// The request's key; null where another reply is to be expected (warm, without a seed), or where the request holds more than text and data.
    /// </summary>
    public ContentHash? Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (!LooksDeterministic(options)
            || options is { Tools.Count: > 0 } or { ConversationId: not null } or { ContinuationToken: not null } or { AllowBackgroundResponses: true }
                or { RawRepresentationFactory: not null } or { AdditionalProperties.Count: > 0 } or { Reasoning: not null })
        {
            return null;
        }

        using var hasher = new ContentHasher();
        hasher.Add(profile.Name).Add(options?.ModelId ?? profile.Model).Add(options?.Instructions);
        Add(hasher, options?.Temperature);
        Add(hasher, options?.TopP);
        Add(hasher, options?.TopK);
        Add(hasher, options?.FrequencyPenalty);
        Add(hasher, options?.PresencePenalty);
        Add(hasher, options?.MaxOutputTokens);
        Add(hasher, options?.Seed);
        foreach (var stop in options?.StopSequences ?? [])
        {
            hasher.Add("stop").Add(stop);
        }

        hasher.Add(options?.ResponseFormat switch
        {
            ChatResponseFormatJson { Schema: { } schema } => schema.GetRawText(),
            ChatResponseFormatJson => "json",
            _ => null,
        });
        foreach (var message in messages)
        {
            hasher.Add("message").Add(message.Role.Value).Add(message.AuthorName);
            foreach (var content in message.Contents)
            {
                switch (content)
                {
                    case TextContent text:
                        hasher.Add("text").Add(text.Text);
                        break;
                    case TextReasoningContent reasoning:
                        hasher.Add("reasoning").Add(reasoning.Text);
                        break;
                    case DataContent data:
                        hasher.Add("data").Add(data.MediaType).Add(data.Data.Span);
                        break;
                    default:
                        return null;
                }
            }
        }

        return hasher.Finish();
    }

    private bool LooksDeterministic(ChatOptions? options) =>
        (options?.Temperature ?? Number("temperature")) <= NearlyZero || options?.Seed is not null || Number("seed") is not null;

    private double? Number(string parameter) =>
        profile.Parameters.TryGetValue(parameter, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Number ? value.GetDouble() : null;

    private static void Add<T>(ContentHasher hasher, T? value)
        where T : struct, IFormattable => hasher.Add(value?.ToString(null, CultureInfo.InvariantCulture));
}
