using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Services;

namespace Remanence.PersonalMemory.Operators;

/// <summary><c>retrieve_memory</c>: the memories about people that answer the question. More than are asked for, so that what follows can choose.</summary>
internal sealed class RetrievePersonOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<int> TopK = OperatorParameter.WholeNumber("top_k", 20, 1, ServiceLimits.MaxTopK, "At least so many are looked at.");

    private static readonly string[] Kinds = [MemoryKinds.Observation, MemoryKinds.Insight, MemoryKinds.Profile, MemoryKinds.Event];
    private static readonly string[] Said = [MemoryKinds.Message];
    private readonly int _topK = setup.Get(TopK);

    public override OperatorSlots Slots { get; } = new() { Required = [PersonSlots.Question], Optional = [PersonSlots.TopK, PersonSlots.AskedAt], Writes = [PersonSlots.Recalled] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var asked = context.GetOr(PersonSlots.TopK, null);
        if (asked is < 1 or > ServiceLimits.MaxTopK)
        {
            throw new InvalidRequestException("top_k", $"top_k is {asked}; use 1 to {ServiceLimits.MaxTopK}.");
        }

        var topK = Math.Clamp((asked ?? 0) * 2, _topK, ServiceLimits.MaxTopK);
        var at = context.TryGet(PersonSlots.AskedAt, out var moment) ? moment : context.Now;
        var question = context.Get(PersonSlots.Question);
        var found = await Memories.SearchAsync(context.Scope, question, topK, Kinds, cancellationToken, at);

        // Where nothing was made of the messages yet, they answer themselves.
        found = found.Count > 0 ? found : await Memories.SearchAsync(context.Scope, question, topK, Said, cancellationToken, at);
        context.Set(PersonSlots.Recalled, [.. found.DistinctBy(memory => memory.Memory.Content, StringComparer.Ordinal)]);
        MarkMode(context, inferred: false);
    }
}
