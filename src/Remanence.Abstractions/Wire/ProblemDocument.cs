namespace Remanence.Wire;

/// <summary>What went wrong, as JSON (RFC 9457, <c>application/problem+json</c>).</summary>
public sealed record ProblemDocument
{
    /// <summary>One of <see cref="ProblemTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The type in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What was wrong, with which value, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The member, parameter, header or line at fault, where there is one.</summary>
    public string? Field { get; init; }

    /// <summary>Names the entry in the server's log, where the server is at fault.</summary>
    public string? EventId { get; init; }

    /// <summary>Names the request in the server's log: the trace that its caller named by the header <c>traceparent</c>, or one of the server's.</summary>
    public string? TraceId { get; init; }
}
