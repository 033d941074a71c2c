using Microsoft.Extensions.AI;
using Remanence.Memories;

namespace Remanence.Tools;

/// <summary>
/// Where an agent has its tools from. Every source in the service collection is offered to the flow <c>react</c>. Implementations are thread-safe: runs ask
/// side by side.
/// </summary>
public abstract class ToolSource
{
    /// <summary>
    /// Its name, in letters, digits, <c>_</c> and <c>-</c>: it stands before the name of a tool that another source has, too, and says in a response whose
    /// tools are missing.
    /// </summary>
    public abstract string Name { get; }

    /// <summary>Its tools. Called at the beginning of each run, so that what is costly to find out is best kept.</summary>
    /// <param name="scope">Whose memories the run may see; null when its caller names no workspace.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ToolSourceException">They cannot be had now. The run goes on without them and says so.</exception>
    public abstract ValueTask<IReadOnlyList<AIFunction>> GetToolsAsync(Scope? scope, CancellationToken cancellationToken);
}
