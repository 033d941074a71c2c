using Remanence.Chat;
using Remanence.Memories;
using Remanence.Services;

namespace Microsoft.Extensions.AI;

/// <summary>Gives chat clients a memory.</summary>
public static class MemoryChatClientExtensions
{
    /// <summary>This client with a memory.</summary>
    /// <param name="client">The client; disposed with the new one.</param>
    /// <param name="memory">Where memories are: an engine in this process, or a server.</param>
    /// <param name="scope">Whose they are.</param>
    /// <param name="options">How they are used.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    public static MemoryChatClient AsMemoryChatClient(
        this IChatClient client,
        MemoryService memory,
        Scope scope,
        ChatMemoryOptions? options = null,
        TimeProvider? time = null
    ) => new(client, memory, scope, options, time);
}
