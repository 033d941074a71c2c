using System.Text.Json.Nodes;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Server.Wire;
using Remanence.Services;
using Remanence.Transfer;

namespace Remanence.Server.OpenApi;

/// <summary>A body for each route, such as may be sent as it stands.</summary>
internal static class RequestExamples
{
    private static readonly Dictionary<Type, string> OfTypes = new()
    {
        [typeof(MemorizeRequest)] = """{"messages": [{"role": "user", "content": "I moved to Lisbon in May."}], "user_id": "ada", "session_id": "monday"}""",
        [typeof(RetrieveRequest)] = """{"query": "Where does Ada live?", "user_id": "ada", "top_k": 5}""",
        [typeof(AddMemoryRequest)] = """{"content": "Ada lives in Lisbon.", "kind": "observation", "user_id": "ada"}""",
        [typeof(WorkRequest)] = """{"user_id": "ada", "wait": true}""",
        [typeof(MemoryPatch)] = """{"content": "Ada lives in Porto.", "reason": "She moved again."}""",
        [typeof(RestoreRequest)] = """{"sequence": 1}""",
        [typeof(ResourceRequest)] = """{"text": "The office opens at nine.", "name": "handbook.txt", "user_id": "ada"}""",
        [typeof(ExportRecord)] =
            $$$"""{"header": {"format": "{{{ExportHeader.CurrentFormat}}}", "version": {{{ExportHeader.CurrentVersion}}}, "workspace": "work"}}""",
    };

    // What flows are given has the same names in all of them.
    private static readonly Dictionary<string, string> OfFields = new(StringComparer.Ordinal)
    {
        ["workspace_id"] = "\"work\"",
        ["query"] = "\"Book a flight to Lisbon.\"",
        ["top_k"] = "3",
        ["trajectories"] =
            """[{"task_id": "flight-1", "messages": [{"role": "user", "content": "Book a flight to Lisbon."}, {"role": "assistant", "content": "I compare"""
            + """d three dates; Tuesday was the cheapest."}], "score": 1.0}]""",
        ["messages"] = """[{"role": "user", "content": "I moved to Lisbon in May."}]""",
        ["user_name"] = "\"ada\"",
        ["action"] = "\"list\"",
        ["memory_dicts"] = """[{"memory_id": "0199c0ffee0074a1b2c3d4e5f6a7b8c9"}]""",
        ["update_utility"] = "true",
        ["freq_threshold"] = "5",
        ["utility_threshold"] = "0.5",
        ["tool_names"] = "\"web_search\"",
        ["tool_call_results"] =
            """[{"tool_name": "web_search", "input": {"query": "flights to Lisbon"}, "output": "3 flights", "success": true, "time_cost": 1.2, "token_cos"""
            + """t": 80}]""",
    };

    private static readonly Dictionary<string, string> OfKinds = new(StringComparer.Ordinal)
    {
        ["integer"] = "1",
        ["number"] = "0.5",
        ["boolean"] = "true",
        ["array"] = "[]",
        ["object"] = "{}",
    };

    public static JsonNode? Of(Type body) => OfTypes.TryGetValue(body, out var json) ? JsonNode.Parse(json) : null;

    /// <summary>Its own fields that have an example, all that it requires, and the workspace.</summary>
    public static JsonNode Of(Flow flow)
    {
        var own = flow.Definition.Inputs.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var example = new JsonObject();
        foreach (
            var field in flow.Inputs.Where(field =>
                field.Required || field.Name == "workspace_id" || (own.Contains(field.Name) && OfFields.ContainsKey(field.Name))))
        {
            example[field.Name] = JsonNode.Parse(Value(field));
        }

        return example;
    }

    private static string Value(FlowInput field) =>
        OfFields.GetValueOrDefault(field.Name)
        ?? OfKinds.GetValueOrDefault(field.Type)
        ?? JsonValue.Create(field.Values is [var first, ..] ? first : "text").ToJsonString();
}
