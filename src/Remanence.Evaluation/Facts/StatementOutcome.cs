namespace Remanence.Evaluation.Facts;

/// <summary>What became of a statement.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">Its line there.</param>
/// <param name="Language">Its language.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="States">Whether it states something.</param>
/// <param name="Text">What was said.</param>
/// <param name="Right">Facts that say what is expected.</param>
/// <param name="Wrong">Facts that do not.</param>
/// <param name="Missing">What no fact says.</param>
internal sealed record StatementOutcome(
    string File,
    int Line,
    string Language,
    string Topic,
    bool States,
    string Text,
    IReadOnlyList<string> Right,
    IReadOnlyList<string> Wrong,
    IReadOnlyList<string> Missing)
{
    /// <summary>Whether all that was to be believed is.</summary>
    public bool IsFound => States && Missing.Count == 0;
}
