using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace Remanence.ConformanceTests.Models;

/// <summary>One way to ask a model, whatever it answers.</summary>
/// <param name="Name">What it is called when it fails.</param>
/// <param name="AskAsync">Makes a client, asks, and frees the client.</param>
public sealed record ModelCall(string Name, Func<ModelProvider, ModelProfile, CancellationToken, Task> AskAsync)
{
    /// <summary>What is sent, and must not be told again by a failure.</summary>
    public const string Text = "the heliotrope is under the stairs";

    // A WAVE file without a sound in it.
    private static readonly byte[] Recording = [.. "RIFF$\0\0\0WAVEfmt "u8, .. new byte[28]];

    private static readonly ModelCall Chat = new("chat", async (provider, profile, cancellationToken) =>
    {
        using var client = provider.CreateChat(profile);
        await client.GetResponseAsync(Text, null, cancellationToken);
    });

    private static readonly ModelCall StreamedChat = new("streamed chat", async (provider, profile, cancellationToken) =>
    {
        using var client = provider.CreateChat(profile);
        await client.GetStreamingResponseAsync(Text, null, cancellationToken).ToChatResponseAsync(cancellationToken);
    });

    private static readonly ModelCall Embeddings = new("embeddings", async (provider, profile, cancellationToken) =>
    {
        using var client = provider.CreateEmbeddings(profile);
        await client.GenerateAsync([Text], null, cancellationToken);
    });

    private static readonly ModelCall Reranking = new("reranking", async (provider, profile, cancellationToken) =>
    {
        using var client = provider.CreateReranker(profile);
        await client.ScoreAsync(Text, ["a stair", "a flower"], cancellationToken);
    });

    private static readonly ModelCall Speech = new("speech", async (provider, profile, cancellationToken) =>
    {
        using var client = provider.CreateSpeech(profile);
        using var recording = new MemoryStream(Recording);
        await client.GetTextAsync(recording, null, cancellationToken);
    });

    /// <summary>The ways to ask for this.</summary>
    /// <param name="kind">What is asked for.</param>
    public static IReadOnlyList<ModelCall> Of(ModelKind kind) => kind switch
    {
        ModelKind.Chat => [Chat, StreamedChat],
        ModelKind.Embeddings => [Embeddings],
        ModelKind.Reranking => [Reranking],
        _ => [Speech],
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
