using System.Globalization;

namespace Remanence.Server.Problems;

internal sealed class BodyTooLargeException(long maxBytes)
    : RemanenceException(string.Create(CultureInfo.InvariantCulture, $"The body is larger than {maxBytes} bytes; split the call, or raise http.max_body_mb."));
