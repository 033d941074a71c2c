using Remanence.Flows.Catalogue;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>Marks an endpoint as that of a flow.</summary>
/// <param name="Flow">The flow.</param>
public sealed record FlowRoute(Flow Flow);
