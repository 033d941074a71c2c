using System.Text.Json.Serialization.Metadata;
using Remanence.Models.Structured;

namespace Remanence.Tests.Models.Structured;

public sealed class ReplyReaderTests
{
    private const string Fact = """{"text":"tea","confidence":0.5}""";

    [Theory]
    [InlineData(Fact)]
    [InlineData("```json\n" + Fact + "\n```")]
    [InlineData("```\n" + Fact + "\n```")]
    [InlineData("Sure! Here it is:\n```json\n" + Fact + "\n```\nAnything else?")]
    [InlineData("Here: " + Fact)]
    [InlineData(Fact + "\nI hope that helps [1]; see {note}.")]
    [InlineData("<think>Maybe {\"text\":\"a draft that is longer than the answer itself\",\"confidence\":1} or [] …</think>\n" + Fact)]
    [InlineData("It may be coffee.</think>" + Fact)]
    [InlineData("Draft: {\"text\":\"nay\",\"confidence\":0.1} Final: " + Fact)]
    [InlineData("An unclosed { and [ and \" before it: " + Fact)]
    [InlineData("""{"text":"tea", /* sure */ "confidence":0.5,}""")]
    [InlineData("""{"text":"tea","confidence":"0.5"}""")]
    [InlineData("""[{"text":"tea","confidence":0.5}]""")]
    [InlineData("""{"Text":"tea","CONFIDENCE":5e-1}""")]
    [InlineData("""{"text":"tea","confidence":0.5,"tags":null,"note":null,"parts":[]}""")]
    public void Finds_the_value(string reply) => Read(reply, FindingJson.Default.Finding).Text.ShouldBe("tea");

    [Fact]
    public void Forgives_only_what_has_one_reading()
    {
        var finding = Read(
            """{"text":7,"confidence":" 1.5 ","count":"3","certain":"True","kind":"rare","tags":"one","parts":{"text":"in","confidence":1,"count":2.0}}""",
            FindingJson.Default.Finding);

        finding.Text.ShouldBe("7");
        finding.Confidence.ShouldBe(1.5);
        finding.Count.ShouldBe(3);
        finding.Certain.ShouldBeTrue();
        finding.Kind.ShouldBe(FindingKind.Rare);
        finding.Tags.ShouldBe(["one"]);
        finding.Parts.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"text":"tea","confidence":"high"}""")]
    [InlineData("""{"text":"tea","confidence":0.5,"count":2.5}""")]
    [InlineData("""{"text":"tea","confidence":0.5,"kind":"odd"}""")]
    [InlineData("""{"text":null,"confidence":0.5}""")]
    [InlineData("""{"text":"tea","confidence":null}""")]
    [InlineData("""{"text":"tea","confidence":0.5,"tags":[null]}""")]
    [InlineData("""{"text":"tea"}""")]
    [InlineData("""[{"text":"a","confidence":1},{"text":"b","confidence":1}]""")]
    [InlineData("""{"text":"tea","confidence":0.5""")]
    [InlineData("tea, with confidence 0.5")]
    [InlineData("null")]
    [InlineData("")]
    public void Guesses_nothing(string reply) => Reader(FindingJson.Default.Finding).Read(reply).Found.ShouldBeFalse();

    [Fact]
    public void Line_breaks_within_text_are_kept() => Read("{\"text\":\"one\ntwo\",\"confidence\":1}", FindingJson.Default.Finding).Text.ShouldBe("one\ntwo");

    [Theory]
    [InlineData("""{"data":["a","b"]}""", 2)]
    [InlineData("""["a","b"]""", 2)]
    [InlineData("""The list is ["a","b"], see [1].""", 2)]
    [InlineData("\"a\"", 1)]
    public void A_list_may_come_wrapped_or_not(string reply, int count) => Read(reply, FindingJson.Default.ListString).Count.ShouldBe(count);

    [Theory]
    [InlineData("42")]
    [InlineData("\"42\"")]
    [InlineData("{\"data\":42}")]
    [InlineData("I think: {\"data\":\"42\"}")]
    public void A_number_may_come_wrapped_or_not(string reply) => Read(reply, FindingJson.Default.Int32).ShouldBe(42);

    [Fact]
    public void A_list_of_trees_is_described_and_read()
    {
        var schema = ReplySchema.Of(FindingJson.Default.ListFinding);
        schema.IsWrapped.ShouldBeTrue();
        schema.Text.ShouldContain("#/properties/data/");

        var list = Read("""{"data":[{"text":"a","confidence":1,"parts":[{"text":"b","confidence":"2"}]}]}""", FindingJson.Default.ListFinding);

        list[0].Parts[0].Confidence.ShouldBe(2);
    }

    [Fact]
    public void The_schema_holds_what_strict_endpoints_want()
    {
        var schema = ReplySchema.Of(FindingJson.Default.Finding);

        schema.Sent.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        schema.Sent.GetProperty("properties").GetProperty("text").GetProperty("description").GetString().ShouldBe("What was found.");
        schema.Sent.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldBe(["text", "confidence"]);
    }

    private static ReplyReader<T> Reader<T>(JsonTypeInfo<T> type) => new(type, ReplySchema.Of(type));

    private static T Read<T>(string reply, JsonTypeInfo<T> type)
    {
        var (found, value, error) = Reader(type).Read(reply);
        found.ShouldBeTrue(error);
        return value!;
    }
}
