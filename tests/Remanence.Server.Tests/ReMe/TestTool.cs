using Microsoft.Extensions.AI;

namespace Remanence.Server.Tests.ReMe;

/// <summary>A tool that does what a test says.</summary>
internal sealed class TestTool(string name, Func<AIFunctionArguments, CancellationToken, ValueTask<object?>> run) : AIFunction
{
    public override string Name => name;

    public static TestTool Saying(string name, string text) => new(name, (_, _) => new ValueTask<object?>(text));

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        run(arguments, cancellationToken);
}
