using Microsoft.Extensions.AI;
using Remanence.Text.Tokens;

namespace Remanence.Models.Calls;

/// <summary>Adds up what the pieces of one reply say of tokens, and estimates what was written for endpoints that do not say.</summary>
internal sealed class UsageTally
{
    private TokenEstimate _written;

    /// <summary>Tokens read, as reported; null: not said.</summary>
    public long? Input { get; private set; }

    /// <summary>Tokens written, as reported; null: not said.</summary>
    public long? Output { get; private set; }

    public int EstimatedOutput => _written.Total;

    /// <summary>The model that answered, by its own word.</summary>
    public string? Model { get; private set; }

    public void Add(object? item)
    {
        switch (item)
        {
            case ChatResponse response:
                Model ??= response.ModelId;
                Add(response.Usage);
                foreach (var message in response.Messages)
                {
                    AddText(message.Contents);
                }

                break;
            case ChatResponseUpdate update:
                Model ??= update.ModelId;
                AddText(update.Contents);
                foreach (var content in update.Contents)
                {
                    Add((content as UsageContent)?.Details);
                }

                break;
            case GeneratedEmbeddings<Embedding<float>> embeddings:
                Model ??= embeddings.Count > 0 ? embeddings[0].ModelId : null;
                Add(embeddings.Usage);
                break;
            case SpeechToTextResponse speech:
                Model ??= speech.ModelId;
                Add(speech.Usage);
                _written.Add(speech.Text);
                break;
            case SpeechToTextResponseUpdate update:
                Model ??= update.ModelId;
                _written.Add(update.Text);
                break;
        }
    }

    private void Add(UsageDetails? usage)
    {
        Input = Sum(Input, usage?.InputTokenCount);
        Output = Sum(Output, usage?.OutputTokenCount);
    }

    private void AddText(IList<AIContent> contents)
    {
        foreach (var content in contents)
        {
            _written.Add(content switch { TextContent text => text.Text, TextReasoningContent reasoning => reasoning.Text, _ => null });
        }
    }

    private static long? Sum(long? a, long? b) => a is null ? b : a + (b ?? 0);
}
