namespace Remanence.Compat.ReMe.Library;

/// <summary>
/// A library that can't be read or written where the caller wants it. Always told with a status, whatever ReMe's clients expect of other failures: who reads
/// "dumped" deletes next.
/// </summary>
internal sealed class LibraryException(string message, Exception? innerException = null) : InvalidRequestException("path", message, innerException);
