namespace Remanence.Server.Tests.Http;

/// <summary>Bytes whose number nobody can ask for, so that they are sent in chunks.</summary>
internal sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
