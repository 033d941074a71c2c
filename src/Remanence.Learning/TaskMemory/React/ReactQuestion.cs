using Remanence.Models.Prompts;

namespace Remanence.TaskMemory.React;

/// <summary>What a run answers.</summary>
/// <param name="Query">What the user asks.</param>
/// <param name="Time">The present, as the model reads it.</param>
/// <param name="Language">The language of the prompts.</param>
internal sealed record ReactQuestion(string Query, string Time, PromptLanguage Language);
