namespace Remanence.TaskMemory.Trajectories;

/// <summary>A tool that an assistant called.</summary>
internal sealed record ToolCall
{
    /// <summary>The call's id, to which its answer refers; empty when not given.</summary>
    public string Id { get; init; } = "";

    /// <summary>The tool.</summary>
    public required string Name { get; init; }

    /// <summary>The arguments, as JSON text when they are JSON.</summary>
    public string Arguments { get; init; } = "";
}
