using Microsoft.Extensions.AI;

namespace Remanence.Cli.Connections;

/// <summary>A chat model that a command uses; disposing it closes what it came with.</summary>
/// <param name="Client">The model, with its retries and limits around it.</param>
/// <param name="Name">The model's name at its endpoint, for reports.</param>
/// <param name="Owner">What holds the client; null: the client alone.</param>
internal sealed record ChatModel(IChatClient Client, string Name, IDisposable? Owner = null) : IDisposable
{
    public void Dispose() => (Owner ?? Client).Dispose();
}
