using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Remanence.Diagnostics;
using Remanence.Hosting;

namespace Remanence.Server.Telemetry;

/// <summary>Sends metrics and spans to an OpenTelemetry collector (OTLP over HTTP, protobuf); what is left is sent when the server stops.</summary>
internal sealed class OtlpExport : IDisposable
{
    private readonly MeterProvider _metrics;
    private readonly TracerProvider _traces;

    public OtlpExport(Uri collector)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("remanence", serviceVersion: EngineServices.Version);
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(EngineTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter(options => Configure(options, collector, "v1/metrics"))
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            // The web framework's own spans carry paths and query strings, and these name workspaces and users.
            .AddSource(EngineTelemetry.Name)

            // The default sampler asks the span above, the web framework's, which nobody records.
            .SetSampler(new AlwaysOnSampler())
            .AddOtlpExporter(options => Configure(options, collector, "v1/traces"))
            .Build();
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
    }

    private static void Configure(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
