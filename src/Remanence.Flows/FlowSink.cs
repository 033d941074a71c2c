using System.Threading.Channels;

namespace Remanence.Flows;

/// <summary>Where operators of a streaming flow write. Safe for use by parallel branches; waits when the reader is slow.</summary>
public sealed class FlowSink
{
    private readonly ChannelWriter<FlowChunk> _writer;
    private volatile bool _answered;

    internal FlowSink(ChannelWriter<FlowChunk> writer) => _writer = writer;

    /// <summary>Whether a part of the answer was written.</summary>
    internal bool Answered => _answered;

    /// <summary>Writes a chunk.</summary>
    /// <param name="chunk">The chunk; that of type <see cref="FlowChunkType.Done"/> is written by the flow itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The chunk is of type <see cref="FlowChunkType.Done"/>.</exception>
    public ValueTask WriteAsync(FlowChunk chunk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (chunk.Type == FlowChunkType.Done)
        {
            throw new ArgumentException("The flow itself says when it is done.", nameof(chunk));
        }

        _answered |= chunk.Type == FlowChunkType.Answer;
        return _writer.WriteAsync(chunk, cancellationToken);
    }
}
