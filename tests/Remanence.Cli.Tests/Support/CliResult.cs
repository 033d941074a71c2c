using System.Text.Json;
using Remanence.Cli.Errors;

namespace Remanence.Cli.Support;

/// <summary>What a command left behind.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public CliResult ShouldSucceed()
    {
        ExitCode.ShouldBe(ExitCodes.Ok, Error + Out);
        return this;
    }

    /// <summary>The one line of a failure; nothing may be on standard output beside it.</summary>
    public string ShouldFail(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, Error + Out);
        Out.ShouldBeEmpty();
        Error.ShouldStartWith("remanence: ");
        Error.TrimEnd('\n').ShouldNotContain("\n");
        return Error;
    }
}
