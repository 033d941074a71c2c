using System.Net;

namespace Remanence.Server.Tests.Http;

/// <summary>A Host that names this machine is nobody else's; every other is refused, as a page could make it resolve to this machine.</summary>
public sealed class OwnNamesTests
{
    public static TheoryData<string> Own => new(
        "0.0.0.0", "localhost", "LOCALHOST", "localhost.", "app.localhost", "ip6-localhost", "127.0.0.1", "127.9.8.7", "[::1]", "[0:0:0:0:0:0:0:0]",
        "[::ffff:127.0.0.1]",
        Dns.GetHostName(), Dns.GetHostName().ToUpperInvariant() + ".", Dns.GetHostName() + ".local");

    public static TheoryData<string> Others =>
        new(
            "evil.example", "0.0.0.0.evil.example", "localhost.evil.example", "evillocalhost", "127.0.0.1.nip.io", "203.0.113.7", "[2001:db8::7]",
            Dns.GetHostName() + ".evil.example");

    [Theory]
    [MemberData(nameof(Own))]
    public async Task A_name_of_this_machine_is_answered(string host) => (await AskAsync(host)).ShouldBe(HttpStatusCode.OK);

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_name_is_refused(string host) => (await AskAsync(host)).ShouldBe(HttpStatusCode.Forbidden);

    private static async Task<HttpStatusCode> AskAsync(string host)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/retrieve_task_memory", UriKind.Relative))
        {
            Content = Wire.Json("""{"workspace_id":"w","query":"bread"}"""),
        };
        request.Headers.Host = $"{host}:{server.Address.Port}";
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
