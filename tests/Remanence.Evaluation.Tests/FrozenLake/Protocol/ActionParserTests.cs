using FsCheck.Fluent;

namespace Remanence.Evaluation.FrozenLake.Protocol;

public sealed class ActionParserTests
{
    [Theory]
    [InlineData("""I go down. {"action":"1"}""", 1)]
    [InlineData("""{"action": 2}""", 2)]
    [InlineData("""{'action': '3'}""", 3)]
    [InlineData("""{action: 0}""", 0)]
    [InlineData("""{action:"0"}""", 0)]
    [InlineData("""{\"action\":\"2\"}""", 2)]
    [InlineData("""{“action”: “2”}""", 2)]
    [InlineData("action = 1", 1)]
    [InlineData("Action: 1.", 1)]
    [InlineData("""{"action":"right"}""", 2)]
    [InlineData("""{"action":"UP"}""", 3)]
    [InlineData("```json\n{\n  \"action\" : \"1\"\n}\n```", 1)]
    [InlineData("""First I thought of {"action":"0"}, but no: {"action":"2"}""", 2)]
    public void A_move_is_found(string reply, int action) => ((int?)ActionParser.Parse(reply)).ShouldBe(action);

    [Theory]
    [InlineData("")]
    [InlineData("I go down.")]
    [InlineData("""{"action":"<0-3>"}""")]
    [InlineData("""{"action":"4"}""")]
    [InlineData("""{"action":"12"}""")]
    [InlineData("""{"action":-1}""")]
    [InlineData("""{"action":1.5}""")]
    [InlineData("""{"reaction":"1"}""")]
    [InlineData("""{"action":"downward"}""")]
    public void What_names_no_move_gives_none(string reply) => ActionParser.Parse(reply).ShouldBeNull();

    [Fact]
    public void Any_text_can_be_read() => Prop.ForAll<string>(text =>
    {
        ActionParser.Parse(text ?? string.Empty);
        return true;
    }).Hold();
}
