using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Http;
using Remanence.Models.Usage;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>Answers a call of a flow: reads the envelope, runs the flow, writes the response or the stream.</summary>
internal sealed class FlowHandler(ReMeRouteOptions options, FlowFailures failures, FlowStreams streams)
{
    /// <param name="flow">The flow.</param>
    /// <param name="person">Whom it is about where the call names nobody; null: nobody.</param>
    /// <param name="context">The call.</param>
    public async Task HandleAsync(Flow flow, string? person, HttpContext context)
    {
        JsonElement? body;
        using (var bytes = await RequestBody.ReadAsync(context.Request, options.MaxBodyBytes, context.RequestAborted))
        {
            if (!BodyReader.TryRead(context.Request, bytes, out body, out var fault))
            {
                await ValidationAnswer.WriteAsync(context, [fault]);
                return;
            }
        }

        var envelope = Envelope.Read(flow, body, person);
        if (envelope.Faults.Count > 0)
        {
            await ValidationAnswer.WriteAsync(context, envelope.Faults);
            return;
        }

        var call = new FlowCall { Scope = envelope.Scope, Inputs = envelope.Inputs };
        using var usage = ModelUsage.Begin(envelope.Scope.Workspace);
        if (envelope.Streams)
        {
            await streams.WriteAsync(flow, call, context);
        }
        else
        {
            await RunAsync(flow, call, context);
        }
    }

    private async Task RunAsync(Flow flow, FlowCall call, HttpContext context)
    {
        FlowResponse response;
        try
        {
            response = await flow.RunAsync(call, context.RequestAborted);
        }
        catch (Exception exception) when (failures.Explain(flow, exception, context.RequestAborted) is { } reason)
        {
            await FlowAnswer.WriteFailureAsync(context, reason);
            return;
        }

        await FlowAnswer.WriteAsync(context, response);
    }
}
