// The least that a memory service is: the small contract and nothing beside it, in dictionaries. A library; the suites of services show that it is one:
//
//   dotnet test tests/Remanence.Server.Tests --filter "FullyQualifiedName~Dictionary"
using System.Security.Cryptography;
using System.Text.Json;
using Remanence;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Wire;

namespace OwnService;

public sealed class DictionaryMemoryService(TimeProvider time) : MemoryService
{
    private readonly Lock _turn = new();
    private readonly SortedDictionary<long, Memory> _memories = [];
    private readonly Dictionary<(Scope Scope, string Operation, string Key), (string Request, object Answer)> _answered = [];
    private long _last;

    public override Task<MemorizeResult> MemorizeAsync(string workspace, MemorizeRequest request, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(workspace, request);
        var scope = new Scope(workspace, request.UserId, request.AgentId, request.SessionId);
        var body = JsonSerializer.Serialize(request, RemanenceJson.Default.MemorizeRequest);
        return Once(scope, "memorize", request.IdempotencyKey, body, () =>
        {
            var resource = NewId();
            IReadOnlyList<MemorySource> From(string messageId) => [new MemorySource { ResourceId = resource, MessageId = messageId }];
            Memory Of(Message said) => Keep(scope, MemoryKinds.Message, said.Content, said.Time, memory =>
                new Memory(memory) { Role = said.Role, Name = said.Name, Sources = From(said.Id ?? memory.Id) });
            var memories = request.Messages.Select(message => MemoryDocument.From(Known(scope, message.Id) ?? Of(message)));
            return new MemorizeResult { ResourceId = resource, Memories = [.. memories], Mode = Modes.Verbatim };
        }, cancellationToken);
    }

    public override Task<Memory> AddAsync(string workspace, AddMemoryRequest request, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(workspace, request);
        var scope = new Scope(workspace, request.UserId, request.AgentId, request.SessionId);
        Memory Stated() => Keep(scope, request.Kind, request.Content, request.ObservedAt, memory => new Memory(memory)
        {
            Trigger = request.Trigger,
            Keywords = request.Keywords ?? [],
            Metadata = request.Metadata?.Clone(),
            EventTime = request.EventTime is { } said ? new EventTime(new TimeInterval(said.Start, said.End), said.Precision) : null,
            Score = request.Score,
        });
        return Once(scope, "add", request.IdempotencyKey, JsonSerializer.Serialize(request, RemanenceJson.Default.AddMemoryRequest), Stated, cancellationToken);
    }

    public override Task<RetrieveResult> RetrieveAsync(string workspace, RetrieveRequest request, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(workspace, request);
        if (request.AsOf is not null)
        {
            throw new InvalidRequestException("as_of", "as_of cannot be answered: this service keeps no past. Leave it out.");
        }

        var (started, words) = (time.GetTimestamp(), Words(request.Query));
        var scope = new Scope(workspace, request.UserId, request.AgentId, request.SessionId);
        var found = from memory in Visible(scope, request.Filter, cancellationToken).Select(item => item.Value)
                    where request.Kinds?.Contains(memory.Kind, StringComparer.Ordinal) != false
                    let matched = words.Intersect(Words(memory.Content), StringComparer.Ordinal).ToList()
                    where matched.Count > 0
                    orderby matched.Count descending
                    let each = matched.ToDictionary(word => word, _ => 1.0, StringComparer.Ordinal)
                    let why = new Explanation { Components = each, MatchedTerms = matched, Reason = "It has words of the query." }
                    select new RetrievedMemory { Memory = MemoryDocument.From(memory), Score = matched.Count, Explanation = request.Explain ? why : null };
        var tokens = 0;
        var within = found.Take(request.TopK).TakeWhile(result => (tokens += Tokens(result.Memory.Content)) <= (request.MaxTokens ?? int.MaxValue));
        return Task.FromResult(new RetrieveResult { Results = [.. within], TookMs = time.GetElapsedTime(started).TotalMilliseconds, Mode = Modes.Verbatim });
    }

