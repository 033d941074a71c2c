using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Cli.Connections;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Hosting;
using Remanence.Memories;
using Remanence.Models.Usage;
using Remanence.Server.ReMe;

namespace Remanence.Cli;

/// <summary><c>backend=cmd</c>: runs one flow over the data folder and prints its answer.</summary>
internal static class SingleFlow
{
    private const string Setting = "cmd.flow";

    public static async Task<int> RunAsync(CommandRun run, RemanenceSettings settings, CancellationToken cancellationToken)
    {
        var command = settings.Configuration.Command!;
        await using var services = LocalConnection.Services(settings, create: true, run.Time);
        var engine = services.GetRequiredService<MemoryEngine>();
        var flow = Find(services.GetRequiredService<FlowCatalogue>(), command);
        var envelope = Envelope.Read(flow, Body(command));
        if (envelope.Faults.Count > 0)
        {
            throw new UsageException("cmd.params: " + string.Join("; ", envelope.Faults.Select(fault => $"{string.Join('.', fault.Location.Skip(1))}: {fault.Message}")));
        }

        await engine.OpenAsync(cancellationToken);
        await new StoreTakeover(engine, settings, NullLogger.Instance).RunAsync(cancellationToken);
        using var usage = ModelUsage.Begin(envelope.Workspace);
        var response = await RunAsync(flow, new FlowCall { Scope = new Scope(envelope.Workspace), Inputs = envelope.Inputs }, cancellationToken);
        run.Console.Out.WriteLine(run.Output.IsJson ? Json(response) : response.Answer);
        return response.Success ? ExitCodes.Ok : ExitCodes.Failed;
    }

    // A name before an expression: a flow is more than its operators.
    private static Flow Find(FlowCatalogue flows, CommandFlow command) => flows.Find(command.Flow.Trim())
        ?? flows.Create(new FlowDefinition { Name = "cmd", Expression = command.Flow, Origin = Setting });

    private static async Task<FlowResponse> RunAsync(Flow flow, FlowCall call, CancellationToken cancellationToken)
    {
        FlowResponse? response = null;
        await foreach (var chunk in flow.StreamAsync(call, cancellationToken))
        {
            response = chunk.Response ?? response;
        }

        return response!;
    }

    private static JsonElement Body(CommandFlow command)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in command.Parameters)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static string Json(FlowResponse response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, FlowAnswer.Options))
        {
            FlowAnswer.Write(json, response);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
