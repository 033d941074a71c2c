using Microsoft.Extensions.AI;
using Remanence.Chat;
using Remanence.Memories;
using Remanence.ScriptedModels;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.OpenAI.Tests.Conversations;

/// <summary>A memory in this process, and a scripted model to talk with.</summary>
internal sealed class ChatFixture : IAsyncDisposable
{
    public static readonly Scope Ada = new("w", "ada", null, "monday");
    private readonly List<IDisposable> _clients = [];

    private ChatFixture(ModelEndpoint endpoint) => Endpoint = endpoint;

    public MemoryEngine Memory { get; } = new(new InMemoryStore());

    public ModelEndpoint Endpoint { get; }

    public static async Task<ChatFixture> StartAsync()
    {
        var fixture = new ChatFixture(await ModelEndpoint.StartAsync());
        await fixture.Memory.OpenAsync(TestContext.Current.CancellationToken);
        return fixture;
    }

    public IChatClient Client()
    {
        var client = Endpoint.Client();
        _clients.Add(client);
        return client;
    }

    public MemoryChat Chat(MemoryChatOptions? options = null, Scope? scope = null, TimeProvider? time = null) =>
        new(Memory, Client(), scope ?? Ada, options, time);

    public async Task RememberAsync(string content, Scope? scope = null) => await Memory.AddAsync(
        "w", new AddMemoryRequest { Content = content, UserId = (scope ?? Ada).User }, TestContext.Current.CancellationToken);

    /// <summary>What was said in a scope, as role and text.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(Scope? scope = null)
    {
        var filter = new MemoryFilter.Kind([MemoryKinds.Message]);
        var page = await Memory.ListAsync(new MemoryQuery { Scope = scope ?? Ada, Filter = filter, Limit = 1000 }, TestContext.Current.CancellationToken);
        return [.. page.Items.Select(memory => $"{memory.Role}: {memory.Content}")];
    }

    /// <summary>The messages of a request, as role and text.</summary>
    public IReadOnlyList<(string Role, string Text)> Sent(int request) =>
        [
            .. Endpoint
                .Chat.Requests[request]
                .Json.GetProperty("messages")
                .EnumerateArray()
                .Select(message => (message.GetProperty("role").GetString()!, message.GetProperty("content").GetString()!)),
        ];

    public static async Task<(string Text, ChatReply Reply)> StreamAsync(MemoryChat chat, string query, ChatTurnOptions? options = null)
    {
        var text = string.Empty;
        ChatReply? reply = null;
        await foreach (var update in chat.StreamAsync(query, options, TestContext.Current.CancellationToken))
        {
            reply.ShouldBeNull("the reply comes last");
            text += update.Text;
            reply = update.Reply;
        }

        return (text, reply.ShouldNotBeNull());
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Memory.DisposeAsync();
        await Endpoint.DisposeAsync();
    }
}
