using Remanence.ScriptedModels;

namespace Remanence.Cli.Guides;

/// <summary>A model that answers each of the prompts of a guide's calls; which one it was asked shows by the fields that the answer is to have.</summary>
internal static class GuideModel
{
    public const string Lesson = "Agree on the milestones first, then on who does what. 先定里程碑，再定分工。";
    public const string Guidance = "Check the milestones every week. 每周检查里程碑。";

    public static async Task<ModelEndpoint> StartAsync()
    {
        var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(request => Reply.Fenced(Answer(request.Text)));
        return endpoint;
    }

    private static string Answer(string request) =>
        Asks(request, "rewritten_context") ? $$"""{"rewritten_context":"{{Guidance}}"}"""
        : Asks(request, "ranked_indices") ? """{"ranked_indices":[0],"reasoning":"the only one"}"""
        : Asks(request, "is_valid") ? """{"is_valid":true,"score":0.8,"feedback":"good"}"""
        : Asks(request, "confidence, from 0") || Asks(request, "\"facts\"")
            ? """{"facts":[{"fact":"The user likes to drink coffee in the morning. 用户喜欢早上喝咖啡。","messages":[0],"keywords":["coffee","咖啡"]}]}"""
        : Asks(request, "\"scores\"") ? """{"scores":[{"message":0,"score":3}]}"""
        : Asks(request, "\"relations\"") ? """{"relations":[]}"""
        : Asks(request, "verdicts") ? """{"verdicts":["same"]}"""
        : $$"""[{"when_to_use":"planning a project 制定项目计划","experience":"{{Lesson}}","tags":["plan"],"confidence":0.9,"step_type":"decision","tools_used":[]}]""";

    private static bool Asks(string request, string field) => request.Contains(field, StringComparison.Ordinal);
}
