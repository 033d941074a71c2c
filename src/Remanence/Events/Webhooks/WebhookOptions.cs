namespace Remanence.Events.Webhooks;

/// <summary>Who is told of changes, over HTTP: <see href="https://www.standardwebhooks.com"/>.</summary>
public sealed record WebhookOptions
{
    /// <summary>The receivers; each gets every event. Empty: nobody is told.</summary>
    public IReadOnlyList<Uri> Urls { get; init; } = [];

    /// <summary>What requests are signed with: <c>whsec_</c> and base64, or any text, whose UTF-8 bytes are the key. Needed where there are receivers.</summary>
    public string? Secret { get; init; }

    /// <summary>How long a receiver may take to answer one request. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Changes in one request, at most; a larger commit goes in parts. Default 100.</summary>
    public int MaxChanges { get; init; } = 100;

    /// <summary>Refuses values that cannot work.</summary>
    /// <exception cref="ArgumentException">Which one and why.</exception>
    public void Check()
    {
        foreach (var url in Urls)
        {
            if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
            {
                throw new ArgumentException("A webhook's URL must be http:// or https://, without a user name in it.", nameof(Urls));
            }
        }

        if (Urls.Count > 0 && string.IsNullOrWhiteSpace(Secret))
        {
            throw new ArgumentException("Webhooks need a secret to sign with; make one with: openssl rand -base64 24.", nameof(Secret));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Timeout, TimeSpan.FromMilliseconds(1), nameof(Timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Timeout, TimeSpan.FromMinutes(5), nameof(Timeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxChanges, 1, nameof(MaxChanges));
        if (Urls.Count > 0)
        {
            _ = new WebhookSignature(Secret!);
        }
    }
}
