using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Json;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Tools;

namespace Remanence.TaskMemory.MockSearch;

/// <summary>
/// <c>use_mock_search</c>: calls one of three made-up search tools, of which each is good at questions of other complexity, and answers with the call's result
/// as <c>add_tool_call_result</c> takes it. The same query, seed and choice of tool give the same result.
/// </summary>
internal sealed class MockSearchOperator : MemoryOperator
{
    public static readonly OperatorParameter<int> Seed = OperatorParameter.WholeNumber("seed", 0, description: "Another seed throws other results.");

    public static readonly OperatorParameter<IReadOnlyList<double>> ToolA = Chances("search_tool_a", [0.9, 0.2, 0.5]);

    public static readonly OperatorParameter<IReadOnlyList<double>> ToolB = Chances("search_tool_b", [0.3, 0.9, 0.5]);

    public static readonly OperatorParameter<IReadOnlyList<double>> ToolC = Chances("search_tool_c", [0.3, 0.4, 0.9]);

    // A call takes from half a second to three, as real ones do; nobody waits for it.
    private const double FastestSeconds = 0.5;
    private const double SpreadSeconds = 2.5;

    private readonly Prompt _choose;
    private readonly Prompt _classify;
    private readonly Prompt _relevant;
    private readonly Prompt _irrelevant;
    private readonly Prompt _failed;
    private readonly MockTool[] _tools;
    private readonly int _seed;

    public MockSearchOperator(OperatorSetup setup)
        : base(setup, "use_mock_search")
    {
        _choose = Model!.Prompt("choose", "query");
        _classify = Model.Prompt("classify", "query");
        (_relevant, _irrelevant, _failed) = (Model.Prompt("relevant", "tool", "query"), Model.Prompt("irrelevant", "tool"), Model.Prompt("failed", "tool"));
        _seed = setup.Get(Seed);
        _tools =
        [
            new MockTool("SearchToolA", "Searches fast and at the surface.", setup.Get(ToolA)),
            new MockTool("SearchToolB", "Searches several sources and puts them side by side.", setup.Get(ToolB)),
            new MockTool("SearchToolC", "Searches long and in depth.", setup.Get(ToolC)),
        ];
    }

    public override OperatorSlots Slots { get; } = new() { Required = [BaseSlots.Query] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var query = context.Get(BaseSlots.Query);
        if (string.IsNullOrWhiteSpace(query))
        {
            throw new InvalidRequestException("query", "query is empty: say what to search for.");
        }

        var language = PromptedModel.LanguageOf(context, query);
        MarkMode(context, Model!.Client is not null);
        var tool = await ChooseAsync(query, language, cancellationToken);
        var complexity = await ClassifyAsync(query, language, cancellationToken);
        context.Response.Metadata["complexity"] = JsonSerializer.SerializeToNode(complexity, MockSearchJson.Default.QueryComplexity);
        context.Response.Answer = ToolCallResults.ToJson(Call(tool, query, complexity, language)).GetRawText();
    }

    private static OperatorParameter<IReadOnlyList<double>> Chances(string name, IReadOnlyList<double> byDefault) => OperatorParameter.Numbers(
        name, byDefault, 0, 1, "How likely the tool succeeds, and how likely what it gives is relevant: for simple, medium and complex queries.");

    private async Task<MockTool> ChooseAsync(string query, PromptLanguage language, CancellationToken cancellationToken)
    {
        if (Model!.Client is { } client)
        {
            var prompt = new ChatMessage(ChatRole.User, _choose.Render(language, new PromptValues().Data("query", query)));
            var reply = await client.GetResponseAsync([prompt], new ChatOptions { Tools = [.. _tools], ToolMode = ChatToolMode.RequireAny }, cancellationToken);
            var names = reply.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(call => call.Name);
            if (names.Select(name => Array.Find(_tools, tool => tool.Name == name)).FirstOrDefault(tool => tool is not null) is { } chosen)
            {
                return chosen;
            }
        }

        // Nobody chose, or a tool that is not there.
        return _tools[(int)(MockDice.Throw(_seed, "choice", query).First * _tools.Length)];
    }

    private async Task<QueryComplexity> ClassifyAsync(string query, PromptLanguage language, CancellationToken cancellationToken)
    {
        if (Model!.Client is null)
        {
            return ComplexityRules.Of(query);
        }

        try
        {
            return (
                await Model.AskAsync(_classify, language, new PromptValues().Data("query", query), MockSearchJson.Default.ComplexityReply, cancellationToken)
            ).Complexity;
        }
        catch (ModelException exception) when (exception.Failure is ModelFailure.BadReply or ModelFailure.Refused)
        {
            return ComplexityRules.Of(query);
        }
    }

    private ToolCallResult Call(MockTool tool, string query, QueryComplexity complexity, PromptLanguage language)
    {
        var chance = tool.ChanceAt(complexity);
        var (success, relevance, duration) = MockDice.Throw(_seed, tool.Name, query);
        var prompt = success >= chance ? _failed : relevance >= chance ? _irrelevant : _relevant;
        var result = new ToolCallResult
        {
            CreateTime = ClockText.Of(Memories.Time.GetUtcNow(), Memories.Time.LocalTimeZone),
            ToolName = tool.Name,
            Input = JsonBuild.Object([new("query", JsonBuild.Text(query))]),
            Output = prompt.Render(language, new PromptValues().Text("tool", tool.Name).Text("query", query)),
            Success = success < chance,
            TimeCost = Math.Round(FastestSeconds + (SpreadSeconds * duration), 3),
        };
        return ToolCallIntake.Complete(result);
    }
}
