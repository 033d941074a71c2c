using Remanence.Models.Prompts;

namespace Remanence.TaskMemory.Experience;

/// <summary>The words in which experience is written, in the language of what was asked.</summary>
internal sealed class ExperienceWords
{
    public static ExperienceWords English { get; } = new()
    {
        Request = "request: ",
        Actions = "actions: ",
        Tools = "tools: ",
        Answer = "answer: ",
        Observation = "observation: ",
        Outcome = "outcome: ",
        Differs = "differs: ",
        Separator = ", ",
        More = "({0} more)",
        Success = "success",
        Failure = "failure",
        Unknown = "unknown",
        Better = "at step {0} this run did {1} where a worse one did {2}; that one then saw: {3}",
        Worse = "at step {0} this run did {1} where a better one did {2}; this run then saw: {3}",
        Nothing = "nothing",
    };

    public static ExperienceWords Chinese { get; } = new()
    {
        Request = "请求：",
        Actions = "动作：",
        Tools = "工具：",
        Answer = "回答：",
        Observation = "观察：",
        Outcome = "结果：",
        Differs = "差异：",
        Separator = "、",
        More = "（另有 {0} 步）",
        Success = "成功",
        Failure = "失败",
        Unknown = "未知",
        Better = "第 {0} 步本次做了 {1}，较差的一次做了 {2}；后者随后看到：{3}",
        Worse = "第 {0} 步本次做了 {1}，较好的一次做了 {2}；本次随后看到：{3}",
        Nothing = "无",
    };

    public required string Request { get; init; }

    public required string Actions { get; init; }

    public required string Tools { get; init; }

    public required string Answer { get; init; }

    public required string Observation { get; init; }

    public required string Outcome { get; init; }

    public required string Differs { get; init; }

    public required string Separator { get; init; }

    public required string More { get; init; }

    public required string Success { get; init; }

    public required string Failure { get; init; }

    public required string Unknown { get; init; }

    public required string Better { get; init; }

    public required string Worse { get; init; }

    public required string Nothing { get; init; }

    /// <summary>Those of the text's language.</summary>
    public static ExperienceWords For(string text) => PromptLanguages.Of(text) == PromptLanguage.Chinese ? Chinese : English;

    public string Name(Outcome outcome) => outcome switch
    {
        Experience.Outcome.Success => Success,
        Experience.Outcome.Failure => Failure,
        _ => Unknown,
    };
}
