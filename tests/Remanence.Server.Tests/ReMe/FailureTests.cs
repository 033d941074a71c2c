using Microsoft.Extensions.DependencyInjection;
using Remanence.Hosting;

namespace Remanence.Server.Tests.ReMe;

public sealed class FailureTests
{
    [Theory]
    [InlineData("/refuse", "invalid action=\"foo\"; use load.")]
    [InlineData("/model", "flow model: model: llm.default does not answer; start it.")]
    [InlineData("/unsuccessful", "Nothing to do.")]
    public async Task A_flow_that_failed_says_why(string path, string answer)
    {
        await using var server = await RunningServer.StartAsync(configure: TestFlows.Add);

        var response = await server.Client.PostAsync(path, "{}");

        response.GetProperty("success").GetBoolean().ShouldBeFalse();
        response.GetProperty("answer").GetString().ShouldBe(answer);
        response.EnumerateObject().Select(member => member.Name).ShouldBe(["answer", "messages", "success", "metadata"]);
    }

    [Theory]
    [InlineData("/refuse", 400, "invalid-request")]
    [InlineData("/model", 502, "model-failed")]
    [InlineData("/store", 503, "store-unavailable")]
    [InlineData("/bug", 500, "internal-error")]
    public async Task Who_wants_a_status_gets_one(string path, int status, string type)
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { ReMeErrors = FlowErrors.Status }, TestFlows.Add);

        using var response = await server.Client.SendAsync("POST", path, Wire.Json("{}"));

        (await response.ReadProblemAsync(status)).GetProperty("type").GetString().ShouldBe("urn:remanence:problem:" + type);
        (await server.Client.PostAsync("/unsuccessful", "{}")).GetProperty("success").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("/bug", 500)]
    [InlineData("/broken_answer", 500)]
    [InlineData("/bug_at_once", 500)]
    [InlineData("/store", 503)]
    public async Task What_is_the_servers_fault_is_a_problem(string path, int status)
    {
        await using var server = await RunningServer.StartAsync(configure: TestFlows.Add);

        using var response = await server.Client.SendAsync("POST", path, Wire.Json("{}"));

        var problem = await response.ReadProblemAsync(status);
        problem.GetRawText().ShouldNotContain("secret");
        problem.TryGetProperty("event_id", out _).ShouldBe(status == 500);
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_its_flow()
    {
        var (entered, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        var flows = TestFlows.Build(held: async (_, token) =>
        {
            entered.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                cancelled.SetResult();
                throw;
            }
        });
        await using var server = await RunningServer.StartAsync(configure: services => services.AddSingleton(flows));
        using var leaving = new CancellationTokenSource();
        using var body = Wire.Json("{}");
        var request = server.Client.PostAsync(new Uri("/held", UriKind.Relative), body, leaving.Token);
        await entered.Task;

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => request);
        await cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
