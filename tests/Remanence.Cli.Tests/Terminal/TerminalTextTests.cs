using System.Globalization;
using FsCheck.Fluent;

namespace Remanence.Cli.Terminal;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[31mred\u001b[0m", "\uFFFD[31mred\uFFFD[0m")]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("right\u202Eleft", "right\uFFFDleft")]
    [InlineData("👨‍👩‍👧 你好", "👨‍👩‍👧 你好")]
    [InlineData("bell\a\u009B", "bell\uFFFD\uFFFD")]
    public void Line_holds_nothing_that_moves_the_cursor(string text, string expected) => TerminalText.Line(text).ShouldBe(expected);

    [Fact]
    public void Block_keeps_lines() => TerminalText.Block("a\r\nb\u001b").ShouldBe("a\nb\uFFFD");

    [Theory]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("ab😀cd", 4, "ab…")]
    public void Line_is_cut_between_characters(string text, int length, string expected) => TerminalText.Line(text, length).ShouldBe(expected);

    [Fact]
    public void No_text_lets_control_characters_through() =>
        Prop.ForAll<string>(text =>
                TerminalText.Block(text ?? string.Empty).All(c => c == '\n' || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Control))
            .Hold();
}
