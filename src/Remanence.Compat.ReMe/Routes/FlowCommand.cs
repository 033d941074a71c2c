using System.Buffers;
using System.Text;
using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Models.Usage;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>What <c>backend=cmd</c> runs: a flow, called as over HTTP and answered in the same words.</summary>
public sealed class FlowCommand
{
    private const string Setting = "cmd.flow";

    private readonly Flow _flow;
    private readonly Envelope _envelope;

    /// <summary>Finds the flow, or makes it of an expression, and checks what it is given.</summary>
    /// <param name="flows">The flows that there are.</param>
    /// <param name="flow">The name of a flow, or an expression.</param>
    /// <param name="parameters">What it is given.</param>
    /// <exception cref="InvalidRequestException">It can't be given that.</exception>
    public FlowCommand(FlowCatalogue flows, string flow, IReadOnlyDictionary<string, JsonElement> parameters)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(parameters);

        // A name before an expression: a flow is more than its operators.
        _flow = flows.Find(flow.Trim()) ?? flows.Create(new FlowDefinition { Name = "cmd", Expression = flow, Origin = Setting });
        _envelope = Envelope.Read(_flow, Body(parameters));
        if (_envelope.Faults.Count > 0)
        {
            throw new InvalidRequestException(
                "cmd.params",
                "cmd.params: " + string.Join("; ", _envelope.Faults.Select(fault => $"{string.Join('.', fault.Location.Skip(1))}: {fault.Message}")));
        }
    }

    /// <summary>ReMe's response as JSON.</summary>
    /// <param name="response">What the flow gave.</param>
    public static string ToJson(FlowResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, FlowAnswer.Options))
        {
            FlowAnswer.Write(json, response);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Runs the flow.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<FlowResponse> RunAsync(CancellationToken cancellationToken)
    {
        using var usage = ModelUsage.Begin(_envelope.Scope.Workspace);
        FlowResponse? response = null;
        await foreach (var chunk in _flow.StreamAsync(new FlowCall { Scope = _envelope.Scope, Inputs = _envelope.Inputs }, cancellationToken))
        {
            response = chunk.Response ?? response;
        }

        return response!;
    }

    private static JsonElement Body(IReadOnlyDictionary<string, JsonElement> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in parameters)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
