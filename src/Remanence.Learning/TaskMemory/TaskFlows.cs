using Remanence.Flows;

namespace Remanence.TaskMemory;

/// <summary>The flows of task and tool memory, and of agents, as they come, wired as in ReMe.</summary>
internal static class TaskFlows
{
    private static readonly FlowInput Query = new()
    {
        Name = "query",
        Type = "string",
        Description = "What the agent is about to do or wants to know.",
        Required = true,
    };

    private static readonly FlowInput TopK = new() { Name = "top_k", Type = "integer", Description = "At most so many memories; 3 when not given." };

    private static readonly FlowInput Trajectories = new()
    {
        Name = "trajectories",
        Type = "array",
        Description =
            "Runs of tasks, each with messages (role, content, tool_calls), a score (1.0 for success) and, where runs are attempts at one task, a task_id. "
            + "Filled in by the system that runs the agent.",
    };

    private static readonly FlowInput Workspace = new()
    {
        Name = "workspace_id",
        Type = "string",
        Description = "The workspace whose memories are meant.",
        Required = true,
    };

    private static readonly FlowInput ToolNames = new()
    {
        Name = "tool_names",
        Type = "string",
        Description = "Names of tools, separated by commas.",
        Required = true,
    };

    private static readonly FlowInput Question = new() { Name = "query", Type = "string", Description = "What is asked.", Required = true };

    /// <summary>Where they are written, for errors.</summary>
    private const string Origin = "built-in flows";

    public static IReadOnlyList<FlowDefinition> Definitions { get; } =
    [
        Flow(
            "retrieve_task_memory",
            "build_query_op >> recall_vector_store_op >> rerank_memory_op >> rewrite_memory_op",
            "Finds the experience that helps most with the task at hand, as guidance.",
            Query,
            TopK),
        Flow(
            "retrieve_task_memory_simple",
            "build_query_op >> recall_vector_store_op >> merge_memory_op",
            "Finds the experience that helps most with the task at hand, as a list.",
            Query,
            TopK),
        Flow(
            "summary_task_memory",
            "trajectory_preprocess_op >> (success_extraction_op | failure_extraction_op | comparative_extraction_op) >> memory_validation_op >> "
            + "update_vector_store_op",
            "Learns from runs of tasks and stores what was learnt.",
            Trajectories),
        Flow(
            "summary_task_memory_simple",
            "simple_summary_op >> update_vector_store_op",
            "Learns from runs of tasks in one look each and stores what was learnt.",
            Trajectories),
        Flow(
            "vector_store",
            "vector_store_action_op",
            "Manages workspaces: loads and dumps libraries, copies, lists, deletes.",
            new FlowInput
            {
                Name = "action",
                Type = "string",
                Description = "What to do.",
                Required = true,
                Values = ["load", "dump", "copy", "delete", "delete_ids", "list"],
            },
            new FlowInput
            {
                Name = "path",
                Type = "string",
                Description = "The folder of the library on the server, for load and dump.",
            },
            new FlowInput
            {
                Name = "src_workspace_id",
                Type = "string",
                Description = "The workspace to copy from.",
            },
            new FlowInput
            {
                Name = "memory_ids",
                Type = "array",
                Description = "The memories to delete.",
            }),
        Flow(
            "record_task_memory",
            "update_memory_freq_op >> update_memory_utility_op >> update_vector_store_op",
            "Counts that memories were used, and whether they helped.",
            Workspace,
            new FlowInput { Name = "memory_dicts", Type = "array", Description = "The memories as they were retrieved.", Required = true },
            new FlowInput { Name = "update_utility", Type = "boolean", Description = "Whether they helped.", Required = true }),
        Flow(
            "delete_task_memory",
            "delete_memory_op >> update_vector_store_op",
            "Forgets memories that were used often and helped seldom.",
            Workspace,
            new FlowInput
            {
                Name = "freq_threshold",
                Type = "integer",
                Description = "From so many uses on a memory is judged.",
                Required = true,
            },
            new FlowInput
            {
                Name = "utility_threshold",
                Type = "number",
                Description = "The least share of uses that must have helped, 0 to 1.",
                Required = true,
            }),
        Flow(
            "add_tool_call_result",
            "parse_tool_call_result_op >> update_vector_store_op",
            "Takes in what calls of tools gave.",
            new FlowInput
            {
                Name = "tool_call_results",
                Type = "array",
                Description = "Calls, each with tool_name, input, output, success, time_cost and token_cost.",
                Required = true,
            }),
        Flow("summary_tool_memory", "summary_tool_memory_op >> update_vector_store_op", "Writes guides for tools from what their calls gave.", ToolNames),
        Flow("retrieve_tool_memory", "retrieve_tool_memory_op", "Tells what is known about tools.", ToolNames),
        Flow(
            "react",
            "simple_react_op",
            "Answers a question with the chat model and the tools that are configured: memory, web search, external MCP servers.",
            Question),
        Flow(
            "use_mock_search",
            "use_mock_search_op",
            "Calls one of three made-up search tools, of which each is good at other questions: a benchmark for tool memory.",
            Question),
    ];

    private static FlowDefinition Flow(string name, string expression, string description, params FlowInput[] inputs) =>
        new() { Name = name, Expression = expression, Description = description, Inputs = inputs, Origin = Origin };
}
