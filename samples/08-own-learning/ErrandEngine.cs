using Remanence;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.PersonalMemory.Profiles;
using Remanence.PersonalMemory.Reflection;
using Remanence.PersonalMemory.Work;
using Remanence.Services;
using Remanence.Stores;

namespace OwnLearning;

// The engine's parts with a learner of one's own; insights and profiles are those that come with Remanence.
public sealed class ErrandEngine : CoreEngine, IMemoryLearning
{
    private readonly PersonWork _work;
    private readonly ProfileReader _profiles;

    private ErrandEngine(MemoryStore store, EngineParts parts, IReadOnlyList<JobHandler> handlers)
        : base(parts, handlers) =>
        (_work, _profiles) = (new PersonWork(parts.Access, parts.Requests, handlers), new ProfileReader(store));

    public static ErrandEngine Over(MemoryStore store)
    {
        var parts = new EngineParts(store, new CoreEngineOptions(), [new InsightUpkeep(store), new ErrandStep(store)]);
        var reflecting = PersonHandlers.Of(parts.Access, store, chat: null, logging: null).Where(handler => handler.Kind == JobKinds.Reflect);
        return new ErrandEngine(store, parts, [new ErrandHandler(store, parts.Access), .. reflecting]);
    }

    public Task<WorkResult> ConsolidateAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default) =>
        _work.ConsolidateAsync(scope, wait, cancellationToken);
    public Task<WorkResult> ReflectAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default) =>
        _work.ReflectAsync(scope, wait, cancellationToken);

    public override Task<UserProfile> GetProfileAsync(Scope scope, int? maxTokens = null, CancellationToken cancellationToken = default) =>
        _profiles.ReadAsync(scope, maxTokens, cancellationToken);
}
