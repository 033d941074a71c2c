using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Remanence.Events.Webhooks;

/// <summary>Signs as Standard Webhooks does: HMAC-SHA256 over id, timestamp and body.</summary>
internal sealed class WebhookSignature
{
    private const string Prefix = "whsec_";

    private readonly byte[] _key;

    public WebhookSignature(string secret)
    {
        try
        {
            _key = secret.StartsWith(Prefix, StringComparison.Ordinal) ? Convert.FromBase64String(secret[Prefix.Length..]) : Encoding.UTF8.GetBytes(secret);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException("A webhook's secret that begins with whsec_ must go on in base64.", nameof(secret), exception);
        }

        if (_key.Length < WebhookOptions.LeastKeyBytes)
        {
            throw new ArgumentException($"A webhook's secret must be a key of at least {WebhookOptions.LeastKeyBytes} bytes.", nameof(secret));
        }
    }

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
