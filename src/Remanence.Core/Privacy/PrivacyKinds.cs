namespace Remanence.Privacy;

/// <summary>What <see cref="PrivacyRules.Never"/> can name.</summary>
public static class PrivacyKinds
{
    /// <summary>Payment cards: 13 to 19 digits whose check digit is right.</summary>
    public const string CardNumber = "card_number";

    /// <summary>API keys, tokens, private keys, and what is called a password, a PIN or a key.</summary>
    public const string Key = "key";

    /// <summary>International bank account numbers whose check digits are right (ISO 13616).</summary>
    public const string Iban = "iban";

    /// <summary>E-mail addresses.</summary>
    public const string Email = "email";

    /// <summary>Telephone numbers: international ones, and those of North America and mainland China.</summary>
    public const string Phone = "phone";

    /// <summary>Identity numbers: Chinese resident ids whose check digit is right (GB 11643), US social security numbers.</summary>
    public const string IdNumber = "id_number";

    /// <summary>Sentences about somebody's health, told by a word list.</summary>
    public const string Health = "health";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [CardNumber, Key, Iban, Email, Phone, IdNumber, Health];
}
