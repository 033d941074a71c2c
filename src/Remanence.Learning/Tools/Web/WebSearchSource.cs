using Microsoft.Extensions.AI;
using Remanence.Memories;

namespace Remanence.Tools.Web;

/// <summary>One way to search the web.</summary>
internal sealed class WebSearchSource(string name, WebSearchTool tool) : ToolSource, IDisposable
{
    public override string Name => name;

    public override ValueTask<IReadOnlyList<AIFunction>> GetToolsAsync(Scope? scope, CancellationToken cancellationToken) => new([tool]);

    public void Dispose() => tool.Dispose();
}
