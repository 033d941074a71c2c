using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remanence.Benchmarks.Soak;

/// <summary>A small disk beside the server's data, filled to the last byte and given room again.</summary>
/// <param name="traffic">The server's.</param>
/// <param name="folder">A folder on that disk.</param>
internal sealed class FullDisk(SoakTraffic traffic, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _filler = Path.Combine(folder, "filler");

    /// <summary>The readiness while it was full: 503 is right.</summary>
    public HttpStatusCode ReadinessWhenFull { get; private set; }

    /// <summary>From the moment at which there is room to an added memory and a readiness of 200; the patience when it did not come to that.</summary>
    public TimeSpan Recovery { get; private set; } = Patience;

    public async Task FillAsync(TimeSpan howLong, CancellationToken cancellationToken)
    {
        traffic.MayBeFull = true;
        var until = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(until) < howLong)
        {
            // What erasing frees is taken again.
            Fill();
            await Task.Delay(100, cancellationToken);
        }

        ReadinessWhenFull = await traffic.ReadinessAsync(cancellationToken);
    }

    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        File.Delete(_filler);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            var body = new JsonObject { ["kind"] = "note", ["content"] = "There is room again." };
            if (
                await traffic.AskAsync("add after the full disk", HttpMethod.Post, "/v1/workspaces/soak-room/memories", body, cancellationToken)
                    is { ValueKind: JsonValueKind.Object }
                && await traffic.ReadinessAsync(cancellationToken) == HttpStatusCode.OK)
            {
                Recovery = Stopwatch.GetElapsedTime(started);
                break;
            }

            await Task.Delay(50, cancellationToken);
        }

        traffic.MayBeFull = false;
    }

    private void Fill()
    {
        foreach (var size in new[] { 1 << 20, 1 << 12, 1 })
        {
            try
            {
                using var file = new FileStream(_filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
                for (var block = new byte[size]; ;)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // Full, for blocks of this size.
            }
        }
    }
}
