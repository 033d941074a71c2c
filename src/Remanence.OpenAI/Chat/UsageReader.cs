using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

internal static class UsageReader
{
    /// <summary>The <c>usage</c> of a reply; null when it has none.</summary>
    public static UsageDetails? Read(JsonElement reply)
    {
        if (!reply.TryObject("usage", out var usage))
        {
            return null;
        }

        var details = new UsageDetails
        {
            InputTokenCount = usage.Count("prompt_tokens") ?? usage.Count("input_tokens"),
            OutputTokenCount = usage.Count("completion_tokens") ?? usage.Count("output_tokens"),
            TotalTokenCount = usage.Count("total_tokens"),
        };
        if (usage.TryObject("prompt_tokens_details", out var input))
        {
            details.CachedInputTokenCount = input.Count("cached_tokens");
        }

        if (usage.TryObject("completion_tokens_details", out var output))
        {
            details.ReasoningTokenCount = output.Count("reasoning_tokens");
        }

        return details;
    }
}
