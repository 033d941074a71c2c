using System.IO.Pipelines;

namespace Remanence.Server.Http;

/// <summary>Both directions of a connection.</summary>
internal sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;
}
