using Microsoft.Extensions.AI;
using Remanence.Text.Tokens;

namespace Remanence.Models.Calls;

/// <summary>Estimates how many tokens a request holds.</summary>
internal static class CallText
{
    // What the large vendors charge for an image of usual size.
    private const int TokensOfMedia = 1000;

    public static int Estimate(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var estimate = default(TokenEstimate);
        estimate.Add(options?.Instructions);
        var media = 0;
        foreach (var content in messages.SelectMany(message => message.Contents))
        {
            switch (content)
            {
                case TextContent text:
                    estimate.Add(text.Text);
                    break;
                case TextReasoningContent reasoning:
                    estimate.Add(reasoning.Text);
                    break;
                case DataContent or UriContent:
                    media++;
                    break;
            }
        }

        return estimate.Total + (media * TokensOfMedia);
    }

    public static int Estimate(IEnumerable<string> texts) => texts.Sum(text => TokenEstimate.Of(text));
}
