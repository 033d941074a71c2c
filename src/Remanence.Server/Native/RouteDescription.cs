namespace Remanence.Server.Native;

/// <summary>What a route takes and gives: checked at run time, and told in the OpenAPI document.</summary>
internal sealed record RouteDescription
{
    /// <summary>Its operation id.</summary>
    public required string Name { get; init; }

    public required string Summary { get; init; }

    public required string Tag { get; init; }

    /// <summary>The query parameters that it knows; any other is refused.</summary>
    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    public IReadOnlyList<string> QueryNames => field ??= [.. Query.Select(parameter => parameter.Name)];

    /// <summary>Whether it knows the header <c>Idempotency-Key</c>.</summary>
    public bool Idempotent { get; init; }

    public Type? Body { get; init; }

    public bool BodyIsOptional { get; init; }

    public IReadOnlyList<string> BodyTypes { get; init; } = [Remanence.Http.MediaTypes.Json];

    /// <summary>Its good answers.</summary>
    public required IReadOnlyList<RouteAnswer> Answers { get; init; }

    /// <summary>The statuses of its problems besides 400, 403 and 500, which every route has.</summary>
    public IReadOnlyList<int> Problems { get; init; } = [];
}
