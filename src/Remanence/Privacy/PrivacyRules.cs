namespace Remanence.Privacy;

/// <summary>What is taken out of texts before anything is kept of them.</summary>
public sealed record PrivacyRules
{
    /// <summary>Kinds, of <see cref="PrivacyKinds"/>. Default: card numbers and keys.</summary>
    public IReadOnlyList<string> Never { get; init; } = [PrivacyKinds.CardNumber, PrivacyKinds.Key];

    /// <summary>Regular expressions of .NET without look-around and back references; they run in time linear in the text. Default: none.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];
}
