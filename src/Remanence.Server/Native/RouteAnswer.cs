namespace Remanence.Server.Native;

/// <summary>A good answer of a route.</summary>
internal sealed record RouteAnswer(int Status, Type? Type, string MediaType = Remanence.Http.MediaTypes.Json);
