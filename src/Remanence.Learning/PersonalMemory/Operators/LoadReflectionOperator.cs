using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.PersonalMemory.Reflection;
using Remanence.Stores.Filters;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>load_obs_and_insight</c>: the observations that no insight was drawn from yet, and the insights there are, those among them that lost a fact and have to
/// be drawn anew.
/// </summary>
internal sealed class LoadReflectionOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<int> TopK = OperatorParameter.WholeNumber(
        "retrieve_not_reflected_top_k",
        100,
        1,
        10_000,
        "At most so many observations, the oldest first; the others wait for the next reflection.");

    public static readonly IReadOnlyList<OperatorParameter> OfOthers =
    [
        OperatorParameter.WithoutEffect(
            "retrieve_not_updated_top_k",
            "an observation that is reflected on is drawn from at once; retrieve_not_reflected_top_k bounds both."),
        OperatorParameter.WithoutEffect("retrieve_insight_top_k", "all insights of a person are loaded, or one that lost a fact would stay."),
    ];

    private static readonly MemoryFilter All = new MemoryFilter.Kind([MemoryKinds.Insight]);
    private readonly int _topK = setup.Get(TopK);

    public override OperatorSlots Slots { get; } = new() { Writes = [PersonSlots.Unreflected, PersonSlots.Insights] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var person = context.Scope.ToPerson();
        context.Set(
            PersonSlots.Unreflected,
            await Memories.OwnAsync(person, ReflectionMark.Missing, cancellationToken).Take(_topK).ToListAsync(cancellationToken));
        context.Set(
            PersonSlots.Insights,
            await Memories
                .OwnAsync(person, All, cancellationToken)
                .Where(memory => memory.Status == MemoryStatus.Active || Insight.IsWithdrawn(memory))
                .ToListAsync(cancellationToken));
    }
}
