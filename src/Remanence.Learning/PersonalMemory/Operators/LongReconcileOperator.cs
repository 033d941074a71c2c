using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Operators;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.PersonalMemory.Reflection;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>long_contra_repeat</c>: compares the observations since the last reflection with the nearest of all that is stored, and settles what contradicts or
/// repeats.
/// </summary>
internal sealed class LongReconcileOperator : MemoryOperator
{
    public static readonly OperatorParameter<bool> Enabled = OperatorParameter.Boolean(
        "enable_long_contra_repeat",
        true,
        "Whether a model compares stored facts.");

    public static readonly OperatorParameter<int> MaxCount = OperatorParameter.WholeNumber(
        "long_contra_repeat_max_count",
        50,
        2,
        1_000,
        "The most facts that a model compares at once; more are compared in parts.");

    public static readonly IReadOnlyList<OperatorParameter> OfOthers =
    [
        OperatorParameter.WithoutEffect("long_contra_repeat_threshold", "the nearest are compared, as many as long_contra_repeat_top_k says."),
        PromptedModel.OptionsOfOthers,
    ];

    public static readonly OperatorParameter<int> TopK = OperatorParameter.WholeNumber(
        "long_contra_repeat_top_k",
        5,
        1,
        100,
        "How many of the nearest each observation is compared with.");

    private readonly RelationJudge _judge;

    public LongReconcileOperator(OperatorSetup setup)
        : base(setup, RelationJudge.PromptFile) => _judge = new RelationJudge(Memories, Model!, setup.Get(Enabled), setup.Get(TopK), setup.Get(MaxCount));

    public override OperatorSlots Slots { get; } = new() { Required = [PersonSlots.Unreflected], Optional = [StoreSlots.Plan], Writes = [StoreSlots.Plan] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var observations = context.Get(PersonSlots.Unreflected);
        var judged = await _judge.JudgeAsync(context, observations, [], cancellationToken);
        var plan = context.TryGet(StoreSlots.Plan, out var planned) && planned is ReflectPlan reflect ? reflect : new ReflectPlan([], [], new Judged());
        context.Set(StoreSlots.Plan, plan.With(judged));
    }
}
