using System.Diagnostics;
using System.Net;
using System.Text;
using Remanence.Benchmarks.Load;
using Remanence.Benchmarks.Measuring;
using Remanence.Benchmarks.Synthetic;

namespace Remanence.Benchmarks.Soak;

/// <summary>A store of its own whose file is damaged between two starts, and repaired.</summary>
internal static class DamagedCopy
{
    private const int Memories = 2_000;
    private const int PageSize = 4_096;

    public static async Task MeasureAsync(string program, string folder, LimitTable table)
    {
        using (var whole = await ServerProcess.StartAsync(program, folder))
        {
            using var client = new HttpClient { BaseAddress = whole.Address };
            foreach (var part in Corpus.Messages(Memories).Chunk(500))
            {
                (await PostAsync(client, Messages(part.Select(message => message.Content)))).EnsureSuccessStatusCode();
            }
        }

        // The last to close the file writes the log into it.
        await RunAsync(program, "list", "--limit", "1", $"data.path={folder}");
        Damage(Path.Combine(folder, "remanence.db"));
        using (var damaged = await ServerProcess.StartAsync(program, folder))
        {
            using var client = new HttpClient { BaseAddress = damaged.Address };
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            using var written = await PostAsync(client, Messages(["Something new."]));
            table.Must("readiness over a damaged file", ready.StatusCode == HttpStatusCode.ServiceUnavailable, $"{(int)ready.StatusCode}", "503");
            table.Must("a write to a damaged file", written.StatusCode == HttpStatusCode.ServiceUnavailable, $"{(int)written.StatusCode}", "503");
        }

        var repaired = await RunAsync(program, "repair", $"data.path={folder}");
        using var again = await ServerProcess.StartAsync(program, folder);
        using var asking = new HttpClient { BaseAddress = again.Address };
        using var sound = await asking.GetAsync(new Uri("/health/ready", UriKind.Relative));
        table.Must($"readiness after repair (which ended with {repaired})", sound.StatusCode == HttpStatusCode.OK, $"{(int)sound.StatusCode}", "200");
        var listed = await asking.GetStringAsync(new Uri("/v1/workspaces", UriKind.Relative));
        using var workspaces = System.Text.Json.JsonDocument.Parse(listed);
        var left = workspaces.RootElement.EnumerateArray().Sum(workspace => workspace.GetProperty("memories").GetInt64());
        table.Note($"memories that came back of {Memories:#,0}", left, "");
    }

    // Every eighth page from the middle on.
    private static void Damage(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        var noise = new byte[PageSize];
        new Random(7).NextBytes(noise);
        for (var page = stream.Length / PageSize / 2; page < stream.Length / PageSize; page += 8)
        {
            stream.Position = page * PageSize;
            stream.Write(noise);
        }
    }

    private static string Messages(IEnumerable<string> contents) =>
        $$"""{"messages":[{{string.Join(',', contents.Select(content => $$"""{"role":"user","content":{{System.Text.Json.JsonSerializer.Serialize(content)}}}"""))}}]}""";

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri("/v1/workspaces/damaged/messages", UriKind.Relative), body);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
