namespace Remanence.TaskMemory.Tools;

/// <summary>What became of calls.</summary>
/// <param name="Tools">One a tool.</param>
internal sealed record ToolIntakeReport(IReadOnlyList<ToolIntake> Tools)
{
    public int Total => Tools.Sum(tool => tool.Given);

    public int Added => Tools.Sum(tool => tool.Added);

    public int Duplicates => Total - Added;
}
