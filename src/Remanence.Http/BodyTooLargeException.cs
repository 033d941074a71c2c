using System.Globalization;

namespace Remanence.Http;

/// <summary>A body that is larger than the server takes.</summary>
/// <param name="maxBytes">What it takes.</param>
public sealed class BodyTooLargeException(long maxBytes)
    : RemanenceException(string.Create(CultureInfo.InvariantCulture, $"The body is larger than {maxBytes} bytes; split the call, or raise http.max_body_mb."));
