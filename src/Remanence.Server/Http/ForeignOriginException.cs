namespace Remanence.Server.Http;

internal sealed class ForeignOriginException(string message) : RemanenceException(message);
