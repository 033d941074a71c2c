using Remanence.Models.Prompts;
using Remanence.Operators;

namespace Remanence.TaskMemory.React;

/// <summary>
/// The texts of <see cref="ReactOperator"/>. The query is what is to be done and no quotation; the tools and what they gave are others' text.
/// </summary>
internal sealed class ReactPrompts(PromptedModel model)
{
    private readonly Prompt _react = model.Prompt("react", "time", "tools", "query");
    private readonly Prompt _conclude = model.Prompt("conclude", "time", "findings", "query");
    private readonly Prompt _found = model.Prompt("found", "memories");
    private readonly Prompt _nothing = model.Prompt("nothing");
    private readonly Prompt _noWorkspace = model.Prompt("no_workspace");

    public string Start(ReactQuestion question, IEnumerable<string> tools) =>
        _react.Render(question.Language, Values(question).Data("tools", string.Join(", ", tools)));

    public string Conclude(ReactQuestion question, string findings) => _conclude.Render(question.Language, Values(question).Data("findings", findings));

    public string Found(PromptLanguage language, string memories) => _found.Render(language, new PromptValues().Text("memories", memories));

    public string Nothing(PromptLanguage language) => _nothing.Render(language, new PromptValues());

    public string NoWorkspace(PromptLanguage language) => _noWorkspace.Render(language, new PromptValues());

    private static PromptValues Values(ReactQuestion question) => new PromptValues().Text("time", question.Time).Text("query", question.Query);
}
