namespace Remanence.Events.Webhooks;

/// <summary>Who is told of changes, over HTTP: <see href="https://www.standardwebhooks.com"/>.</summary>
public sealed record WebhookOptions
{
    /// <summary>The fewest bytes of a key that requests are signed with: a shorter one can be guessed from what is sent.</summary>
    public const int LeastKeyBytes = 16;

    /// <summary>The receivers; each gets every event. Empty: nobody is told.</summary>
    public IReadOnlyList<Uri> Urls { get; init; } = [];

    /// <summary>
    /// What requests are signed with: <c>whsec_</c> and base64, or any text, whose UTF-8 bytes are the key. Needed where there are receivers.
    /// </summary>
    public string? Secret { get; init; }

    /// <summary>How long a receiver may take to answer one request. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Changes in one request, at most; a larger commit goes in parts. Default 100.</summary>
    public int MaxChanges { get; init; } = 100;

    /// <summary>Whether a text can sign requests.</summary>
    /// <param name="secret">The text.</param>
    public static bool IsSecret(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        try
        {
            _ = new WebhookSignature(secret);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Refuses values that cannot work.</summary>
    /// <exception cref="ArgumentException">Which one and why.</exception>
    public void Check()
    {
        if (Urls.Any(url => !url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0))
        {
            throw Wrong(nameof(Urls), "A webhook's URL must be http:// or https://, without a user name in it.");
        }

        if (Urls.Count > 0 && string.IsNullOrWhiteSpace(Secret))
        {
            throw Wrong(nameof(Secret), "Webhooks need a secret to sign with; make one with: openssl rand -base64 24.");
        }

        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(5))
        {
            throw Wrong(nameof(Timeout), $"A webhook's Timeout is {Timeout}; use up to 5 minutes.");
        }

        if (MaxChanges < 1)
        {
            throw Wrong(nameof(MaxChanges), $"A webhook's MaxChanges is {MaxChanges}; use at least 1.");
        }

        if (Urls.Count > 0)
        {
            _ = new WebhookSignature(Secret!);
        }
    }

    private static ArgumentException Wrong(string name, string message) => new(message, name);
}
