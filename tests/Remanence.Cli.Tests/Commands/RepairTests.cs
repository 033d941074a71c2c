using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

public sealed class RepairTests : IDisposable
{
    private const int PageSize = 4096;

    private readonly TestCli _cli = new();

    private string Store => Path.Combine(_cli.DataPath, "remanence.db");

    [Fact]
    public async Task Sound_store_is_not_touched()
    {
        await _cli.RunAsync("memorize", "the spare key hangs in the shed");
        var before = Files();

        (await _cli.RunAsync("repair")).ShouldSucceed().Out.ShouldBe($"nothing to repair: {Store} is sound\n");
        (await _cli.RunAsync("repair", "--json")).ShouldSucceed().Json.GetProperty("outcome").GetString().ShouldBe("sound");

        Files().ShouldBe(before);
    }

    [Fact]
    public async Task Damaged_store_says_what_to_type_and_is_back()
    {
        await _cli.RunAsync("memorize", "the spare key hangs in the shed");
        await DamageAsync(bytes => bytes.AsSpan(0, PageSize).Clear());
        var before = Files();

        (await _cli.RunAsync("list")).ShouldFail(ExitCodes.Store).ShouldContain($"remanence repair data.path={_cli.DataPath}");
        var dry = (await _cli.RunAsync("repair", "--dry-run")).ShouldSucceed();
        dry.Out.ShouldContain("nothing was changed");
        Files().ShouldBe(before);

        var repaired = (await _cli.RunAsync("repair")).ShouldSucceed();
        repaired.Out.ShouldContain("1 read");
        repaired.Out.ShouldContain($"kept as {Store}.damaged-");
        repaired.Out.ShouldNotContain("spare key");
        (await _cli.RunAsync("retrieve", "where is the spare key?")).ShouldSucceed().Out.ShouldContain("in the shed");
        (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed();
    }

    [Fact]
    public async Task Tables_of_another_version_are_told_by_doctor_and_made_anew()
    {
        await _cli.RunAsync("memorize", "the spare key hangs in the shed");
        await DamageAsync(bytes => bytes[63] = 3);

        var doctor = await _cli.RunAsync("doctor", "http.port=0");
        doctor.ExitCode.ShouldNotBe(ExitCodes.Ok);
        doctor.Out.ShouldContain("is not as version 3 has it");
        doctor.Out.ShouldContain("remanence repair");
        (await _cli.RunAsync("memorize", "another word")).ShouldFail(ExitCodes.Store).ShouldContain("is not as version 3 has it");

        (await _cli.RunAsync("repair")).ShouldSucceed().Out.ShouldContain("is damaged");
        (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed();
    }

    [Fact]
    public async Task What_is_lost_is_one_line_and_a_code_of_its_own()
    {
        for (var i = 0; i < 12; i++)
        {
            await _cli.RunAsync("memorize", $"shelf {i} " + new string('b', 900));
        }

        // The last page with rows of that.
        await DamageAsync(bytes =>
        {
            var last = Enumerable
                .Range(1, (bytes.Length / PageSize) - 1)
                .Last(page => bytes[page * PageSize] == 13 && bytes.AsSpan(page * PageSize, PageSize).IndexOf("shelf 7 "u8) >= 0);
            bytes.AsSpan(last * PageSize, PageSize).Clear();
        });

        var result = await _cli.RunAsync("repair", "--json");

        result.ExitCode.ShouldBe(ExitCodes.Lossy);
        result.Error.ShouldStartWith("remanence: not all could be read; lost: ");
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
        result.Json.GetProperty("outcome").GetString().ShouldBe("partial");
        (await _cli.RunAsync("list")).ShouldSucceed();
        (await _cli.RunAsync("repair")).ShouldSucceed().Out.ShouldStartWith("nothing to repair");
    }

    [Fact]
    public async Task No_store_another_programs_file_and_a_url_are_refused()
    {
        (await _cli.RunAsync("repair")).ShouldFail(ExitCodes.Store).ShouldContain("There is no store");
        Directory.Exists(_cli.DataPath).ShouldBeFalse();
        (await _cli.RunAsync("repair", "--url", "http://127.0.0.1:1")).ShouldFail(ExitCodes.Usage);

        Directory.CreateDirectory(_cli.DataPath);
        await File.WriteAllTextAsync(Store, new string('x', 9000), TestContext.Current.CancellationToken);
        var before = Files();
        (await _cli.RunAsync("repair")).ShouldFail(ExitCodes.Store).ShouldContain("Nothing of a store can be read");
        Files().ShouldBe(before);
    }

    public void Dispose() => _cli.Dispose();

    private async Task DamageAsync(Action<byte[]> damage)
    {
        var bytes = await File.ReadAllBytesAsync(Store, TestContext.Current.CancellationToken);
        damage(bytes);
        await File.WriteAllBytesAsync(Store, bytes, TestContext.Current.CancellationToken);
    }

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(_cli.DataPath).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file)), StringComparer.Ordinal);
}
