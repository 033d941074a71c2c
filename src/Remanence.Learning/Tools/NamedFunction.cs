using Microsoft.Extensions.AI;

namespace Remanence.Tools;

/// <summary>A tool under another name.</summary>
internal sealed class NamedFunction(AIFunction function, string name) : DelegatingAIFunction(function)
{
    public override string Name => name;
}
