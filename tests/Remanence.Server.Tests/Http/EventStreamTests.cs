using System.Globalization;
using System.Text.Json;

namespace Remanence.Server.Tests.Http;

/// <summary>A client of the changes that is cut off goes on where it was, whatever it had of a commit, also over a workspace that was made anew.</summary>
public sealed class EventStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_on_after_the_last_id_that_the_client_saw_and_nothing_is_missed()
    {
        await using var server = await RunningServer.StartAsync();
        await SayAsync(server, "one", "two");
        await SayAsync(server, "three");

        // Cut off between the events of one commit: without an id there is nothing to go on from but the beginning.
        var first = await ReadAsync(server, "?after=0", null, 2);
        first.Select(change => change.Content).ShouldBe(["one", "two"]);
        first.Select(change => change.Id is null).ShouldBe([true, false]);

        (await ReadAsync(server, string.Empty, first[1].Id, 1)).ShouldHaveSingleItem().Content.ShouldBe("three");

        // What is dropped in between and what is said in the workspace of the same name is told, too.
        await server.Client.SendAsync("DELETE", "/v1/workspaces/w");
        await SayAsync(server, "four");
        var later = (await ReadAsync(server, string.Empty, first[1].Id, 1)).ShouldHaveSingleItem();
        later.Content.ShouldBe("four");
        Number(later.Id).ShouldBeGreaterThan(Number(first[1].Id));
    }

    [Fact]
    public async Task An_id_that_is_none_is_refused()
    {
        await using var server = await RunningServer.StartAsync();
        await (await server.Client.SendAsync("GET", "/v1/workspaces/w/events", null, ("Last-Event-ID", "yesterday"))).ReadProblemAsync(400, "Last-Event-ID");
    }

    private static long Number(string? id) => long.Parse(id!, CultureInfo.InvariantCulture);

    private static async Task SayAsync(RunningServer server, params string[] contents)
    {
        var messages = contents.Select(content => $$"""{"role":"user","content":"{{content}}"}""");
        await server.Client.PostAsync("/v1/workspaces/w/messages", $$"""{"messages":[{{string.Join(',', messages)}}]}""");
    }

    private static async Task<List<(string? Content, string? Id)>> ReadAsync(RunningServer server, string query, string? lastId, int count)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/workspaces/w/events" + query, UriKind.Relative));
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        // What is missed would be waited for without end.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        var changes = new List<(string?, string?)>();
        string? content = null;
        string? id = null;
        while (changes.Count < count && await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                content = JsonDocument.Parse(line[6..]).RootElement.GetProperty("memory").GetProperty("content").GetString();
            }
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.Length == 0 && content is not null)
            {
                changes.Add((content, id));
                (content, id) = (null, null);
            }
        }

        return changes;
    }
}
