namespace Remanence.Cli.Errors;

/// <summary>The server cannot listen where it should.</summary>
internal sealed class ListenException(string message, Exception innerException) : RemanenceException(message, innerException);
