namespace Remanence.Server.Wire;

/// <summary>What the server says at its root: what it is, and where to go on.</summary>
/// <param name="Name">What answers.</param>
/// <param name="Version">Its version.</param>
/// <param name="Docs">The path of the page that shows the API.</param>
/// <param name="Openapi">The path of the API's document.</param>
/// <param name="Health">The path that says whether the server runs.</param>
/// <param name="Mcp">The path for clients of the Model Context Protocol.</param>
internal sealed record ServerRoot(string Name, string Version, string Docs, string Openapi, string Health, string Mcp);
