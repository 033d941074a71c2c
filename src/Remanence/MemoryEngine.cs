using Microsoft.Extensions.Logging;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.PersonalMemory.Profiles;
using Remanence.PersonalMemory.Reflection;
using Remanence.PersonalMemory.Work;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.TaskMemory.Tools;

namespace Remanence;

/// <summary>
/// The memory service in this process, over a store, which it opens and disposes unless <see cref="CoreEngineOptions.OwnsStore"/> says otherwise.
/// </summary>
public sealed class MemoryEngine : CoreEngine, IMemoryLearning
{
    private readonly PersonWork _work;
    private readonly ProfileReader _profiles;

    /// <summary>Creates an engine; <see cref="CoreEngine.OpenAsync"/> must be called before anything else.</summary>
    /// <param name="store">Where memories are kept; it must be an <see cref="IChangeFeed"/>.</param>
    /// <param name="options">How the engine works.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <param name="logging">Where background work logs. Default: nowhere.</param>
    public MemoryEngine(MemoryStore store, MemoryEngineOptions? options = null, TimeProvider? time = null, ILoggerFactory? logging = null)
        : this(store, options ?? new MemoryEngineOptions(), PartsOf(store, options ?? new MemoryEngineOptions(), time, logging), logging)
    {
    }

    /// <summary>Creates an engine of parts that <see cref="PartsOf"/> made. Who is given stands before who comes with Remanence.</summary>
    internal MemoryEngine(MemoryStore store, EngineParts parts, IReadOnlyList<JobHandler> given, IReadOnlyList<JobHandler> learners)
        : this(store, parts, [.. given, .. learners.ExceptBy(given.Select(handler => handler.Kind), handler => handler.Kind, StringComparer.Ordinal)])
    {
    }

    private MemoryEngine(MemoryStore store, MemoryEngineOptions options, EngineParts parts, ILoggerFactory? logging)
        : this(store, parts, options.JobHandlers, PersonHandlers.Of(parts.Access, store, options.ChatClient, logging))
    {
    }

    private MemoryEngine(MemoryStore store, EngineParts parts, IReadOnlyList<JobHandler> handlers)
        : base(parts, handlers)
    {
        _work = new PersonWork(parts.Access, parts.Requests, handlers);
        _profiles = new ProfileReader(store);
    }

    /// <inheritdoc/>
    public Task<WorkResult> ConsolidateAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default) =>
        _work.ConsolidateAsync(scope, wait, cancellationToken);

    /// <inheritdoc/>
    public Task<WorkResult> ReflectAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default) =>
        _work.ReflectAsync(scope, wait, cancellationToken);

    /// <inheritdoc/>
    public override Task<UserProfile> GetProfileAsync(Scope scope, int? maxTokens = null, CancellationToken cancellationToken = default) =>
        _profiles.ReadAsync(scope, maxTokens, cancellationToken);

    internal static EngineParts PartsOf(MemoryStore store, MemoryEngineOptions options, TimeProvider? time, ILoggerFactory? logging) =>
        new(store, options with { ImportRule = ToolCallResults.CheckState + options.ImportRule }, [new InsightUpkeep(store)], time, logging);
}
