namespace Remanence.Cli.Chat;

/// <summary>What can be typed behind a slash.</summary>
/// <param name="Name">Its name, without the slash.</param>
/// <param name="Usage">What may stand behind it.</param>
/// <param name="Description">What it does, in one line.</param>
/// <param name="Keys">The names of its values.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record SlashCommand(
    string Name,
    string Usage,
    string Description,
    IReadOnlyList<string> Keys,
    Func<ChatSession, SlashArguments, CancellationToken, Task<SlashAnswer>> RunAsync);
