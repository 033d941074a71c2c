namespace Remanence.Diagnostics;

// Opens files that somebody named: opening a pipe would wait for who writes into it, and a device has no end. What was handed to the process open, such as
// /dev/stdin, is read.
internal static class PlainFile
{
    private const FileShare Everybody = FileShare.ReadWrite | FileShare.Delete;

    private static readonly string[] HandedOver = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"];

    // Opens a file to read.
    // path: the file.
    // options: how it is read.
    // bufferSize: the buffer's bytes.
    // Throws IOException: there is none, or it is no plain file.
    public static Stream OpenRead(string path, FileOptions options = FileOptions.None, int bufferSize = 4096)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder");
        }

        return OperatingSystem.IsWindows() || Array.Exists(HandedOver, known => path.StartsWith(known, StringComparison.Ordinal)) || LengthOf(path) > 0
            ? new FileStream(path, FileMode.Open, FileAccess.Read, Everybody, bufferSize, options)
            : OpenEmpty(path);
    }

    // Reads a text of at most so many bytes.
    // Throws IOException: there is no such file, it is no plain one, or it is longer.
    public static string ReadText(string path, int maxBytes, System.Text.Encoding encoding)
    {
        using var stream = OpenRead(path);
        var bytes = new byte[maxBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > maxBytes)
        {
            throw new IOException($"it is larger than {maxBytes} bytes");
        }

        using var reader = new StreamReader(new MemoryStream(bytes, 0, length), encoding);
        return reader.ReadToEnd();
    }

    private static long LengthOf(string path) => (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;

    // Pipes, sockets and devices have no length. Opened to be written as well, a pipe waits for nobody.
    private static Stream OpenEmpty(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, Everybody, bufferSize: 0);
            return file.CanSeek && file.ReadByte() < 0 ? Stream.Null : throw new IOException("it is a pipe or a device, not a file");
        }
        catch (UnauthorizedAccessException)
        {
            // Whatever it is, it holds nothing.
            return Stream.Null;
        }
    }
}
