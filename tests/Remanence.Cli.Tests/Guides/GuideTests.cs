using System.Text.Json;
using System.Text.RegularExpressions;

namespace Remanence.Cli.Guides;

/// <summary>
/// What a guide tells its reader to run does what the reader expects: every call of ReMe's two guides and of ours, in the guide's order, unchanged but for the
/// port, against the server that the guide starts; with a scripted model and with none.
/// </summary>
public sealed partial class GuideTests
{
    [Theory]
    [InlineData("docs/reme.md", false, 3)]
    [InlineData("docs/reme.md", true, 3)]
    [InlineData("000", false, 7)]
    [InlineData("000", true, 7)]
    [InlineData("001", false, 6)]
    [InlineData("001", true, 6)]
    public async Task Every_call_gives_what_its_reader_expects(string name, bool withModel, int count)
    {
        var guide = Guide.Read(GuideFiles.Find(name));
        await using var model = withModel ? await GuideModel.StartAsync() : null;
        await using var server = await GuideServer.StartAsync(guide, model);
        var snippets = guide.Snippets.Where(snippet => snippet.Calls).ToList();
        snippets.Count.ShouldBe(count);
        foreach (var snippet in snippets)
        {
            var flows = FlowNames().Matches(snippet.Text).Select(match => match.Groups["flow"].Value).ToList();
            var answers = await SnippetRunner.RunAsync(snippet.At(server.Port), TestContext.Current.CancellationToken);
            answers.Count.ShouldBe(flows.Count, snippet.Text);
            foreach (var (flow, answer) in flows.Zip(answers))
            {
                Check(flow, answer, snippet, withModel);
            }
        }
    }

    private static void Check(string flow, JsonElement answer, Snippet snippet, bool withModel)
    {
        var shown = answer.ToString() + snippet.Text;
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["answer", "messages", "success", "metadata"], shown);
        answer.GetProperty("success").GetBoolean().ShouldBeTrue(shown);
        var text = answer.GetProperty("answer").GetString()!;
        var metadata = answer.GetProperty("metadata");
        var shownMode = metadata.TryGetProperty("mode", out var mode) ? mode.GetString() : null;
        var memories = metadata.TryGetProperty("memory_list", out var list) ? list.EnumerateArray().ToList() : [];
        switch (flow)
        {
            case "vector_store":
                metadata.GetProperty("action_result").GetProperty("size").GetInt32().ShouldBeGreaterThan(10, shown);
                return;
            case "summary_task_memory":
                memories.ShouldHaveSingleItem(shown);
                JsonElement.Parse(text).GetArrayLength().ShouldBe(1, shown);
                break;
            case "retrieve_task_memory":
                var found = memories.ShouldHaveSingleItem(shown).GetProperty("content").GetString()!;
                text.ShouldContain(withModel ? GuideModel.Guidance : found, Case.Sensitive, shown);
                break;
            case "summary_personal_memory":
                memories.ShouldNotBeEmpty(shown);
                break;
            case "retrieve_personal_memory":
                memories.ShouldNotBeEmpty(shown);
                text.ShouldMatch("coffee|咖啡", shown);

                // What is remembered about people is found without a model.
                shownMode.ShouldBe("verbatim", shown);
                return;
            default:
                Assert.Fail("Nobody said what to expect of " + flow);
                break;
        }

        shownMode.ShouldBe(withModel ? "inferred" : "verbatim", shown);
    }

    [GeneratedRegex("http://localhost:8002/(?<flow>[a-z_]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FlowNames();
}
