namespace Remanence.Flows;

/// <summary>One thing that is wrong with a flow or an operator's configuration.</summary>
/// <param name="Origin">Where it is written, such as <c>remanence.yaml line 12</c>; null when not known.</param>
/// <param name="Subject">What is at fault, such as <c>flow retrieve</c>; null for the whole.</param>
/// <param name="Message">What is wrong and what to do, on one line.</param>
/// <param name="Excerpt">The line of the expression with carets under the place; null when there is none to show.</param>
public sealed record FlowFault(string? Origin, string? Subject, string Message, string? Excerpt = null)
{
    /// <summary>As a user reads it.</summary>
    public override string ToString()
    {
        var line = string.Join(": ", new[] { Origin, Subject, Message }.Where(part => !string.IsNullOrEmpty(part)));
        return Excerpt is null ? line : $"{line}\n  {Excerpt.Replace("\n", "\n  ", StringComparison.Ordinal)}";
    }
}
