using Remanence.Privacy.Detection;

namespace Remanence.Privacy;

/// <summary>What is taken out of texts before anything is kept of them.</summary>
public sealed record PrivacyRules
{
    /// <summary>Kinds, of <see cref="PrivacyKinds"/>. Default: card numbers and keys.</summary>
    public IReadOnlyList<string> Never { get; init; } = [PrivacyKinds.CardNumber, PrivacyKinds.Key];

    /// <summary>Regular expressions of .NET without look-around and back references; they run in time linear in the text. Default: none.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>Why one of <see cref="Patterns"/> cannot be used, as words that follow it; null when it can.</summary>
    /// <param name="pattern">The regular expression.</param>
    public static string? FaultOf(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return OwnPattern.Fault(pattern);
    }
}
