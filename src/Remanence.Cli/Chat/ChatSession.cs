using Microsoft.Extensions.AI;
using Remanence.Chat;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Cli.Chat;

/// <summary>Where a conversation on the terminal stands: who talks, how, and what the last answer was.</summary>
internal sealed class ChatSession
{
    private readonly IChatClient? _model;
    private readonly MemoryChatOptions _options;
    private readonly TimeProvider _time;

    public ChatSession(MemoryService service, IChatClient? model, Scope scope, MemoryChatOptions options, ChatView view, TimeProvider time)
    {
        (Service, _model, _options, View, _time) = (service, model, options, view, time);
        Chat = new MemoryChat(service, model, scope, options, time);
    }

    public MemoryService Service { get; }

    public ChatView View { get; }

    public MemoryChat Chat { get; private set; }

    /// <summary>The user with all their sessions, which is what memories belong to.</summary>
    public Scope Person => Chat.Scope with { Session = null };

    /// <summary>Whether answers are shown as they come.</summary>
    public bool Streams { get; set; } = true;

    /// <summary>The last answer, or what was remembered in its place.</summary>
    public ChatReply? Last { get; set; }

    public DateTimeOffset Now => _time.GetLocalNow();

    public TimeProvider Time => _time;

    /// <summary>Goes on in another session.</summary>
    public void Enter(string session) => Chat = new MemoryChat(Service, _model, Chat.Scope with { Session = session }, _options, _time);

    /// <summary>All memories of the person under a condition; what the workspace shares only when asked for.</summary>
    public async Task<List<Memory>> ListAsync(MemoryFilter? filter, bool shared, CancellationToken cancellationToken)
    {
        var memories = new List<Memory>();
        var query = new MemoryQuery { Scope = Person, Filter = filter, Limit = ServiceLimits.MaxPage };
        do
        {
            var page = await Service.ListAsync(query, cancellationToken);
            memories.AddRange(page.Items.Where(memory => shared || memory.Scope.User == Person.User));
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
        return memories;
    }
}
