using static Remanence.Evaluation.Library.ApiCall;

namespace Remanence.Evaluation.Library;

/// <summary>What callers want of Remanence's HTTP surfaces. What the server answers is not written here: the calls are made.</summary>
internal static class ApiTasks
{
    private const string Messages = "/v1/workspaces/{ws}/messages";
    private const string Search = "/v1/workspaces/{ws}/search";
    private const string Memories = "/v1/workspaces/{ws}/memories";
    private const string Memory = Memories + "/{id}";
    private const string Store = "/vector_store";

    private static readonly ApiCall Said = Post(Messages, """{"messages":[{"id":"m1","role":"user","content":"I like tea."}],"user_id":"ann"}""");
    private static readonly ApiCall Learnt = Post(
        "/summary_task_memory",
        """{"trajectories":[{"score":1,"messages":[{"role":"user","content":"sort the shelf"}]}],"workspace_id":"demo"}""");
    private static readonly ApiCall Called = Post(
        "/add_tool_call_result",
        """{"tool_call_results":[{"tool_name":"web_search","input":"tea","output":"a drink"}],"workspace_id":"demo"}""");

    public static IReadOnlyList<ApiTask> All { get; } =
    [
        new(
            "Remember something that a user said: store a message",
            Post(Messages, """{"message":"I like tea."}"""),
            Post(Messages, """{"messages":[{"role":"user","content":"I like tea."}]}""")),
        new(
            "Remember a message under the name of the user who it belongs to",
            Post(Messages, """{"messages":[{"role":"user","content":"Hi"}],"user":"ann"}"""),
            Post(Messages, """{"messages":[{"role":"user","content":"Hi"}],"user_id":"ann"}""")),
        new(
            "Say when a message was said",
            Post(Messages, """{"messages":[{"role":"user","content":"Hi","time":"yesterday"}]}"""),
            Post(Messages, """{"messages":[{"role":"user","content":"Hi","time":"2026-05-08T13:56:00Z"}]}""")),
        new(
            "Store messages without their roles",
            Post(Messages, """{"messages":[{"content":"Hi"}]}"""),
            Post(Messages, """{"messages":[{"role":"user","content":"Hi"}]}""")),
        new(
            "Choose a name for a new workspace",
            Post("/v1/workspaces/my%20team/messages", """{"messages":[{"role":"user","content":"Hi"}]}"""),
            Post(Messages, """{"messages":[{"role":"user","content":"Hi"}]}""")),
        new(
            "Search the memories with a question: call the search endpoint",
            Post(Search, """{"q":"What does Ann drink?"}"""),
            Post(Search, """{"query":"What does Ann drink?"}"""))
        {
            Before = [Said],
        },
        new(
            "Search only the memories of one user, nobody else's",
            Post(Search, """{"query":"tea","user":"ann"}"""),
            Post(Search, """{"query":"tea","user_id":"ann"}"""))
        {
            Before = [Said],
        },
        new(
            "Get more results from a search than the first ten",
            Post(Search, """{"query":"tea","top_k":5000}"""),
            Post(Search, """{"query":"tea","top_k":1000}"""))
        {
            Before = [Said],
        },
        new("Search memories of one kind only", Post(Search, """{"query":"tea","kind":"message"}"""), Post(Search, """{"query":"tea","kinds":["message"]}"""))
        {
            Before = [Said],
        },
        new(
            "Search what was said since a date",
            Post(Search, """{"query":"tea","filter":{"since":"2026-01-01"}}"""),
            Post(Search, """{"query":"tea","filter":{"observed":{"from":"2026-01-01T00:00:00Z"}}}"""))
        {
            Before = [Said],
        },
        new(
            "Search by a number in the metadata: a filter with greater or less than",
            Post(Search, """{"query":"tea","filter":{"metadata":{"cups":{"above":3}}}}"""),
            Post(Search, """{"query":"tea","filter":{"metadata":{"cups":{"gte":3}}}}"""))
        {
            Before = [Said],
        },
        new(
            "Ask what was believed at an earlier time",
            Post(Search, """{"query":"tea","as_of":"last year"}"""),
            Post(Search, """{"query":"tea","as_of":"2026-06-01T00:00:00Z"}"""))
        {
            Before = [Said],
        },
        new(
            "Fit the found memories into a prompt: limit a search by tokens",
            Post(Search, """{"query":"tea","max_tokens":"few"}"""),
            Post(Search, """{"query":"tea","max_tokens":500}"""))
        {
            Before = [Said],
        },
        new("Show or read one memory by its id", Get("/v1/memories/{id}"), Get(Memory)) { Before = [Said] },
        new(
            "Edit a memory: change or correct what it says",
            new("PUT", Memory, """{"content":"I like green tea."}"""),
            new ApiCall("PATCH", Memory, """{"content":"I like green tea."}"""))
        {
            Before = [Said],
        },
        new("See the history of a memory: earlier versions", Get(Memory + "/changes"), Get(Memory + "/history")) { Before = [Said] },
        new("List all memories of a workspace, page by page", Get(Memories + "?limit=5000"), Get(Memories + "?limit=1000")) { Before = [Said] },
        new("Erase everything about a person: delete all data of a user", Delete(Memories), Delete(Memories + "?user_id=ann")) { Before = [Said] },
        new("Look at the background jobs of a workspace and their errors", Get("/v1/jobs"), Get("/v1/workspaces/{ws}/jobs")) { Before = [Said] },
        new("Back up a workspace: export it", Get("/v1/workspaces/{ws}/export"), new ApiCall("POST", "/v1/workspaces/{ws}/export")) { Before = [Said] },
        new("Check the health of the server: is it ready", Get("/healthz"), Get("/health/ready")),
        new(
            "Learn from the run of a task",
            Post("/summary_task_memory", """{"messages":[{"role":"user","content":"sort"}],"workspace_id":"demo"}"""),
            Post("/summary_task_memory", """{"trajectories":[{"score":1,"messages":[{"role":"user","content":"sort"}]}]}""")),
        new(
            "Give the score of a run: success or failure",
            Post("/summary_task_memory", """{"trajectories":[{"score":"good","messages":[{"content":"sort"}]}]}"""),
            Post("/summary_task_memory", """{"trajectories":[{"score":1.0,"messages":[{"content":"sort"}]}]}""")),
        new(
            "Find experience for the task at hand",
            Post("/retrieve_task_memory", """{"task":"sort the shelf","workspace_id":"demo"}"""),
            Post("/retrieve_task_memory", """{"query":"sort the shelf","workspace_id":"demo"}"""))
        {
            Before = [Learnt],
        },
        new(
            "Record that a retrieved experience was used and whether it was useful",
            Post("/record_task_memory", """{"memory_ids":["{id}"],"workspace_id":"demo"}"""),
            Post("/record_task_memory", """{"update_utility":true,"workspace_id":"demo","memory_dicts":[{"memory_id":"{id}"}]}"""))
        {
            Before = [Learnt],
        },
        new(
            "Forget experience that is often used and seldom useful",
            Post("/delete_task_memory", """{"freq_threshold":"often","workspace_id":"demo"}"""),
            Post("/delete_task_memory", """{"freq_threshold":5,"utility_threshold":0.5,"workspace_id":"demo"}"""))
        {
            Before = [Learnt],
        },
        new(
            "Copy the experience of one workspace into another",
            Post(Store, """{"action":"copy","from":"demo","workspace_id":"other"}"""),
            Post(Store, """{"action":"copy","src_workspace_id":"demo","workspace_id":"other"}"""))
        {
            Before = [Learnt],
        },
        new(
            "List all experience of a workspace",
            Post(Store, """{"action":"show","workspace_id":"demo"}"""),
            Post(Store, """{"action":"list","workspace_id":"demo"}"""))
        {
            Before = [Learnt],
        },
        new(
            "Delete some memories of a workspace by their ids",
            Post(Store, """{"action":"delete_ids","ids":["{id}"],"workspace_id":"demo"}"""),
            Post(Store, """{"action":"delete_ids","workspace_id":"demo","memory_ids":["{id}"]}"""))
        {
            Before = [Learnt],
        },
        new(
            "Delete a whole workspace of experience",
            Post(Store, """{"action":"clear","workspace_id":"demo"}"""),
            Post(Store, """{"action":"delete","workspace_id":"demo"}"""))
        {
            Before = [Learnt],
        },
        new(
            "Tell what the call of a tool gave",
            Post("/add_tool_call_result", """{"tool_call_results":[{"tool_name":"web_search"}]}"""),
            Post("/add_tool_call_result", """{"tool_call_results":[{"tool_name":"t","input":"i","output":"o"}]}""")),
        new(
            "Write a guide for a tool from its calls",
            Post("/summary_tool_memory", """{"tool_names":["web_search"],"workspace_id":"demo"}"""),
            Post("/summary_tool_memory", """{"tool_names":"web_search","workspace_id":"demo"}"""))
        {
            Before = [Called],
        },
        new(
            "Ask what is known about several tools",
            Post("/retrieve_tool_memory", """{"tools":"web_search, mail","workspace_id":"demo"}"""),
            Post("/retrieve_tool_memory", """{"tool_names":"web_search, mail","workspace_id":"demo"}"""))
        {
            Before = [Called],
        },
    ];
}
