using System.Globalization;
using System.Text;
using Remanence.Editing;
using Remanence.Models.Prompts;

namespace Remanence.TaskMemory.Operators;

/// <summary>Memories as text for an agent's prompt, when no model writes it.</summary>
internal static class GuidanceText
{
    /// <summary>A numbered list; empty when there is none.</summary>
    public static string Numbered(IReadOnlyList<ScoredMemory> memories)
    {
        var chinese = IsChinese(memories);
        var text = new StringBuilder();
        for (var i = 0; i < memories.Count; i++)
        {
            var (when, what) = (Inert(memories[i].Memory.Trigger), InertText.Of(memories[i].Memory.Content));
            text.Append(text.Length == 0 ? "" : "\n\n")
                .Append(CultureInfo.InvariantCulture, $"{(chinese ? "经验" : "Memory")} {i + 1}:\n")
                .Append(when is null ? "" : $"{(chinese ? "适用情形：" : "When to use: ")}{when}\n")
                .Append(chinese ? "内容：" : "Content: ").Append(what);
        }

        return text.ToString();
    }

    /// <summary>A header, a bullet a memory, and a hint how to use them; empty when there is none.</summary>
    public static string Bullets(IReadOnlyList<ScoredMemory> memories)
    {
        if (memories.Count == 0)
        {
            return "";
        }

        var chinese = IsChinese(memories);
        var text = new StringBuilder(chinese ? "以往任务中的经验：" : "Experience from earlier tasks:").Append('\n');
        foreach (var found in memories)
        {
            text.Append("- ").Append(Inert(found.Memory.Trigger) is { } when ? when + " " : "").Append(InertText.Of(found.Memory.Content)).Append("\n\n");
        }

        return text.Append(chinese ? "回答时请参考其中有用的部分，不适用的可以忽略。" : "Use what helps with the task at hand and leave the rest.").ToString();
    }

    private static string? Inert(string? text) => text is null ? null : InertText.Of(text);

    private static bool IsChinese(IReadOnlyList<ScoredMemory> memories) =>
        PromptLanguages.Of(memories.SelectMany(found => (string[])[found.Memory.Trigger ?? "", found.Memory.Content])) == PromptLanguage.Chinese;
}
