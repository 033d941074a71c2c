using Microsoft.Extensions.DependencyInjection;
using Remanence.Client;
using Remanence.Messages;
using Remanence.Server.Tests.Http;
using Remanence.Services;

namespace Remanence.Server.Tests.Hosted;

/// <summary>A server elsewhere as a program's memory service.</summary>
public sealed class HostedClientTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_speaks_to_the_server_through_handlers_of_ones_own()
    {
        var services = new ServiceCollection();
        var counted = new Counted();
        services.AddRemanenceClient(server.Client.BaseAddress!).AddHttpMessageHandler(() => new Counting(counted));
        await using var provider = services.BuildServiceProvider();

        var memory = provider.GetRequiredService<MemoryService>();
        await memory.MemorizeAsync(
            "hosted-client",
            new MemorizeRequest { UserId = "ann", Messages = [new Message { Role = "user", Content = "I play the oboe." }] },
            Stop);
        var answer = await memory.RetrieveAsync("hosted-client", new RetrieveRequest { UserId = "ann", Query = "oboe" }, Stop);

        memory.ShouldBeOfType<HttpMemoryService>();
        answer.Results.ShouldHaveSingleItem().Memory.Content.ShouldBe("I play the oboe.");
        counted.Calls.ShouldBe(2);
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("127.0.0.1:8002")]
    public void An_address_that_is_none_is_refused_at_once(string address) =>
        Should
            .Throw<ArgumentException>(() => new ServiceCollection().AddRemanenceClient(new Uri(address, UriKind.RelativeOrAbsolute)))
            .Message.ShouldContain(address);

    private sealed class Counted
    {
        public int Calls { get; set; }
    }

    private sealed class Counting(Counted counted) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            counted.Calls++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
