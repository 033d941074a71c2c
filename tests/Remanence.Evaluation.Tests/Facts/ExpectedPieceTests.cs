namespace Remanence.Evaluation.Facts;

public sealed class ExpectedPieceTests
{
    [Theory]
    [InlineData("Lena Fischer", "The user's wife is called Lena Fischer.", true)]
    [InlineData("Lena Fischer", "The user's wife Lena is called Fischer.", false)]
    [InlineData("nursing student", "The user studies nursing.", true)]
    [InlineData("lactose intolerant", "The user is lactose-intolerant.", true)]
    [InlineData("Mr. Biscuit", "The user has a dog called Mr.", false)]
    [InlineData("5 a.m.", "The user wakes up at 5 a.m.", true)]
    [InlineData("华为离职", "用户不再在华为工作。", true)]
    [InlineData("香菜", "用户喜欢吃菜。", false)]
    [InlineData("三十二", "用户32岁。", true)]
    [InlineData("twenty-seven", "The user is 27 years old.", true)]
    [InlineData("Oslo", "The user lives in Olso.", false)]
    public void Fact_says_a_piece(string piece, string fact, bool says) => ExpectedPiece.Of(piece).IsSaidBy(fact).ShouldBe(says);

    [Fact]
    public void Denial_is_marked() => ExpectedPiece.Of("! Barclays").ShouldSatisfyAllConditions(
        piece => piece.Denies.ShouldBeTrue(),
        piece => piece.Text.ShouldBe("Barclays"),
        piece => piece.IsOptional.ShouldBeFalse());

    [Fact]
    public void Optional_is_marked_before_a_denial() => ExpectedPiece.Of("? !Barclays").ShouldSatisfyAllConditions(
        piece => piece.IsOptional.ShouldBeTrue(),
        piece => piece.Denies.ShouldBeTrue(),
        piece => piece.Text.ShouldBe("Barclays"));

    [Fact]
    public async Task Reader_names_the_line()
    {
        using var reader = new StringReader("language\ttopic\tkind\ttext\texpected\nen\thome\tstatement\tI live in Oslo.\t\n");
        var fault = await Should.ThrowAsync<EvaluationDataException>(StatementReader.ReadAsync(reader, "own.tsv", TestContext.Current.CancellationToken));
        fault.Message.ShouldContain("own.tsv, line 2");
    }
}
