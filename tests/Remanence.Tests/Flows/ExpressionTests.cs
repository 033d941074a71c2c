using Remanence.Flows.Expressions;

namespace Remanence.Tests.Flows;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("  a>>b|c ", "a >> b | c")]
    [InlineData("a | b >> c", "a | b >> c")]
    [InlineData("(a | b) >> c", "(a | b) >> c")]
    [InlineData("a >> (b >> (c))", "a >> b >> c")]
    [InlineData("a | (b | c)", "a | b | c")]
    [InlineData("a? >> (b >> c)? | (d | e)?", "a? >> (b >> c)? | (d | e)?")]
    [InlineData("((a)?)", "a?")]
    [InlineData(
        "trajectory_preprocess_op >>\n  (success_extraction_op|failure_extraction_op)\t>> x-1",
        "trajectory_preprocess_op >> (success_extraction_op | failure_extraction_op) >> x-1")]
    [InlineData("检索 >> 重排", "检索 >> 重排")]
    [InlineData(
        "set_query,[extract_time|retrieve_obs_ins,semantic_rank],fuse_rerank",
        "set_query >> (extract_time | retrieve_obs_ins >> semantic_rank) >> fuse_rerank")]
    [InlineData("a, [b] ,(c|[d|e],f)?>>g", "a >> b >> (c | (d | e) >> f)? >> g")]
    public void It_is_written_with_no_more_parentheses_than_it_needs(string text, string canonical) =>
        ExpressionPrinter.Print(ExpressionParser.Parse(text)).ShouldBe(canonical);

    [Fact]
    public void A_sequence_binds_tighter_than_branches()
    {
        var tree = ExpressionParser.Parse("a | b >> c").ShouldBeOfType<GroupNode>();
        tree.Parallel.ShouldBeTrue();
        tree.Parts[0].ShouldBeOfType<StepNode>().Name.ShouldBe("a");
        tree.Parts[1].ShouldBeOfType<GroupNode>().Parallel.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "the expression is empty; write at least one operator's name", "\n^")]
    [InlineData(" \n ", "the expression is empty; write at least one operator's name", "\n^")]
    [InlineData("a >> (b | ) >> c", "expected an operator's name or \"(\", but found \")\"", "a >> (b | ) >> c\n          ^")]
    [InlineData("a >>   ", "expected an operator's name or \"(\", but the expression ends", "a >>\n    ^")]
    [InlineData(">> a", "expected an operator's name or \"(\", but found \">>\"", ">> a\n^^")]
    [InlineData("a >> b c", "expected \">>\" or \"|\" between two steps, but found \"c\"", "a >> b c\n       ^")]
    [InlineData("a > b", "\">\" alone means nothing; write \">>\" for one step after the other", "a > b\n  ^")]
    [InlineData("a >> (b | c", "there is no \")\" for this \"(\"", "a >> (b | c\n     ^")]
    [InlineData("(a b)", "expected \">>\", \"|\" or \")\", but found \"b\"", "(a b)\n   ^")]
    [InlineData("a) >> b", "there is no \"(\" for this \")\"", "a) >> b\n ^")]
    [InlineData("a?? >> b", "one \"?\" is enough", "a?? >> b\n  ^")]
    [InlineData("a; b", "\";\" has no meaning in an expression; it takes names, \">>\", \"|\", \"?\" and parentheses", "a; b\n ^")]
    [InlineData("a,[b|c),d", "expected \">>\", \"|\" or \"]\", but found \")\"", "a,[b|c),d\n      ^")]
    [InlineData("a,[b|c,d", "there is no \"]\" for this \"[\"", "a,[b|c,d\n  ^")]
    [InlineData("a],b", "there is no \"[\" for this \"]\"", "a],b\n ^")]
    [InlineData("a,,b", "expected an operator's name or \"(\", but found \",\"", "a,,b\n  ^")]
    [InlineData("a >>\n\tb |\r\n\t| c", "expected an operator's name or \"(\", but found \"|\"", " | c\n ^")]
    [InlineData("检索 > 重排", "\">\" alone means nothing; write \">>\" for one step after the other", "检索 > 重排\n     ^")]
    [InlineData("a | \u202e", "\"\\u202e\" has no meaning in an expression; it takes names, \">>\", \"|\", \"?\" and parentheses", "a | ·\n    ^")]
    public void A_fault_is_shown_where_it_is(string text, string message, string excerpt)
    {
        var fault = Should.Throw<ExpressionException>(() => ExpressionParser.Parse(text));
        fault.Message.ShouldBe(message);
        fault.Excerpt.ShouldBe(excerpt);
    }

    [Fact]
    public void A_fault_in_a_long_line_is_shown_with_what_is_around_it()
    {
        var text = string.Join(" >> ", Enumerable.Repeat("step", 100)) + " >> > " + string.Join(" >> ", Enumerable.Repeat("step", 100));

        var lines = Should.Throw<ExpressionException>(() => ExpressionParser.Parse(text)).Excerpt.Split('\n');

        lines[0].Length.ShouldBeLessThan(110);
        lines[0][lines[1].IndexOf('^', StringComparison.Ordinal)].ShouldBe('>');
        lines[0].ShouldStartWith("…");
        lines[0].ShouldEndWith("…");
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var deep = new string('(', 1_000_000) + "a";

        Should.Throw<ExpressionException>(() => ExpressionParser.Parse(deep)).Message.ShouldBe("parentheses are nested more than 100 deep");
        ExpressionParser.Parse(new string('(', 100) + "a" + new string(')', 100)).ShouldBeOfType<StepNode>();
    }
}
