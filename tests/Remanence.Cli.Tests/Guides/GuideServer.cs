using System.Globalization;
using Remanence.Cli.Processes;
using Remanence.Cli.Support;
using Remanence.ScriptedModels;

namespace Remanence.Cli.Guides;

/// <summary>The server as a reader of a guide starts it: the guide's own command, in a folder with its <c>.env</c> and the libraries.</summary>
internal sealed class GuideServer : IAsyncDisposable
{
    private readonly TestCli _folder;
    private readonly CliProcess _process;

    private GuideServer(TestCli folder, CliProcess process, int port) => (_folder, _process, Port) = (folder, process, port);

    public int Port { get; }

    public static async Task<GuideServer> StartAsync(Guide guide, ModelEndpoint? model)
    {
        var folder = new TestCli();
        var library = Directory.CreateDirectory(folder.PathOf(Path.Combine("docs", "library"))).FullName;
        foreach (
            var file in ((string[])[GuideFiles.ReMeLibraries, GuideFiles.Libraries])
                .Where(Directory.Exists)
                .SelectMany(path => Directory.GetFiles(path, "*.jsonl")))
        {
            File.Copy(file, Path.Combine(library, Path.GetFileName(file)));
        }

        if (model is not null)
        {
            var settings = guide.Snippets.FirstOrDefault(snippet => snippet.IsSettings)?.Text ?? "FLOW_LLM_API_KEY=sk-xxxx\nFLOW_LLM_BASE_URL=https://xxxx/v1";
            folder.File(".env", settings.Replace("https://xxxx/v1", model.BaseUrl.AbsoluteUri, StringComparison.Ordinal));
        }

        // reme \ KEY=VALUE \ … becomes remanence serve KEY=VALUE …
        var words = guide.Snippets.First(snippet => snippet.Serves).Text.Split((char[])[' ', '\n', '\\'], StringSplitOptions.RemoveEmptyEntries);
        var process = CliProcess.StartIn(folder.PathOf("."), ["serve", .. words.Where(word => word.Contains('=', StringComparison.Ordinal)), "http.port=0"]);
        try
        {
            var line = await process.ReadLineAsync();
            line.ShouldNotBeNull().ShouldStartWith("Remanence listens on ");
            return new GuideServer(folder, process, int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture));
        }
        catch
        {
            await process.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
