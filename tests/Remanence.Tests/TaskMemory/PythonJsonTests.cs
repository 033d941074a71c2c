using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Remanence.Json;
using Remanence.TaskMemory.Tools;

namespace Remanence.Tests.TaskMemory;

/// <summary>The expected texts and hashes come from CPython's json and hashlib.</summary>
public sealed class PythonJsonTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e-7, "1.5e-07")]
    [InlineData(1234567890123456.0, "1234567890123456.0")]
    [InlineData(9999999999999998.0, "9999999999999998.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.25e22, "1.25e+22")]
    [InlineData(1e300, "1e+300")]
    [InlineData(double.NaN, "0.0")]
    public void Numbers_are_written_as_Python_writes_them(double value, string text) => PythonJson.Number(value).ShouldBe(text);

    [Fact]
    public void Every_number_reads_back_as_itself() => Prop.ForAll(
        ArbMap.Default.ArbFor<NormalFloat>(),
        number => double.Parse(PythonJson.Number(number.Get), CultureInfo.InvariantCulture) == number.Get).Hold();

    [Theory]
    [InlineData("""{"b":[1,2.50],"a":"é\n\u007f/"}""", "{\"b\": [1, 2.50], \"a\": \"é\\n\u007f/\"}")]
    [InlineData("""{"k":{"x":null,"y":[]}}""", """{"k": {"x": null, "y": []}}""")]
    public void Parts_are_apart_and_what_is_not_ASCII_stays(string json, string text) => PythonJson.Write(Parse(json)).ShouldBe(text);

    [Theory]
    [InlineData("""{"b":1,"a":{"d":true,"c":1.0}}""", "ok", "b62a473575b320dbbc5a9267e175617b")]
    [InlineData("\"plain text\"", "out", "2e27f9a907642b8d928c4cf15ac5af9d")]
    [InlineData("""{"query":"天气","n":1e2,"é":-0}""", "晴", "2fa722b9efc4b58d546883074a2b998a")]
    [InlineData("{}", "", "91c6f366d2feb82328a084d998eff53b")]
    public void Hashes_are_those_of_ReMe(string input, string output, string hash) =>
        CallHash.Of(new ToolCallResult { ToolName = "t", Input = Parse(input), Output = output }).ShouldBe(hash);

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