    public override Task<Memory> GetAsync(Scope scope, string id, CancellationToken cancellationToken = default) =>
        Task.FromResult(Find(scope, id, cancellationToken).Value);

    public override Task<Page<Memory>> ListAsync(MemoryQuery query, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        var after = StoreCursor.Decode('m', query.Cursor, 0);
        var left = Visible(query.Scope, query.Filter, cancellationToken).SkipWhile(item => item.Key <= after).ToList();
        var items = left.Take(query.Limit).ToList();
        var next = left.Count > items.Count ? StoreCursor.Encode('m', items[^1].Key) : null;
        return Task.FromResult(new Page<Memory>([.. items.Select(item => item.Value)], next));
    }

    public override Task ForgetAsync(Scope scope, string id, CancellationToken cancellationToken = default) =>
        Once(scope, "forget", null, "", () => _memories.Remove(Find(scope, id, cancellationToken).Key), cancellationToken);

    public override Task<UserProfile> GetProfileAsync(Scope scope, int? maxTokens = null, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckProfile(scope, maxTokens);
        var tokens = 0;
        var facts = new MemoryFilter.Kind([MemoryKinds.Observation, MemoryKinds.Insight, MemoryKinds.Profile]);
        var items = Visible(scope, facts, cancellationToken).Select(item => item.Value).Where(fact => fact.Scope.User == scope.User).Reverse()
            .TakeWhile(fact => tokens + Tokens(fact.Content) <= (maxTokens ?? 500) && (tokens += Tokens(fact.Content)) > 0)
            .Select(it => new ProfileItem { Text = it.Content, MemoryId = it.Id, Kind = it.Kind, ObservedAt = it.ObservedAt, Sources = it.Sources }).ToList();
        var text = string.Join('\n', items.Select(item => item.Text));
        return Task.FromResult(new UserProfile { Text = text, Items = items, Tokens = tokens, Mode = Modes.Verbatim });
    }

    private Task<T> Once<T>(Scope scope, string operation, string? key, string request, Func<T> act, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_turn)
        {
            var answer = key is not null && _answered.TryGetValue((scope, operation, key), out var before) ? before : (request, act()!);
            _ = key is null || _answered.TryAdd((scope, operation, key), answer);
            return answer.Request == request ? Task.FromResult((T)answer.Answer) : throw new ChangeSetConflictException("The key was used with other content.");
        }
    }

    private Memory? Known(Scope scope, string? id) => id is null ? null :
        _memories.Values.FirstOrDefault(memory => memory.Scope == scope && memory.Sources.Any(source => source.MessageId == id));

    private Memory Keep(Scope scope, string kind, string content, DateTimeOffset? said, Func<Memory, Memory> more)
    {
        var (id, now) = (NewId(), time.GetUtcNow());
        var bare = new Memory { Id = id, Scope = scope, Kind = kind, Content = content, ObservedAt = said ?? now, RecordedAt = now, UpdatedAt = now };
        return _memories[++_last] = more(bare);
    }

    private KeyValuePair<long, Memory> Find(Scope scope, string id, CancellationToken cancellationToken)
    {
        RequestRules.Check(scope, id);
        return Visible(scope, new MemoryFilter.Id([id]), cancellationToken) is [var found] ? found : throw new MemoryNotFoundException("It is not here.");
    }

    private List<KeyValuePair<long, Memory>> Visible(Scope scope, MemoryFilter? filter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_turn)
        {
            return [.. _memories.Where(item => scope.Sees(item.Value.Scope) && filter?.Matches(item.Value) != false)];
        }
    }

    private static int Tokens(string text) => (text.Length / 4) + 1;

    private static HashSet<string> Words(string text) =>
        [.. string.Concat(text.ToLowerInvariant().Select(it => char.IsLetterOrDigit(it) ? it : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
