using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.PersonalMemory.Reconciliation;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>contra_repeat</c>: compares new facts with each other and with the nearest of all that is stored, by rules where they suffice and else by a model, and
/// plans what becomes of them: added, reinforcing, refining, superseding, or known already.
/// </summary>
internal sealed class ReconcileOperator : MemoryOperator
{
    public const string Name = "contra_repeat";

    public static readonly OperatorParameter<bool> Enabled = OperatorParameter.Boolean(
        "enable_contra_repeat",
        true,
        "Whether a model compares facts that rules cannot tell apart.");

    public static readonly OperatorParameter<int> MaxCount = OperatorParameter.WholeNumber(
        "contra_repeat_max_count",
        50,
        2,
        1_000,
        "The most facts that a model compares at once; more are compared in parts.");

    public static readonly OperatorParameter<int> TopK = OperatorParameter.WholeNumber(
        "retrieve_top_k",
        8,
        1,
        100,
        "How many of the nearest stored facts each new one is compared with.");

    private readonly RelationJudge _judge;

    public ReconcileOperator(OperatorSetup setup)
        : base(setup, RelationJudge.PromptFile) => _judge = new RelationJudge(Memories, Model!, setup.Get(Enabled), setup.Get(TopK), setup.Get(MaxCount));

    public override OperatorSlots Slots { get; } =
        new() { Optional = [ObservationSlots.Observations, PersonSlots.TimedObservations, PersonSlots.Today], Writes = [StoreSlots.Plan] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        Memory[] facts =
        [
            .. context
                .GetOr(ObservationSlots.Observations, [])
                .Concat(context.GetOr(PersonSlots.TimedObservations, []))
                .DistinctBy(memory => memory.Id, StringComparer.Ordinal),
        ];
        context.Set(
            StoreSlots.Plan,
            new ReconcilePlan(facts, await _judge.JudgeAsync(context, facts, context.GetOr(PersonSlots.Today, []), cancellationToken)));
    }
}
