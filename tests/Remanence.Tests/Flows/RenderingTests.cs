using Remanence.Flows;
using Remanence.Flows.Catalogue;

namespace Remanence.Tests.Flows;

public sealed class RenderingTests
{
    private const string Expression = "set_query >> (extract_time | (retrieve_memory >> semantic_rank)?) >> (fuse | rank?) >> answer";

    [Fact]
    public void A_flow_is_a_tree() => Flow(Expression).ToTree().ShouldBe(
        """
        test
        ├─ set_query
        ├─ side by side
        │  ├─ extract_time
        │  └─ one after the other (may fail)
        │     ├─ retrieve_memory
        │     └─ semantic_rank
        ├─ side by side
        │  ├─ fuse
        │  └─ rank (may fail)
        └─ answer
        """);

    [Fact]
    public void A_flow_is_a_flowchart() => Flow(Expression).ToMermaid().ShouldBe(
        """
        ---
        title: "test"
        ---
        flowchart LR
          s1["set_query"]
          s2["extract_time"]
          subgraph g1["may fail"]
            s3["retrieve_memory"]
            s4["semantic_rank"]
          end
          s5["fuse"]
          s6["rank"]
          j1(( ))
          s7["answer"]
          s3 --> s4
          s1 --> s2
          s1 --> s3
          s2 --> j1
          s4 --> j1
          j1 --> s5
          j1 --> s6
          s5 --> s7
          s6 --> s7
          classDef mayFail stroke-dasharray: 4 3
          class g1,s6 mayFail
        """);

    [Fact]
    public void A_single_step_is_shown_too()
    {
        Flow("answer").ToTree().ShouldBe("test\n└─ answer");
        Flow("answer").ToMermaid().ShouldBe("---\ntitle: \"test\"\n---\nflowchart LR\n  s1[\"answer\"]");
        Flow("answer").ToString().ShouldBe("test: answer");
    }

    [Fact]
    public void A_hostile_name_stays_in_its_place()
    {
        var flow = TestFlows.Of("answer").Build(new FlowDefinition { Name = "a\"\n---\nflowchart TD\n  x", Expression = "answer" }).Flows[0];

        flow.ToMermaid().Split('\n')[1].ShouldBe("title: \"a\\\"\\n---\\nflowchart TD\\n  x\"");
    }

    private static Flow Flow(string expression) =>
        TestFlows.Of("set_query", "extract_time", "retrieve_memory", "semantic_rank", "fuse", "rank", "answer").Build(expression);
}
