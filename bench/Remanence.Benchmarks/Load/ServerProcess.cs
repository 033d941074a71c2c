using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Remanence.Benchmarks.Load;

/// <summary>A server in a process of its own, on a free port of loopback; disposing stops it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly byte[] Request = Encoding.ASCII.GetBytes("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    private readonly Process _process;
    private int _logLines;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the last byte of its first answer.</summary>
    public double FirstAnswerMilliseconds { get; private set; }

    /// <summary>Lines that it wrote to its log so far.</summary>
    public int LogLines => Volatile.Read(ref _logLines);

    /// <summary>Starts one and waits for its first answer.</summary>
    /// <param name="program">The built program.</param>
    /// <param name="dataFolder">Where it keeps its data.</param>
    /// <param name="settings">Further settings, <c>name=value</c>.</param>
    public static async Task<ServerProcess> StartAsync(string program, string dataFolder, params string[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "serve", $"http.port={port}", $"data.path={dataFolder}", "log.level=warning" }.Concat(settings))
        {
            start.ArgumentList.Add(argument);
        }

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var server = new ServerProcess(process, new Uri($"http://127.0.0.1:{port}"));
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => server.Log(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await AnswersAsync(port))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                server.Dispose();
                throw new InvalidOperationException($"{program} did not answer within {Patience.TotalSeconds} s.");
            }

            await Task.Delay(1);
        }

        server.FirstAnswerMilliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return server;
    }

    /// <summary>Megabytes (10⁶) of it that lie in memory, the shared ones too.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    /// <summary>Files, sockets and pipes that it has open.</summary>
    public int OpenHandles() => Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Log(string? line)
    {
        if (line is not null)
        {
            Interlocked.Increment(ref _logLines);
            Console.Error.WriteLine(line);
        }
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            var stream = client.GetStream();
            await stream.WriteAsync(Request);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return (await reader.ReadToEndAsync()).StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
