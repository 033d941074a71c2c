using Remanence.Flows.Catalogue;

namespace Remanence.Server.ReMe;

/// <summary>Marks an endpoint as that of a flow.</summary>
internal sealed record FlowRoute(Flow Flow);
