using System.Text.Json.Nodes;

namespace Remanence.Evaluation.Library;

/// <summary>
/// Makes the libraries that ship with Remanence. Everything in them is experience of this software with itself, written by the rules that need no model, so the
/// same version makes the same files.
/// </summary>
/// <param name="http">A connection to an empty server without a chat model and with a clock that stands still. The caller's to dispose.</param>
public sealed class LibraryBuilder(HttpClient http)
{
    /// <summary>When everything in a library happened.</summary>
    internal static DateTimeOffset Time { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The clock of a server that the libraries are made with: it is always the time at which everything in them happened.</summary>
    public static TimeProvider Clock { get; } = new StandingClock(Time);

    /// <summary>Builds the libraries into a folder that the server may write to, and answers the size of each.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyDictionary<string, int>> BuildAsync(string folder, CancellationToken cancellationToken)
    {
        var client = new ApiClient(http);
        await new ApiLibrary(client).BuildAsync(cancellationToken);
        await new LakeLibrary(client).BuildAsync(cancellationToken);
        var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var workspace in (string[])[ApiLibrary.Workspace, LakeLibrary.Workspace])
        {
            var body = new JsonObject { ["workspace_id"] = workspace, ["action"] = "dump", ["path"] = folder };
            var answer = await client.DemandAsync(ApiCall.Post("/vector_store", body.ToJsonString()), cancellationToken);
            sizes[workspace] = answer.Body!.Value.GetProperty("metadata").GetProperty("action_result").GetProperty("size").GetInt32();
        }

        return sizes;
    }
}
