using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Remanence.Editing;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Jobs;
using Remanence.PersonalMemory.Consolidation;
using Remanence.PersonalMemory.Reflection;
using Remanence.Stores;

namespace Remanence.PersonalMemory.Work;

/// <summary>Who consolidates and reflects in the background.</summary>
public static class PersonHandlers
{
    private static readonly string[] Flows = [ConsolidateHandler.Flow, ReflectHandler.Flow];

    /// <summary>By flows that are configured; those that are not offered are nobody's work.</summary>
    /// <param name="flows">The flows; asked when the first job runs.</param>
    /// <param name="offers">Whether a flow is offered.</param>
    /// <param name="memories">What is remembered.</param>
    /// <param name="store">The engine's store.</param>
    /// <param name="usesModel">Whether a chat model has a part in it.</param>
    public static IReadOnlyList<JobHandler> Of(Lazy<FlowCatalogue> flows, Func<string, bool> offers, MemoryAccess memories, MemoryStore store, bool usesModel)
    {
        ArgumentNullException.ThrowIfNull(offers);
        ArgumentNullException.ThrowIfNull(memories);
        var runner = new PlanRunner(flows, memories);
        var reflects = offers(ReflectHandler.Flow);
        return
        [
            .. offers(ConsolidateHandler.Flow) ? (JobHandler[])[new ConsolidateHandler(store, runner, memories.Time, usesModel, reflects)] : [],
            .. reflects ? (JobHandler[])[new ReflectHandler(runner, usesModel)] : [],
        ];
    }

    /// <summary>By the flows that come with Remanence.</summary>
    /// <param name="memories">What is remembered.</param>
    /// <param name="store">The engine's store.</param>
    /// <param name="chat">The model that is asked; null: rules do what they can.</param>
    /// <param name="logging">Where flows log; null: nowhere.</param>
    public static IReadOnlyList<JobHandler> Of(MemoryAccess memories, MemoryStore store, IChatClient? chat, ILoggerFactory? logging)
    {
        ArgumentNullException.ThrowIfNull(memories);
        var services = new FlowServices(memories, chat, logging);
        var flows = new Lazy<FlowCatalogue>(() =>
            FlowCatalogue.Build(
                new OperatorRegistry().AddPersonalMemory(),
                PersonFlows.Definitions.Where(flow => Flows.Contains(flow.Name, StringComparer.Ordinal)),
                services: services));
        return Of(flows, _ => true, memories, store, chat is not null);
    }

    private sealed class FlowServices(MemoryAccess memories, IChatClient? chat, ILoggerFactory? logging) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(MemoryAccess) ? memories
            : serviceType == typeof(IChatClient) ? chat
            : serviceType == typeof(TimeProvider) ? memories.Time
            : serviceType == typeof(ILoggerFactory) ? logging
            : null;
    }
}
