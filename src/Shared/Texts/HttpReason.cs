namespace Remanence.Diagnostics;

// Why a server could not be asked, in words for who asked it.
internal static class HttpReason
{
    public static string Of(Exception failure) => failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
        ? "no secure connection can be made: is it http:// instead of https://, and is its certificate known here?"
        : Innermost(failure).Message.TrimEnd('.');

    private static Exception Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure;
    }
}
