namespace Remanence.Privacy.Detection;

/// <summary>Finds the parts of one kind. Most texts hold none, so it must be quick to see that. Thread-safe.</summary>
internal abstract class Detector
{
    public abstract void Find(string text, List<PrivateSpan> found);

    /// <summary>The detector of a kind; null when the kind is unknown.</summary>
    public static Detector? Of(string kind) => kind switch
    {
        PrivacyKinds.CardNumber => new CardNumbers(),
        PrivacyKinds.Key => new Keys(),
        PrivacyKinds.Iban => new Ibans(),
        PrivacyKinds.Email => new Emails(),
        PrivacyKinds.Phone => new Phones(),
        PrivacyKinds.IdNumber => new IdNumbers(),
        PrivacyKinds.Health => new HealthSentences(),
        _ => null,
    };
}
