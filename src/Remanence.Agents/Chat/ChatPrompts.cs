using System.Globalization;
using System.Reflection;
using Remanence.Models.Prompts;

namespace Remanence.Chat;

/// <summary>The texts of a conversation's system message. What others wrote stands in them quoted, after the rule that says so. Immutable.</summary>
internal sealed class ChatPrompts
{
    private const string Resource = "Remanence.Chat.chat.yaml";
    private static readonly string[] ChineseDays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];
    private readonly Prompt _system;
    private readonly Prompt _memory;
    private readonly Prompt _person;
    private readonly Prompt _profile;
    private readonly Prompt _memories;
    private readonly Prompt _notes;

    public ChatPrompts(string? path)
    {
        var library = PromptLibrary.Embedded(Assembly.GetExecutingAssembly(), Resource).WithFile(path);
        _system = library.Get("system", "assistant", "time");
        _memory = library.Get("memory");
        _person = library.Get("person", "name");
        _profile = library.Get("profile", "profile");
        _memories = library.Get("memories", "memories");
        _notes = library.Get("notes", "notes");
    }

    public static string Time(DateTimeOffset time, PromptLanguage language) =>
        time.ToString("yyyy-MM-dd HH:mm:ss ", CultureInfo.InvariantCulture)
        + (language == PromptLanguage.Chinese ? ChineseDays[(int)time.DayOfWeek] : time.DayOfWeek.ToString());

    public string System(PromptLanguage language, string assistant, DateTimeOffset now) =>
        _system.Render(language, new PromptValues().Text("assistant", assistant).Text("time", Time(now, language))).TrimEnd();

    /// <summary>What is remembered; null when nothing is.</summary>
    /// <param name="language">The language.</param>
    /// <param name="instructions">What to do with memories; null: the built-in words.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="profile">Lines about the person.</param>
    /// <param name="memories">Lines of memories.</param>
    /// <param name="notes">Memories of the moment.</param>
    public string? Remembered(PromptLanguage language, string? instructions, string? name, string profile, string memories, string notes)
    {
        string?[] blocks =
        [
            Block(_person, language, "name", name),
            Block(_profile, language, "profile", profile),
            Block(_memories, language, "memories", memories),
            Block(_notes, language, "notes", notes),
        ];
        if (blocks.All(block => block is null))
        {
            return null;
        }

        var words = profile.Length + memories.Length > 0 ? instructions ?? _memory.Render(language, new PromptValues()).TrimEnd() : null;
        return string.Join("\n\n", ((string?[])[UntrustedText.Rule(language), words, .. blocks]).OfType<string>());
    }

    private static string? Block(Prompt prompt, PromptLanguage language, string label, string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : prompt.Render(language, new PromptValues().Text(label, UntrustedText.Quote(label, text))).TrimEnd();
}
