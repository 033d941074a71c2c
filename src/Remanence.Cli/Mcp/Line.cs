namespace Remanence.Cli.Mcp;

/// <summary>A line without its end; one that is too long has no bytes.</summary>
internal readonly record struct Line(ReadOnlyMemory<byte> Bytes, bool IsTooLong);
