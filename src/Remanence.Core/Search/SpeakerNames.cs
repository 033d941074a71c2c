using System.Text.RegularExpressions;
using Remanence.Memories;

namespace Remanence.Search;

/// <summary>Who speaks in a message: the name given with it, or one written before its text, as in "Ann: I moved to Lisbon."</summary>
internal static partial class SpeakerNames
{
    public static string? Of(Memory memory)
    {
        if (memory.Name is not null || memory.Kind != MemoryKinds.Message)
        {
            return memory.Name;
        }

        var written = Written().Match(memory.Content);
        return written.Success ? written.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}'’-]{1,30}( \p{Lu}[\p{L}'’.-]{0,30}){0,2}): ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
