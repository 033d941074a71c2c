namespace Remanence.Chat;

/// <summary>A piece of an answer as it comes.</summary>
public sealed record ChatUpdate
{
    /// <summary>New text, to be put behind what came before; empty in the last update.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The whole reply, in the last update: what was said is stored by then.</summary>
    public ChatReply? Reply { get; init; }
}
