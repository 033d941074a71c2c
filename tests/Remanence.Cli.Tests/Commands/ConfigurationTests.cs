using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

public sealed class ConfigurationTests : IDisposable
{
    private readonly TestCli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("list")]
    [InlineData("doctor")]
    public async Task Every_fault_is_a_line_and_code2(string command)
    {
        var file = _cli.File("mine.yaml", "llm:\n  default:\n    max_retries: many\n    api_key: sesame\n    base_ulr: x\n");

        var result = await _cli.RunAsync(command, "--config", file, "http.port=x", "--jobs.workers=99");

        result.ExitCode.ShouldBe(ExitCodes.Usage);
        result.Out.ShouldBeEmpty();
        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            $"remanence: {file} line 5: \"llm.default.base_ulr\" is not a setting; did you mean llm.default.base_url?",
            $"remanence: {file} line 3: llm.default.max_retries must be a whole number from 0 to 20, not \"many\".",
            $"remanence: {file} line 2: llm.default has no model_name; write the model's name at the endpoint, such as llm.default.model_name=NAME.",
            "remanence: argument: http.port must be a whole number from 0 to 65535, not \"x\".",
            "remanence: argument: jobs.workers must be a whole number from 0 to 64, not \"99\".",
        ]);
    }

    [Fact]
    public async Task Doctor_tells_what_has_no_effect_and_which_models_there_are_and_no_key()
    {
        var file = _cli.File("mine.yaml", "llm.default: {model_name: m, api_key: sesame, base_url: 'http://127.0.0.1:1/v1'}\nenable_logo: true\n");

        var result = await _cli.RunAsync("doctor", "http.port=0", "c=" + file);
        var output = result.Out;

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("is the endpoint started, and llm.default.base_url right?");
        output.ShouldContain("warn  settings");
        output.ShouldContain("line 2: enable_logo has no meaning here and is ignored.");
        output.ShouldContain("understood; models: llm.default");
        output.ShouldNotContain("sesame");
    }
}
