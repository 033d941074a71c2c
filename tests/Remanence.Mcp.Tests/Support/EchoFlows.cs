using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;

namespace Remanence.Mcp.Tests.Support;

/// <summary>Flows for tests: one that answers, one that streams, one that callers do not see, one whose name is no tool's.</summary>
internal static class EchoFlows
{
    public static FlowCatalogue Build() => FlowCatalogue.Build(
        new OperatorRegistry().Add("echo", _ => new EchoOperator()),
        [
            new FlowDefinition
            {
                Name = "echo_flow",
                Expression = "echo",
                Description = "Answers with the query, for tests.",
                Inputs = [new FlowInput { Name = "top_k", Type = "integer" }, new FlowInput { Name = "workspace_id", Type = "string", Required = true }],
            },
            new FlowDefinition { Name = "streaming_flow", Expression = "echo", Description = "Streams its answer, for tests.", Stream = true },
            new FlowDefinition { Name = "hidden_flow", Expression = "echo", Internal = true },
            new FlowDefinition { Name = "no tool name", Expression = "echo" },
        ]);
}
