using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Operators;
using Remanence.TaskMemory.Experience;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>trajectory_preprocess</c>: reads the runs and tells successes from failures.</summary>
internal sealed class PreprocessOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<double> Threshold = OperatorParameter.Number(
        "success_threshold",
        1.0,
        description: "From this score on a run is a success.");

    private readonly double _threshold = setup.Get(Threshold);

    public override OperatorSlots Slots { get; } = new()
    {
        Optional = [TaskSlots.Trajectories],
        Writes = [TaskSlots.AllRuns, TaskSlots.SuccessRuns, TaskSlots.FailureRuns, TaskSlots.TaskRuns],
    };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var runs = Read(context);
        context.Set(TaskSlots.AllRuns, runs);
        context.Set(TaskSlots.SuccessRuns, [.. runs.Where(run => run.Score >= _threshold)]);
        context.Set(TaskSlots.FailureRuns, [.. runs.Where(run => !(run.Score >= _threshold))]);
        context.Set(TaskSlots.TaskRuns, TaskRuns.Read(runs, _threshold));
        return ValueTask.CompletedTask;
    }

    /// <summary>The runs of the call.</summary>
    /// <exception cref="InvalidRequestException">There are none, or they cannot be understood.</exception>
    internal static IReadOnlyList<Trajectory> Read(FlowContext context) => TrajectoryReader.Read(context.GetOr(TaskSlots.Trajectories, default));
}
