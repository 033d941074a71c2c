using System.Net;
using Remanence.Configuration;
using Remanence.Hosting;

namespace Remanence.Server.Tests.MemoryScope;

/// <summary>MemoryScope's eight operations over HTTP, by their names and with its parameters.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task What_is_added_is_found_listed_and_deleted_for_one_person()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { ChatHumanName = "Ann" });

        (await AnswerAsync(server, "add_memory", """{"query":"Ann likes jasmine tea."}"""))
            .ShouldBe("[MEMORY ACTIONS]:\nnew observation: Ann likes jasmine tea. (valid)");
        await AnswerAsync(server, "add_memory", """{"query":"Bob drinks coffee.","role_name":"Bob"}""");

        (await AnswerAsync(server, "retrieve_memory", """{"query":"What does Ann drink?","timestamp":1700000000}"""))
            .ShouldMatch(@"^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [A-Z][a-z]+day\] Ann likes jasmine tea\.$");
        (await AnswerAsync(server, "list_memory", "{}")).ShouldContain("Ann likes jasmine tea.");
        (await AnswerAsync(server, "list_memory", """{"role_name":"Bob"}""")).ShouldNotContain("jasmine");
        (await AnswerAsync(server, "delete_memory", """{"query":"Ann likes jasmine tea.","role_name":"Bob"}""", success: false)).ShouldContain("No memory");

        (await AnswerAsync(server, "delete_memory", """{"query":"Ann likes jasmine tea."}"""))
            .ShouldBe("[MEMORY ACTIONS]:\ndelete observation: Ann likes jasmine tea. (valid)");
        (await AnswerAsync(server, "list_memory", "{}")).ShouldNotContain("jasmine");
        (await AnswerAsync(server, "list_memory", """{"role_name":"Bob"}""")).ShouldContain("Bob drinks coffee.");
    }

    [Fact]
    public async Task A_listed_memory_is_deleted_by_its_id()
    {
        await using var server = await RunningServer.StartAsync();
        await AnswerAsync(server, "add_memory", """{"query":"Ann plays chess."}""");

        var listed = await server.Client.PostAsync("/list_memory", """{"query":"chess"}""");
        var id = listed.GetProperty("metadata").GetProperty("memory_list")[0].GetProperty("memory_id").GetString();

        (await AnswerAsync(server, "delete_memory", $$"""{"memory_id":"{{id}}"}""")).ShouldStartWith("[MEMORY ACTIONS]:\ndelete observation: Ann plays chess.");
        (await AnswerAsync(server, "delete_memory", $$"""{"memory_id":"{{id}}"}""", success: false)).ShouldContain(id!);
        (await AnswerAsync(server, "delete_memory", "{}", success: false)).ShouldContain("memory_id");
    }

    [Fact]
    public async Task What_was_said_is_read_consolidated_and_reflected_on()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { JobsWorkers = 0 });
        await server.Client.PostAsync("/chat_with_memory", """{"query":"I moved to Lisbon."}""");

        (await AnswerAsync(server, "read_message", "{}")).ShouldEndWith("user: I moved to Lisbon.");
        (await AnswerAsync(server, "read_message", """{"role_name":"Bob"}""")).ShouldBeEmpty();
        var consolidated = await AnswerAsync(server, "consolidate_memory", "{}");
        consolidated.ShouldStartWith("[MEMORY ACTIONS]:\nnew observation: ");
        consolidated.ShouldContain("Lisbon");
        (await AnswerAsync(server, "consolidate_memory", "{}")).ShouldBeEmpty();
        (await AnswerAsync(server, "read_message", "{}")).ShouldBeEmpty();
        (await AnswerAsync(server, "retrieve_memory", """{"query":"Where is home?"}""")).ShouldContain("Lisbon");
        await AnswerAsync(server, "reflect_and_reconsolidate", "{}");
    }

    [Fact]
    public async Task Everything_about_one_person_is_deleted_and_nothing_else()
    {
        await using var server = await RunningServer.StartAsync();
        await AnswerAsync(server, "add_memory", """{"query":"Ann likes tea."}""");
        await AnswerAsync(server, "add_memory", """{"query":"Bob likes tea.","role_name":"Bob"}""");
        await server.Client.PostAsync("/chat_with_memory", """{"query":"My safe opens with 4711."}""");

        (await AnswerAsync(server, "delete_all", "{}")).ShouldStartWith("[MEMORY ACTIONS]:\ndelete 2 memories");

        (await AnswerAsync(server, "retrieve_memory", """{"query":"What opens the safe? Who likes tea?"}""")).ShouldBeEmpty();
        (await AnswerAsync(server, "read_message", "{}")).ShouldBeEmpty();
        (await AnswerAsync(server, "list_memory", """{"role_name":"Bob"}""")).ShouldContain("Bob likes tea.");
    }

    [Theory]
    [InlineData("add_memory", "{}", "query")]
    [InlineData("retrieve_memory", """{"role_name":"Bob"}""", "query")]
    [InlineData("chat_with_memory", "{}", "query")]
    [InlineData("list_memory", """{"role_name":7}""", "role_name")]
    [InlineData("retrieve_memory", """{"query":"q","timestamp":"noon"}""", "timestamp")]
    [InlineData("chat_with_memory", """{"query":"q","stream":"maybe"}""", "stream")]
    [InlineData("delete_all", """{"workspace_id":"../x"}""", "workspace_id")]
    public async Task What_an_operation_does_not_take_is_named(string operation, string body, string field)
    {
        await using var server = await RunningServer.StartAsync();

        var refused = await server.Client.PostAsync("/" + operation, body, HttpStatusCode.UnprocessableEntity);

        refused.GetProperty("detail")[0].GetProperty("loc")[1].GetString().ShouldBe(field);
    }

    [Fact]
    public async Task A_flow_of_the_configuration_goes_before_and_what_is_disabled_is_not_there()
    {
        await using var server = await StartAsync("flow.read_message.flow_content=print_memory", "disabled_flows=delete_all");

        (await AnswerAsync(server, "read_message", "{}")).ShouldStartWith("observations:");
        await server.Client.PostAsync("/delete_all", "{}", HttpStatusCode.NotFound);
        await AnswerAsync(server, "add_memory", """{"query":"Ann likes tea."}""");
    }

    [Fact]
    public async Task More_are_found_than_with_ReMes_flow_unless_it_is_configured()
    {
        await using var many = await RunningServer.StartAsync();
        await using var few = await StartAsync("output_memory_max_count=2");
        foreach (var server in new[] { many, few })
        {
            for (var i = 0; i < 8; i++)
            {
                await AnswerAsync(server, "add_memory", $$"""{"query":"Ann has {{i + 2}} cups for tea."}""");
            }
        }

        (await AnswerAsync(many, "retrieve_memory", """{"query":"cups for tea"}""")).Split('\n').Length.ShouldBe(8);
        (await AnswerAsync(few, "retrieve_memory", """{"query":"cups for tea"}""")).Split('\n').Length.ShouldBe(2);
        (await AnswerAsync(many, "retrieve_memory", """{"query":"cups for tea","top_k":3}""")).Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public async Task Operations_stand_in_the_description_and_are_no_tools()
    {
        await using var server = await RunningServer.StartAsync();

        var paths = (await server.Client.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");

        foreach (var operation in (string[])["read_message", "retrieve_memory", "list_memory", "delete_memory", "delete_all", "add_memory",
            "consolidate_memory", "reflect_and_reconsolidate", "chat_with_memory"])
        {
            paths.TryGetProperty("/" + operation, out _).ShouldBeTrue(operation);
        }

        paths.GetProperty("/chat_with_memory").GetProperty("post").GetProperty("responses").GetProperty("200").GetProperty("content")
            .EnumerateObject().Select(content => content.Name).ShouldBe(["application/json", "text/event-stream"]);
    }

    private static Task<RunningServer> StartAsync(params string[] arguments)
    {
        var read = RemanenceSettings.Load(new ConfigurationSources { Arguments = arguments, Environment = _ => null });
        return RunningServer.StartAsync(settings => settings with { Configuration = read.Configuration });
    }

    private static async Task<string> AnswerAsync(RunningServer server, string operation, string body, bool success = true)
    {
        var answer = await server.Client.PostAsync("/" + operation, body);
        answer.GetProperty("success").GetBoolean().ShouldBe(success, answer.GetRawText());
        return answer.GetProperty("answer").GetString()!;
    }
}
