using System.Diagnostics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Remanence.Models.Structured;

namespace Remanence.Tests.Models.Structured;

public sealed class ReplyReaderProperties
{
    private static readonly ReplyReader<Finding> Reader = new(FindingJson.Default.Finding, ReplySchema.Of(FindingJson.Default.Finding));

    [Fact]
    public void Any_text_is_read_or_not_and_nothing_is_thrown() =>
        Prop.ForAll<string>(text => Reader.Read(text ?? string.Empty)).Hold();

    [Fact]
    public void Any_text_of_json_characters_is_read_or_not_and_nothing_is_thrown() =>
        Prop.ForAll(
                Texts([
                    "{", "}", "[", "]", "\"", "\\", ":", ",", "\"text\"", "\"confidence\"", "\\ud800", "\ud800", "1", "null", "\n", "`", "</think>", "/*", "//",
                ]),
                text => Reader.Read(text))
            .Hold();

    [Fact]
    public void A_value_within_prose_comes_back()
    {
        var prose = Texts([
            "Sure", " ", "\n", ":", "{", "[", "]", "}", "\"", "'", "`", "```", "```json\n", "<think>", "</think>", "1", "[1]", "{}", "你好", "\\",
        ]);
        var value = ArbMap
            .Default.ArbFor<string>()
            .Generator.Select(text => new Finding
            {
                Text = Whole(text),
                Confidence = 0.25,
                Tags = [Whole(text), "}", "```"],
            })
            .ToArbitrary();
        Prop.ForAll(
                prose,
                value,
                prose,
                (before, finding, after) =>
                {
                    var (found, read, error) = Reader.Read($"{before}\n{JsonSerializer.Serialize(finding, FindingJson.Default.Finding)}\n{after}");
                    found.ShouldBeTrue(error);
                    read!.Text.ShouldBe(finding.Text);
                    read.Tags.ShouldBe(finding.Tags);
                })
            .Hold();
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("\"")]
    [InlineData("[{\"a\":\"")]
    [InlineData("<think>")]
    public void A_long_reply_takes_no_longer_than_its_length(string piece)
    {
        var reply = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        Reader.Read(reply).Found.ShouldBeFalse();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static Arbitrary<string> Texts(string[] pieces) => Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary();

    // Half a pair of surrogates has no JSON, and a NUL is taken out of a reply.
    private static string Whole(string? text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text ?? string.Empty)).Replace("\0", "", StringComparison.Ordinal);
}
