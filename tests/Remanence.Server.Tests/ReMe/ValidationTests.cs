using System.Text.Json;

namespace Remanence.Server.Tests.ReMe;

public sealed class ValidationTests(FlowServerFixture fixture) : IClassFixture<FlowServerFixture>
{
    [Theory]
    [InlineData("""{}""", "missing", """["body","needed"]""", "Field required", "{}")]
    [InlineData("""{"needed":null}""", "string_type", """["body","needed"]""", "Input should be a valid string", "null")]
    [InlineData("""{"needed":7}""", "string_type", """["body","needed"]""", "Input should be a valid string", "7")]
    [InlineData("""{"needed":"","query":7}""", "string_type", """["body","query"]""", "Input should be a valid string", "7")]
    [InlineData(
        """{"needed":"","whole":"five"}""",
        "int_parsing",
        """["body","whole"]""",
        "Input should be a valid integer, unable to parse string as an integer",
        "\"five\"")]
    [InlineData(
        """{"needed":"","whole":1.5}""",
        "int_from_float",
        """["body","whole"]""",
        "Input should be a valid integer, got a number with a fractional part",
        "1.5")]
    [InlineData("""{"needed":"","whole":[1]}""", "int_type", """["body","whole"]""", "Input should be a valid integer", "[1]")]
    [InlineData("""{"needed":"","whole":1e300}""", "int_parsing_size", """["body","whole"]""", null, "1e300")]
    [InlineData(
        """{"needed":"","number":"much"}""",
        "float_parsing",
        """["body","number"]""",
        "Input should be a valid number, unable to parse string as a number",
        "\"much\"")]
    [InlineData("""{"needed":"","number":{}}""", "float_type", """["body","number"]""", "Input should be a valid number", "{}")]
    [InlineData("""{"needed":"","number":"NaN"}""", "finite_number", """["body","number"]""", "Input should be a finite number", "\"NaN\"")]
    [InlineData("""{"needed":"","number":1e999}""", "finite_number", """["body","number"]""", "Input should be a finite number", "1e999")]
    [InlineData(
        """{"needed":"","flag":"perhaps"}""",
        "bool_parsing",
        """["body","flag"]""",
        "Input should be a valid boolean, unable to interpret input",
        "\"perhaps\"")]
    [InlineData("""{"needed":"","flag":2}""", "bool_parsing", """["body","flag"]""", null, "2")]
    [InlineData("""{"needed":"","flag":[]}""", "bool_type", """["body","flag"]""", "Input should be a valid boolean", "[]")]
    [InlineData("""{"needed":"","list":"a"}""", "list_type", """["body","list"]""", "Input should be a valid list", "\"a\"")]
    [InlineData("""{"needed":"","map":[]}""", "dict_type", """["body","map"]""", "Input should be a valid dictionary", "[]")]
    [InlineData("""{"needed":"","metadata":"x"}""", "dict_type", """["body","metadata"]""", "Input should be a valid dictionary", "\"x\"")]
    [InlineData("""{"needed":"","messages":{}}""", "list_type", """["body","messages"]""", "Input should be a valid list", "{}")]
    [InlineData("""{"needed":"","messages":[{},7]}""", "value_error", """["body","messages",1]""", null, "[{},7]")]
    [InlineData("""{"needed":"","messages":[{"content":7}]}""", "value_error", """["body","messages",0,"content"]""", null, null)]
    [InlineData("""{"needed":"","workspace_id":"../etc"}""", "value_error", """["body","workspace_id"]""", null, "\"../etc\"")]
    [InlineData("""{"needed":"","workspace_id":" "}""", "value_error", """["body","workspace_id"]""", null, "\" \"")]
    [InlineData("""[]""", "model_attributes_type", """["body"]""", "Input should be a valid dictionary or object to extract fields from", "[]")]
    [InlineData("\"x\"", "model_attributes_type", """["body"]""", null, "\"x\"")]
    [InlineData("""null""", "missing", """["body"]""", "Field required", "null")]
    [InlineData("", "missing", """["body"]""", "Field required", "null")]
    [InlineData("""{"needed":""", "json_invalid", """["body",10]""", "JSON decode error", "{}")]
    [InlineData("{\n\"needed\":nope}", "json_invalid", """["body",12]""", "JSON decode error", "{}")]
    [InlineData("""{"needed":"\ud800"}""", "json_invalid", """["body",0]""", "JSON decode error", "{}")]
    [InlineData("""{"needed":"","score":NaN}""", "json_invalid", null, "JSON decode error", "{}")]
    public async Task A_bad_body_is_refused_in_fast_ap_is_words(string body, string type, string? location, string? message, string? input)
    {
        var detail = (await RefusedAsync(Wire.Json(body))).ShouldHaveSingleItem();

        detail.EnumerateObject().Select(member => member.Name).Take(4).ShouldBe(["type", "loc", "msg", "input"]);
        detail.GetProperty("type").GetString().ShouldBe(type);
        detail.GetProperty("loc").GetRawText().ShouldBe(location ?? detail.GetProperty("loc").GetRawText());
        detail.GetProperty("msg").GetString().ShouldBe(message ?? detail.GetProperty("msg").GetString());
        detail.GetProperty("input").GetRawText().ShouldBe(input ?? detail.GetProperty("input").GetRawText());
        (type is "json_invalid" or "value_error").ShouldBe(detail.TryGetProperty("ctx", out _));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var details = await RefusedAsync(Wire.Json("""{"whole":"x","flag":3,"list":{}}"""));

        details.Select(detail => detail.GetProperty("loc")[1].GetString()).ShouldBe(["list", "whole", "flag", "needed"]);
    }

    [Fact]
    public async Task A_form_is_no_json() =>
        (await RefusedAsync(Wire.Bytes("needed=x"u8.ToArray(), "application/x-www-form-urlencoded")))
            .ShouldHaveSingleItem()
            .GetProperty("type")
            .GetString()
            .ShouldBe("model_attributes_type");

    [Fact]
    public async Task Bytes_that_are_no_text_are_no_json() =>
        (await RefusedAsync(Wire.Bytes([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'])))
            .ShouldHaveSingleItem()
            .GetProperty("type")
            .GetString()
            .ShouldBe("json_invalid");

    [Fact]
    public async Task A_hundred_thousand_brackets_are_no_json() =>
        (await RefusedAsync(Wire.Json(new string('[', 100_000)))).ShouldHaveSingleItem().GetProperty("type").GetString().ShouldBe("json_invalid");

    [Fact]
    public async Task A_large_input_is_not_sent_back()
    {
        var detail = (await RefusedAsync(Wire.Json("{\"text\":[" + new string(' ', 9000) + "],\"needed\":\"\"}"))).ShouldHaveSingleItem();

        detail.GetProperty("input").GetString().ShouldBe("an array of 0 items");
    }

    private async Task<List<JsonElement>> RefusedAsync(HttpContent body)
    {
        using var response = await fixture.Client.SendAsync("POST", "/typed", body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(422, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        return [.. Wire.Parse(text).GetProperty("detail").EnumerateArray()];
    }
}
