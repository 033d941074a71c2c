namespace Remanence.Server.Problems;

internal sealed class ForeignOriginException(string message) : RemanenceException(message);
