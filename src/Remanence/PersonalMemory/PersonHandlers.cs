using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Jobs;
using Remanence.PersonalMemory.Consolidation;
using Remanence.PersonalMemory.Operators;
using Remanence.PersonalMemory.Reflection;
using Remanence.Stores;

namespace Remanence.PersonalMemory;

/// <summary>Consolidation and reflection of an engine that nobody gave flows: those that come with Remanence.</summary>
internal static class PersonHandlers
{
    private static readonly string[] Flows = [ConsolidateHandler.Flow, ReflectHandler.Flow];

    /// <param name="engine">Whose; used when the first job runs.</param>
    /// <param name="store">The engine's store.</param>
    /// <param name="chat">The model that is asked; null: rules do what they can.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logging">Where flows log; null: nowhere.</param>
    public static IReadOnlyList<JobHandler> For(MemoryEngine engine, MemoryStore store, IChatClient? chat, TimeProvider time, ILoggerFactory? logging)
    {
        var services = new EngineServices(engine, chat, time, logging);
        var flows = new Lazy<FlowCatalogue>(() => FlowCatalogue.Build(
            new OperatorRegistry().AddPersonalMemory(), PersonFlows.Definitions.Where(flow => Flows.Contains(flow.Name, StringComparer.Ordinal)), services: services));
        var runner = new PlanRunner(flows, new Lazy<MemoryEngine>(engine), time);
        return [new ConsolidateHandler(store, runner, time, chat is not null, reflects: true), new ReflectHandler(runner, chat is not null)];
    }

    private sealed class EngineServices(MemoryEngine engine, IChatClient? chat, TimeProvider time, ILoggerFactory? logging) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(MemoryEngine) ? engine
            : serviceType == typeof(IChatClient) ? chat
            : serviceType == typeof(TimeProvider) ? time
            : serviceType == typeof(ILoggerFactory) ? logging
            : null;
    }
}
