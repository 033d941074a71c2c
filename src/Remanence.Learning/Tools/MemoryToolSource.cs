using Microsoft.Extensions.AI;
using Remanence.Editing;
using Remanence.Memories;

namespace Remanence.Tools;

/// <summary>The tools of Remanence itself, on the workspace that a run names.</summary>
internal sealed class MemoryToolSource(MemoryAccess memories) : ToolSource
{
    public override string Name => "memory";

    public override ValueTask<IReadOnlyList<AIFunction>> GetToolsAsync(Scope? scope, CancellationToken cancellationToken) =>
        new(scope is null ? [] : [new SearchMemoryTool(memories, scope)]);
}
