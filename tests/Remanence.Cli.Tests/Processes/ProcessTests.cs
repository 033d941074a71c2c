using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Processes;

/// <summary>What only a process can show: signals, ports, locks, and death in the middle of work.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TestCli _cli = new();

    private string Data => "data.path=" + _cli.DataPath;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Serve_says_where_it_listens_and_stops_cleanly(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        await using var server = CliProcess.Start("serve", Data, "http.port=0");
        var line = await server.ReadLineAsync();
        line.ShouldStartWith("Remanence listens on http://127.0.0.1:");
        var url = line["Remanence listens on ".Length..];

        (await _cli.RunBareAsync(new TestConsole(), ["memorize", "one", "--url", url])).ShouldSucceed();
        await server.SignalAsync(signal);
        var (code, output, _) = await server.EndAsync();

        code.ShouldBe(ExitCodes.Ok);
        output.ShouldBeEmpty();
        (await _cli.RunAsync("list")).ShouldSucceed().Out.ShouldContain("one");
    }

    [Fact]
    public async Task Address_of_another_machine_is_a_wrong_setting()
    {
        await using var server = CliProcess.Start("serve", Data, "http.port=0", "http.host=203.0.113.7", "http.allow_unauthenticated=true");
        var (code, _, error) = await server.EndAsync();
        code.ShouldBe(ExitCodes.Usage, error);
        error.ShouldContain("203.0.113.7 is not an address of this machine");
    }

    [Fact]
    public async Task Serve_on_a_taken_port_fails_in_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        await using var server = CliProcess.Start("serve", Data, $"http.port={((IPEndPoint)listener.LocalEndpoint).Port}");
        var (code, output, error) = await server.EndAsync();

        code.ShouldBe(ExitCodes.Conflict, error);
        output.ShouldBeEmpty();
        error.ShouldStartWith("remanence: port ");
        error.TrimEnd('\n').ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_folder_that_a_server_has_is_asked_through_it_and_a_second_server_names_the_first()
    {
        await using var server = CliProcess.Start("serve", Data, "--port", "0");
        var url = (await server.ReadLineAsync()).ShouldNotBeNull()["Remanence listens on ".Length..];
        foreach (var file in OperatingSystem.IsWindows() ? [] : Directory.GetFiles(_cli.DataPath))
        {
            new FileInfo(file).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }


        (await _cli.RunAsync("memorize", "one")).ShouldSucceed();
        (await _cli.RunAsync("list")).ShouldSucceed().Out.ShouldContain("one");
        (await _cli.RunAsync("list", "--url", url + "/v1")).ShouldSucceed().Out.ShouldContain("one");
        (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed().Out.ShouldContain(url);
        await using var second = CliProcess.Start("serve", Data, "http.port=0");
        var (code, _, error) = await second.EndAsync();
        code.ShouldBe(ExitCodes.Store, error);
        error.ShouldContain("--url " + url);
        error.TrimEnd('\n').ShouldNotContain("\n");

        // What a server leaves behind that was killed misleads nobody.
        await server.SignalAsync("KILL");
        await server.EndAsync();
        (await _cli.RunAsync("list")).ShouldSucceed().Out.ShouldContain("one");
    }

    [Fact]
    public async Task A_folder_that_another_program_has_is_code5()
    {
        (await _cli.RunAsync("memorize", "one")).ShouldSucceed();
        using var held = new FileStream(Path.Combine(_cli.DataPath, "remanence.db.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        (await _cli.RunAsync("memorize", "two")).ShouldFail(ExitCodes.Store);
        (await _cli.RunAsync("list")).ShouldFail(ExitCodes.Store);
    }

    [Fact]
    public async Task Import_killed_in_the_middle_can_be_repeated()
    {
        using var source = new TestCli();
        var chat = string.Concat(Enumerable.Range(0, 6000).Select(i => $"{{\"role\":\"user\",\"content\":\"message number {i} about topic {i % 97}\"}}\n"));
        await source.RunAsync("memorize", "--file", source.File("chat.jsonl", chat), "-w", "w");
        var export = source.PathOf("export.jsonl");
        (await source.RunAsync("export", export, "-w", "w")).ShouldSucceed();

        // Killed as soon as something has reached the disk: no time to finish, nothing to clean up.
        var log = Path.Combine(_cli.DataPath, "remanence.db-wal");
        await using (var import = CliProcess.Start("import", export, Data))
        {
            await UntilAsync(() => File.Exists(log) && new FileInfo(log).Length > 500_000);
        }

        var again = (await _cli.RunAsync("import", export, "--json")).ShouldSucceed().Json;

        (again.GetProperty("memories").GetInt64() + again.GetProperty("skipped").GetInt64()).ShouldBe(6000);
        var copy = _cli.PathOf("copy.jsonl");
        (await _cli.RunAsync("export", copy, "-w", "w")).ShouldSucceed();
        Records(copy).ShouldBe(Records(export));
        (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed().Out.ShouldContain("6000 memories");
    }

    [Fact]
    public async Task Server_killed_in_the_middle_of_an_import_takes_it_again()
    {
        using var source = new TestCli();
        var chat = string.Concat(Enumerable.Range(0, 6000).Select(i => $"{{\"role\":\"user\",\"content\":\"message number {i} about topic {i % 97}\"}}\n"));
        await source.RunAsync("memorize", "--file", source.File("chat.jsonl", chat), "-w", "w");
        var export = source.PathOf("export.jsonl");
        (await source.RunAsync("export", export, "-w", "w")).ShouldSucceed();

        await using (var server = CliProcess.Start("serve", Data, "http.port=0"))
        {
            var url = (await server.ReadLineAsync())!["Remanence listens on ".Length..];
            var import = _cli.RunBareAsync(new TestConsole(), ["import", export, "--url", url]);
            using var http = new HttpClient();
            while (
                !Regex.IsMatch(
                    await http.GetStringAsync($"{url}/v1/workspaces", TestContext.Current.CancellationToken),
                    "\"memories\":[1-9]",
                    RegexOptions.NonBacktracking))
            {
                import.IsCompleted.ShouldBeFalse();
            }

            await server.SignalAsync("KILL");
            (await import).ExitCode.ShouldBe(ExitCodes.Unreachable);
        }

        await using var next = CliProcess.Start("serve", Data, "http.port=0");
        var address = (await next.ReadLineAsync())!["Remanence listens on ".Length..];
        var again = (await _cli.RunBareAsync(new TestConsole(), ["import", export, "--url", address, "--json"])).ShouldSucceed().Json;
        again.GetProperty("skipped").GetInt64().ShouldBeInRange(1, 5999);
        (again.GetProperty("memories").GetInt64() + again.GetProperty("skipped").GetInt64()).ShouldBe(6000);
        var copy = _cli.PathOf("copy.jsonl");
        (await _cli.RunBareAsync(new TestConsole(), ["export", copy, "-w", "w", "--url", address])).ShouldSucceed();
        Records(copy).ShouldBe(Records(export));
    }

    [Fact]
    public async Task Import_onto_a_full_disk_says_what_is_in_and_takes_the_rest_later()
    {
        using var source = new TestCli();
        var chat = string.Concat(Enumerable.Range(0, 6000).Select(i => $"{{\"role\":\"user\",\"content\":\"message number {i} about topic {i % 97}\"}}\n"));
        await source.RunAsync("memorize", "--file", source.File("chat.jsonl", chat), "-w", "w");
        var export = source.PathOf("export.jsonl");
        (await source.RunAsync("export", export, "-w", "w")).ShouldSucceed();
        Directory.CreateDirectory(_cli.DataPath);
        Assert.SkipUnless(await MountAsync("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", _cli.DataPath), "Only root can mount a small disk.");
        try
        {
            var error = (await _cli.RunAsync("import", export)).ShouldFail(ExitCodes.Store);
            var stored = int.Parse(
                Regex.Match(error, "Of the import (?<count>[0-9]+) memories", RegexOptions.NonBacktracking).Groups["count"].Value,
                CultureInfo.InvariantCulture);
            stored.ShouldBeInRange(1, 5999);
            (await MountAsync("mount", "-o", "remount,size=120m", _cli.DataPath)).ShouldBeTrue();

            var again = (await _cli.RunAsync("import", export, "--json")).ShouldSucceed().Json;

            (again.GetProperty("memories").GetInt64(), again.GetProperty("skipped").GetInt64()).ShouldBe((6000 - stored, stored));
            var copy = _cli.PathOf("copy.jsonl");
            (await _cli.RunAsync("export", copy, "-w", "w")).ShouldSucceed();
            Records(copy).ShouldBe(Records(export));
        }
        finally
        {
            await MountAsync("umount", _cli.DataPath);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_without_room_to_check_it_stores_nothing(bool file)
    {
        using var source = new TestCli();
        var chat = string.Concat(Enumerable.Range(0, 6000).Select(i => $"{{\"role\":\"user\",\"content\":\"message number {i} about topic {i % 97}\"}}\n"));
        await source.RunAsync("memorize", "--file", source.File("chat.jsonl", chat), "-w", "w");
        var export = source.PathOf("export.jsonl");
        (await source.RunAsync("export", export, "-w", "w")).ShouldSucceed();
        var small = Directory.CreateDirectory(_cli.PathOf("small")).FullName;
        Assert.SkipUnless(
            !OperatingSystem.IsWindows() && await MountAsync("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small),
            "Only root can mount a small disk.");
        try
        {
            await using var import = CliProcess.StartWithTemporaryFolder(small, "import", file ? export : "-", Data);
            try
            {
                await import.WriteLineAsync(file ? string.Empty : await File.ReadAllTextAsync(export, TestContext.Current.CancellationToken));
                import.EndInput();
            }
            catch (IOException)
            {
                // It reads no more.
            }

            var (code, output, error) = await import.EndAsync();

            code.ShouldBe(ExitCodes.Store, error);
            output.ShouldBeEmpty();
            error.ShouldContain("nothing was imported");
            error.TrimEnd('\n').ShouldNotContain("\n");
            Directory.EnumerateFiles(small).ShouldBeEmpty();
            (await _cli.RunAsync("workspaces", "--json")).Out.ShouldNotContain("\"w\"");
        }
        finally
        {
            await MountAsync("umount", small);
        }
    }

    [Fact]
    public async Task Repair_killed_in_the_middle_changes_nothing()
    {
        var token = TestContext.Current.CancellationToken;
        var chat = string.Concat(
            Enumerable.Range(0, 12_000).Select(i => $"{{\"role\":\"user\",\"content\":\"message number {i} about topic {i % 97} {new string('x', 400)}\"}}\n"));
        await _cli.RunAsync("memorize", "--file", _cli.File("chat.jsonl", chat), "-w", "w");
        var store = Path.Combine(_cli.DataPath, "remanence.db");
        var bytes = await File.ReadAllBytesAsync(store, token);
        bytes.AsSpan(0, 4096).Clear();
        await File.WriteAllBytesAsync(store, bytes, token);
        var draft = store + ".new";

        await using (var repair = CliProcess.Start("repair", Data))
        {
            await UntilAsync(() => File.Exists(draft) && new FileInfo(draft).Length > 1_000_000);
        }

        (await File.ReadAllBytesAsync(store, token)).ShouldBe(bytes);
        Directory.EnumerateFiles(_cli.DataPath, "*.damaged-*").ShouldBeEmpty();
        (await _cli.RunAsync("repair")).ShouldSucceed().Out.ShouldContain("memories           12000 read\n");
        File.Exists(draft).ShouldBeFalse();
        (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed().Out.ShouldContain("12000 memories");
    }

    [Fact]
    public async Task Exit_codes_reach_the_shell()
    {
        await using var wrong = CliProcess.Start("retrieve");
        (await wrong.EndAsync()).ExitCode.ShouldBe(ExitCodes.Usage);
        await using var version = CliProcess.Start("--version");
        (await version.EndAsync()).Out.ShouldMatch(@"^\d+\.\d+\.\d+");
    }

    public void Dispose() => _cli.Dispose();

    // Resources, messages and memories, in order.
    private static string Records(string file) =>
        string.Join('\n', File.ReadLines(file).Where(line => !line.StartsWith("{\"history\"", StringComparison.Ordinal)));

    private static async Task<bool> MountAsync(string command, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true, UseShellExecute = false })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!condition() && await timer.WaitForNextTickAsync(limit.Token))
        {
        }
    }
}
