using Microsoft.Extensions.DependencyInjection;
using Remanence.Sqlite;
using Remanence.Sqlite.Tests;
using Remanence.Stores;

namespace Remanence.Server.Tests.Http;

/// <summary>A reader that began before an erasure still needs what it erases: the answer tells, and whoever asks for it waits until nothing is left.</summary>
public sealed class ErasureWaitTests
{
    private const string Memories = "/v1/workspaces/w/memories?user_id=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_tells_of_traces_and_who_asks_for_it_waits_until_there_are_none()
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var user in (string[])["ann", "bob", "cid", "dan"])
        {
            await server.Client.PostAsync(
                "/v1/workspaces/w/messages",
                $$"""{"messages":[{"role":"user","content":"heron of {{user}}"},{"role":"user","content":"stork"}],"user_id":"{{user}}"}""");
        }

        Task<HttpResponseMessage> waiting;
        Task<HttpResponseMessage> finishing;
        var store = server.Services.GetRequiredService<MemoryStore>();
        await using (var reading = store.ReadHistoryAsync("w", Token).GetAsyncEnumerator(Token))
        {
            (await reading.MoveNextAsync()).ShouldBeTrue();
            var erased = await (await server.Client.SendAsync("DELETE", Memories + "ann")).ReadAsync();
            erased.GetProperty("memories").GetInt32().ShouldBe(2);
            erased.GetProperty("traces_until").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
            (await server.Client.GetJsonAsync(Memories + "ann")).GetProperty("items").GetArrayLength().ShouldBe(0);

            waiting = server.Client.SendAsync("DELETE", Memories + "bob&wait=true");
            finishing = server.Client.SendAsync("POST", "/v1/erasures/finish");
            while ((await server.Client.GetJsonAsync(Memories + "bob")).GetProperty("items").GetArrayLength() > 0)
            {
                await Task.Yield();
            }

            // What is asked later and need not wait is answered before.
            (await (await server.Client.SendAsync("DELETE", Memories + "cid")).ReadAsync()).TryGetProperty("traces_until", out _).ShouldBeTrue();
            for (var later = 0; later < 20; later++)
            {
                await server.Client.GetJsonAsync("/health");
            }

            (waiting.IsCompleted || finishing.IsCompleted).ShouldBeFalse();
        }

        (await (await waiting).ReadAsync()).TryGetProperty("traces_until", out _).ShouldBeFalse();
        ((int)(await finishing).StatusCode).ShouldBe(204);
        (await (await server.Client.SendAsync("DELETE", Memories + "dan")).ReadAsync()).TryGetProperty("traces_until", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wait_ends_after_a_minute_and_the_answer_says_so()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.StartAsync(configure: services =>
            services.AddSqliteMemoryStore(new SqliteStoreOptions { Path = folder["store.db"], Time = new HurriedClock() }));
        await server.Client.PostAsync(
            "/v1/workspaces/w/messages",
            """{"messages":[{"role":"user","content":"heron"},{"role":"user","content":"stork"}],"user_id":"ann"}""");
        await using var reading = server.Services.GetRequiredService<MemoryStore>().ReadHistoryAsync("w", Token).GetAsyncEnumerator(Token);
        (await reading.MoveNextAsync()).ShouldBeTrue();

        var erased = await (await server.Client.SendAsync("DELETE", Memories + "ann&wait=true")).ReadAsync();
        erased.GetProperty("memories").GetInt32().ShouldBe(2);
        erased.GetProperty("traces_until").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        using var finished = await server.Client.SendAsync("POST", "/v1/erasures/finish");
        ((int)finished.StatusCode).ShouldBe(503);
        (await finished.Content.ReadAsStringAsync(Token)).ShouldContain("began to read before");
    }
}
