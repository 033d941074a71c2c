using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net;

namespace Remanence.Server.Tests.Http;

/// <summary>
/// With nothing configured the server asks nobody: no other machine, not this one, not even for an address. It listens to the whole process, so it runs alone.
/// </summary>
[CollectionDefinition(nameof(NothingLeavesTests), DisableParallelization = true)]
[Collection(nameof(NothingLeavesTests))]
public sealed class NothingLeavesTests
{
    [Fact]
    public async Task Without_models_no_connection_is_made_and_no_name_is_looked_up()
    {
        using var calls = new OutgoingCalls();
        await using var server = await RunningServer.StartAsync(settings => settings with { JobsQuiet = TimeSpan.Zero });
        server.Address.IsLoopback.ShouldBeTrue();
        foreach (
            var (path, body) in ((string, string)[])
                [
                    (
                        "/v1/workspaces/w/messages",
                        """{"messages":[{"role":"user","content":"I live in Lisbon. See https://example.com/x."},{"role":"user","content":"我对花生过敏"}],"user_id":"ann"}"""),
                    ("/v1/workspaces/w/resources", """{"text":"The heron is a bird.","media_type":"text/plain"}"""),
                    ("/v1/workspaces/w/consolidate", """{"user_id":"ann"}"""),
                    ("/v1/workspaces/w/reflect", """{"user_id":"ann"}"""),
                    ("/v1/workspaces/w/search", """{"query":"Where does Ann live?","user_id":"ann","explain":true}"""),
                    (
                        "/summary_task_memory",
                        """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"Order bread"},{"role":"assistant","content":"Ordered."}]}]}"""),
                    ("/retrieve_task_memory", """{"workspace_id":"w","query":"order bread"}"""),
                    ("/retrieve_personal_memory", """{"workspace_id":"w","query":"Lisbon"}"""),
                    ("/react", """{"workspace_id":"w","query":"order bread"}"""),
                    ("/use_mock_search", """{"query":"bread"}"""),
                ])
        {
            using var response = await server.Client.SendAsync("POST", path, Wire.Json(body));
            ((int)response.StatusCode).ShouldBeLessThan(300, $"{path}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        await server.Client.GetJsonAsync("/v1/workspaces/w/profile?user_id=ann");
        await server.Client.GetJsonAsync("/health/ready");
        await server.StopAsync();

        // The test's own way to the server shows that nothing goes unheard.
        var host = IPAddress.Parse(server.Address.Host);
        string[] own = [.. new[] { host, host.MapToIPv6() }.Select(address => "to " + new IPEndPoint(address, server.Address.Port).Serialize())];
        calls.ShouldNotBeEmpty();
        calls.ShouldBeSubsetOf(own);
    }

    private sealed class OutgoingCalls : EventListener, IEnumerable<string>
    {
        private readonly ConcurrentQueue<string> _calls = new();

        public IEnumerator<string> GetEnumerator() => _calls.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            var prefix = eventData.EventName switch { "ConnectStart" => "to ", "ResolutionStart" => "named ", _ => null };
            if (prefix is not null)
            {
                // An event may come before the fields of this object are set.
                _calls?.Enqueue(prefix + eventData.Payload?[0]);
            }
        }
    }
}
