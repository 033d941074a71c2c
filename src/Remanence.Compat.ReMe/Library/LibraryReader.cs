using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Compat.ReMe.Library;

/// <summary>Reads a library: one memory object a line, UTF-8. A line that cannot be understood is named by its number.</summary>
internal static class LibraryReader
{
    // A file that was never a library should not fill the memory with one line.
    private const int MaxLine = 64 * 1024 * 1024;

    /// <param name="stream">The library; the caller closes it.</param>
    /// <param name="reader">Reads the objects.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidRequestException">A line is not a memory.</exception>
    public static async IAsyncEnumerable<Memory> ReadAsync(Stream stream, ReMeReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(
            stream,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: true,
            leaveOpen: true);
        for (var number = 1; await NextAsync(lines, number, cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Read(line, number, reader);
            }
        }
    }

    private static async Task<string?> NextAsync(StreamReader lines, int number, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadLineAsync(cancellationToken);
        }
        catch (DecoderFallbackException exception)
        {
            throw new LibraryException($"The library is not UTF-8 at line {number} or shortly after: save it as UTF-8.", exception);
        }
    }

    private static Memory Read(string line, int number, ReMeReader reader)
    {
        var at = $"line {number}";
        if (line.Length > MaxLine)
        {
            throw new LibraryException($"The library's {at} has {line.Length} characters; at most {MaxLine} are allowed.");
        }

        try
        {
            return reader.Read(LenientJson.Parse(line), at);
        }
        catch (JsonException exception)
        {
            throw new LibraryException($"The library's {at} is not JSON: {Printable.Line(exception.Message)}", exception);
        }
        catch (InvalidRequestException exception)
        {
            throw new LibraryException($"The library cannot be read: {exception.Message}", exception);
        }
    }
}
