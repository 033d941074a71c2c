using System.ComponentModel;

namespace Remanence.TaskMemory.Lessons;

/// <summary>Memories rewritten for the task at hand.</summary>
internal sealed record RewriteReply
{
    [Description("One coherent piece of guidance for the task.")]
    public required string RewrittenContext { get; init; }
}
