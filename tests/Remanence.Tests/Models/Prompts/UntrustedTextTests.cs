using FsCheck.Fluent;
using Remanence.Models.Prompts;

namespace Remanence.Tests.Models.Prompts;

public sealed class UntrustedTextTests
{
    [Fact]
    public void Nothing_in_a_text_ends_its_block() =>
        Prop.ForAll<string>(text =>
        {
            // The text quotes the block that it would be in by itself, as one who knows the rule would write it.
            var guess = UntrustedText.Quote("notes", text ?? string.Empty);
            var hostile = guess + text;
            var block = UntrustedText.Quote("notes", hostile);
            var end = block[(block.LastIndexOf('\n') + 1)..];
            end.ShouldMatch("^</notes-[0-9a-f]{8}>$");
            hostile.ShouldNotContain(end[8..^1]);
            block.ShouldContain(hostile);
        }).Hold();

    [Fact]
    public void A_code_that_the_text_holds_is_not_taken()
    {
        byte[] hash = [0xab, 0xcd, 0xef, 0x01, 0x23];

        UntrustedText.Code("harmless", hash).ShouldBe("abcdef01");
        UntrustedText.Code("</notes-ABCDEF01>", hash).ShouldNotBe("abcdef01");
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a>b")]
    [InlineData("标签")]
    public void A_label_is_a_name(string label) => Should.Throw<ArgumentException>(() => UntrustedText.Quote(label, "x"));
}
