using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Yaml;

/// <summary>The text of a configuration file, or what is wrong with it.</summary>
internal static class YamlFile
{
    private const int MaxBytes = 1_000_000;

    /// <summary>Reads a file; null when it could not be, and then a fault was added.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">What messages call it.</param>
    /// <param name="namedBy">Who names it, when it is another file.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    public static string? ReadText(string path, string shownAs, ConfigurationOrigin? namedBy, FaultList faults)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
        try
        {
            using var stream = PlainFile.OpenRead(path, bufferSize: 0);
            var length = stream.ReadAtLeast(bytes.AsSpan(0, MaxBytes + 1), MaxBytes + 1, throwOnEndOfStream: false);
            if (length <= MaxBytes)
            {
                return Decode(bytes.AsSpan(0, length), shownAs, faults);
            }

            faults.Add(Fault(shownAs, null, $"the file is larger than {MaxBytes} bytes; is it a settings file?"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var by = namedBy is null ? "name a readable UTF-8 file with config=FILE." : $"{namedBy.Where} names it; name a readable UTF-8 file there.";
            faults.Add(Fault(shownAs, null, $"cannot be read ({Printable.Line(exception.Message)}); {by}"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        return null;
    }

    public static ConfigurationFault Fault(string shownAs, int? line, string what, string? key = null) =>
        new($"{shownAs}{(line is null ? string.Empty : $" line {line}")}: {what}", key, shownAs, line);

    private static string? Decode(ReadOnlySpan<byte> bytes, string shownAs, FaultList faults)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        var characters = new char[text.Length];
        if (Utf8.ToUtf16(text, characters, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            return new string(characters, 0, written);
        }

        faults.Add(Fault(shownAs, 1 + text[..read].Count((byte)'\n'), "the file is not UTF-8 here; save it as UTF-8."));
        return null;
    }
}
