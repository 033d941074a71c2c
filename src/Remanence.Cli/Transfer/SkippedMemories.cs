using Remanence.Transfer;

namespace Remanence.Cli.Transfer;

/// <summary>What is said of memories that an import found there already.</summary>
internal static class SkippedMemories
{
    /// <summary>How many were left alone, and how many of those say something else.</summary>
    public static string Of(ImportResult result) => result.Differing == 0 ? $"{result.Skipped} were there already"
        : $"{result.Skipped} were there already, {result.Differing} of them with other words, which stay as they are";
}
