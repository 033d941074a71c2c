using Microsoft.Extensions.Logging;
using Remanence.Flows.Interceptors;

namespace Remanence.Flows.Running;

/// <summary>What all flows of a catalogue share.</summary>
internal sealed record FlowEnvironment(
    IServiceProvider Services, TimeProvider Time, ILogger Logger, InterceptorList Interceptors, string? Language, TimeSpan? TimeLimit);
