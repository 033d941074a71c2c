namespace Remanence.Server.Tests.Http;

public sealed class HostileRequestTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [MemberData(nameof(HostileCases.Names), MemberType = typeof(HostileCases))]
    public async Task It_is_refused_with_a_reason_and_leaves_nothing(string what)
    {
        var item = HostileCases.All[what];
        var workspace = ServerFixture.NewWorkspace();

        using var response = await fixture.Client.SendAsync(item.Method, $"/v1/workspaces/{workspace}{item.Path}", item.Body?.Invoke(), item.Headers ?? []);

        await response.ReadProblemAsync(item.Status, item.Field);
        var workspaces = await fixture.Client.GetJsonAsync("/v1/workspaces");
        workspaces.EnumerateArray().Select(entry => entry.GetProperty("name").GetString()).Any(name => name == workspace).ShouldBeFalse();
    }

    [Fact]
    public void There_are_many_cases() => HostileCases.All.Count.ShouldBeGreaterThanOrEqualTo(100);
}
