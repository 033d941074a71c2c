using FsCheck;
using FsCheck.Fluent;
using Remanence.Flows.Expressions;

namespace Remanence.Tests.Flows;

public sealed class ExpressionProperties
{
    private static readonly string[] Marks =
    [
        "a", "b_op", "c-1", "_", "名", ">>", ">", "|", "(", ")", "?", " ", "\n", "\t", "\r\n", ",", "1", "😀", "\u0000", "\ud800",
    ];

    [Fact]
    public void What_is_printed_reads_back_as_the_same() =>
        Prop.ForAll(Arb.From(Trees(4)), tree =>
        {
            var text = ExpressionPrinter.Print(tree);
            Shape(ExpressionParser.Parse(text)).ShouldBe(Shape(tree));
            ExpressionPrinter.Print(ExpressionParser.Parse(text)).ShouldBe(text);
        }).Hold(1000);

    [Fact]
    public void A_sequence_among_branches_needs_no_parentheses() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Gen.ListOf(Trees(2)).Where(list => list.Count > 0)).Where(list => list.Count > 0)), branches =>
        {
            var bare = string.Join(" | ", branches.Select(branch => string.Join(" >> ", branch.Select(Enclosed))));
            var explicitly = string.Join(" | ", branches.Select(branch => "(" + string.Join(" >> ", branch.Select(Enclosed)) + ")"));
            Shape(ExpressionParser.Parse(bare)).ShouldBe(Shape(ExpressionParser.Parse(explicitly)));
        }).Hold(300);

    [Fact]
    public void Any_text_is_an_expression_or_is_refused_with_its_place()
    {
        var texts = Gen.OneOf(
            Gen.ArrayOf(Gen.Elements(Marks)).Select(string.Concat),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty));
        Prop.ForAll(Arb.From(texts), text =>
        {
            try
            {
                ExpressionParser.Parse(text).Steps.ShouldNotBeEmpty();
            }
            catch (ExpressionException exception)
            {
                exception.Span.Start.ShouldBeInRange(0, text.Length);
                (exception.Span.Start + exception.Span.Length).ShouldBeLessThanOrEqualTo(text.Length);
                exception.Excerpt.Split('\n').Length.ShouldBe(2);
                exception.Excerpt.ShouldContain("^");
                exception.Message.ShouldNotContain("\n");
            }
        }).Hold(5000);
    }

    private static string Enclosed(FlowNode node) => node is StepNode || node.MayFail ? ExpressionPrinter.Print(node) : $"({ExpressionPrinter.Print(node)})";

    private static string Shape(FlowNode node) => (node switch
    {
        StepNode step => step.Name,
        GroupNode group => (group.Parallel ? "P[" : "S[") + string.Join(",", group.Parts.Select(Shape)) + "]",
        _ => throw new InvalidOperationException(),
    }) + (node.MayFail ? "?" : string.Empty);

    private static Gen<FlowNode> Trees(int depth)
    {
        var step = from name in Gen.Elements("a", "b", "long_name_op", "x-1", "检索")
                   from mayFail in Gen.Elements(false, false, true)
                   select (FlowNode)new StepNode(name, default, mayFail);
        if (depth == 0)
        {
            return step;
        }

        var group = from parallel in Gen.Elements(false, true)
                    from mayFail in Gen.Elements(false, false, true)
                    from parts in Gen.ListOf(Trees(depth - 1), 3)
                    select GroupNode.Of(parallel, parts, mayFail)!;
        return Gen.OneOf(step, group);
    }
}
