using Microsoft.Extensions.AI;

namespace Remanence.Cli;

/// <summary>A chat model that a command uses; disposing it closes the client.</summary>
/// <param name="Client">The model, with its retries and limits around it.</param>
/// <param name="Name">The model's name at its endpoint, for reports.</param>
internal sealed record ChatModel(IChatClient Client, string Name) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
