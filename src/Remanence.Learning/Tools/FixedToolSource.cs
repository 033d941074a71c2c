using Microsoft.Extensions.AI;
using Remanence.Memories;

namespace Remanence.Tools;

/// <summary>The same tools for every run.</summary>
internal sealed class FixedToolSource(string name, IReadOnlyList<AIFunction> tools) : ToolSource
{
    public override string Name => name;

    public override ValueTask<IReadOnlyList<AIFunction>> GetToolsAsync(Scope? scope, CancellationToken cancellationToken) => new(tools);
}
