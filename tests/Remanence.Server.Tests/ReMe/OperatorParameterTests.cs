using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Configuration;
using Remanence.Flows.Catalogue;
using Remanence.Hosting;

namespace Remanence.Server.Tests.ReMe;

/// <summary>
/// Every parameter that ReMe's guides and MemoryScope's configuration give an operator: it does what it did there, or a warning says why it does nothing.
/// </summary>
public sealed class OperatorParameterTests
{
    [Theory]
    [InlineData("set_query_op.params.timestamp=1700000000")]
    [InlineData("retrieve_memory_op.params.recall_key=topic")]
    [InlineData("retrieve_memory_op.params.threshold_score=0.2")]
    [InlineData("retrieve_memory_op.params.threshold_score=null")]
    [InlineData("retrieve_memory.params.retrieve_obs_top_k=7")]
    [InlineData("retrieve_obs_ins.params.retrieve_ins_top_k=0")]
    [InlineData("retrieve_all_memory.params.retrieve_expired_top_k=12")]
    [InlineData("load_today_memory.params.retrieve_today_top_k=9")]
    [InlineData("""fuse_rerank_op.params.fuse_ratio_dict={"conversation":0.5,"observation":1,"obs_customized":1.2,"insight":2.0}""")]
    [InlineData("read_message_op.params.contextual_msg_max_count=4")]
    [InlineData("extract_time_op.params.language=zh", "in the language that they are written in")]
    [InlineData("memory_deduplication_op.params.max_existing_task_memories=40", "nearest to it")]
    [InlineData("update_insight_op.params.update_insight_threshold=0.3", "which belong to a subject")]
    [InlineData("update_insight.params.enable_parallel=false", "one call asks for all insights")]
    [InlineData("load_obs_and_insight.params.retrieve_not_updated_top_k=10", "retrieve_not_reflected_top_k bounds both")]
    [InlineData("load_obs_and_insight.params.retrieve_insight_top_k=10", "all insights of a person")]
    [InlineData("long_contra_repeat.params.long_contra_repeat_threshold=0.5", "long_contra_repeat_top_k")]
    [InlineData("""info_filter.params.generation_model_kwargs={"top_k":2}""", "llm.NAME.params")]
    [InlineData("parse_tool_call_result_op.params.evaluation_sleep_interval=0.1", "the endpoint's limit")]
    [InlineData("""fuse_rerank_op.params.fuse_ratio_dict={"hunch":3}""", "names hunch")]
    public async Task It_starts_and_what_does_nothing_is_said_once(string parameter, string? why = null)
    {
        await using var server = await StartAsync("op." + parameter);

        var warnings = server.Services.GetRequiredService<FlowCatalogue>().Warnings;

        if (why is null)
        {
            warnings.ShouldBeEmpty();
        }
        else
        {
            warnings.ShouldHaveSingleItem().ShouldContain(why);
        }
    }

    [Fact]
    public async Task The_moment_of_asking_may_be_configured()
    {
        await using var server = await StartAsync("op.set_query_op.params.timestamp=1704450000");
        await AddAsync(server, "Ada went to Porto.", "observation", "2024-01-04T10:00:00Z");
        await AddAsync(server, "Ada went to Faro.", "observation", "2025-03-04T10:00:00Z");

        (await AnswerAsync(server, """{"query":"Where did Ada go yesterday?"}""")).ShouldStartWith("Ada went to Porto.");
        (await AnswerAsync(server, """{"query":"Where did Ada go yesterday?","timestamp":1741168800}""")).ShouldStartWith("Ada went to Faro.");
    }

    [Fact]
    public async Task The_field_that_is_searched_for_may_be_configured()
    {
        await using var server = await StartAsync("op.retrieve_memory_op.params.recall_key=topic", "op.retrieve_memory_op.params.top_k=1");
        await AddAsync(server, "Ada plays the cello.");
        await AddAsync(server, "Ada bakes rye bread.");

        (await AnswerAsync(server, """{"query":"cello","topic":"rye bread"}""")).ShouldBe("Ada bakes rye bread.");
    }

    [Fact]
    public async Task What_scores_less_is_left_out()
    {
        await using var server = await StartAsync("op.retrieve_memory_op.params.threshold_score=1");
        await AddAsync(server, "Ada bakes rye bread.");

        (await AnswerAsync(server, """{"query":"cello"}""")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kinds_have_bounds_of_their_own()
    {
        await using var server = await StartAsync("op.retrieve_memory_op.params.retrieve_obs_top_k=1", "op.retrieve_memory_op.params.retrieve_ins_top_k=0");
        await AddAsync(server, "Ada bakes rye bread.");
        await AddAsync(server, "Ada sells bread.");
        await AddAsync(server, "Ada is a baker of bread.", "insight");

        (await AnswerAsync(server, """{"query":"bread"}""")).Split('\n').ShouldHaveSingleItem().ShouldNotContain("baker");
    }

    [Fact]
    public async Task Kinds_count_as_configured()
    {
        await using var server = await StartAsync("""op.fuse_rerank_op.params.fuse_ratio_dict={"insight":0}""");
        await AddAsync(server, "Ada knows bread.", "insight");
        await AddAsync(server, "Ada bakes rye in the morning.");

        (await AnswerAsync(server, """{"query":"bread"}""")).Split('\n')[^1].ShouldBe("Ada knows bread.");
    }

    [Fact]
    public async Task What_was_found_is_what_is_printed()
    {
        await using var server = await StartAsync(
            "flow.list_memory.flow_content=set_query >> retrieve_top_memory >> print_memory", "op.retrieve_top_memory.params.retrieve_obs_top_k=1");
        await AddAsync(server, "Ada bakes rye bread.", time: "2024-01-04T10:00:00Z");
        await AddAsync(server, "Ada plays the cello.", time: "2024-02-04T10:00:00Z");

        var listed = (await server.Client.PostAsync("/list_memory", """{"workspace_id":"w"}""")).GetProperty("answer").GetString()!;

        listed.ShouldContain("Ada plays the cello.");
        listed.ShouldNotContain("rye");
    }

    private static Task<RunningServer> StartAsync(params string[] arguments)
    {
        var configuration = RemanenceConfiguration.Load(new ConfigurationSources { Arguments = arguments, Environment = _ => null });
        return RunningServer.StartAsync(settings => settings with { Configuration = configuration });
    }

    private static async Task AddAsync(RunningServer server, string content, string kind = "observation", string? time = null)
    {
        var body = JsonSerializer.Serialize(new { content, kind, observed_at = time ?? "2024-05-05T10:00:00Z" });
        using var added = await server.Client.PostAsync(new Uri("/v1/workspaces/w/memories", UriKind.Relative), Wire.Json(body));
        added.EnsureSuccessStatusCode();
    }

    private static async Task<string> AnswerAsync(RunningServer server, string fields) =>
        (await server.Client.PostAsync("/retrieve_personal_memory", "{\"workspace_id\":\"w\"," + fields[1..])).GetProperty("answer").GetString()!;
}
