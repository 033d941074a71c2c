namespace Remanence.OpenAI.Speech;

/// <summary>Endpoints go by a file's name; a recording has none, but it begins with what it is.</summary>
internal static class AudioFormat
{
    public static string Extension(ReadOnlySpan<byte> recording) =>
        recording.StartsWith("RIFF"u8) ? "wav"
        : recording.StartsWith("OggS"u8) ? "ogg"
        : recording.StartsWith("fLaC"u8) ? "flac"
        : recording.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? "webm"
        : recording.Length > 8 && recording[4..].StartsWith("ftyp"u8) ? "m4a"
        : "mp3";
}
