using System.Runtime.InteropServices;
using Remanence.Text.Time.Patterns;

namespace Remanence.Text.Time.Reading;

/// <summary>A pattern read from the tokens before <paramref name="Next"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ParsedPattern(int Next, TimePattern Pattern)
{
    /// <summary>The one that reads further; the first on a tie.</summary>
    public static ParsedPattern? Longer(ParsedPattern? first, ParsedPattern? second) =>
        first is null || (second is not null && second.Value.Next > first.Value.Next) ? second : first;
}
