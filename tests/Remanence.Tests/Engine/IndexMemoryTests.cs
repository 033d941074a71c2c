using System.Diagnostics.Metrics;
using Remanence.Diagnostics;
using Remanence.Search;
using Remanence.Services;
using Remanence.Tests.Flows;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.Engine;

/// <summary>What all indexes together may take is a bound: those least used go, and are there again when they are asked for.</summary>
[Collection(ProcessWideTelemetry.Name)]
public sealed class IndexMemoryTests
{
    private const int Workspaces = 6;

    [Theory]
    [InlineData(1, true)]
    [InlineData(1024, false)]
    public async Task Indexes_over_the_memory_bound_are_dropped_and_come_back(int megabytes, bool dropped)
    {
        var loads = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument is { Name: "remanence.index.load.duration", Meter.Name: EngineTelemetry.Name })
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref loads));
        listener.Start();
        await using var fixture = await CreateAsync(new SearchOptions { MemoryMegabytes = megabytes });
        for (var workspace = 0; workspace < Workspaces; workspace++)
        {
            var messages = Enumerable.Range(0, 400).Select(i => Said($"row {i} of {workspace} tells of boats, trains, gardens and music"));
            await fixture.Engine.MemorizeAsync($"w{workspace}", new MemorizeRequest { Messages = [.. messages] });
        }

        for (var workspace = 0; workspace < Workspaces; workspace++)
        {
            var results = await fixture.Engine.RetrieveAsync($"w{workspace}", new RetrieveRequest { Query = "row 17" });
            results.Results[0].Memory.Content.ShouldStartWith($"row 17 of {workspace}");
        }

        (loads > 0).ShouldBe(dropped, $"{loads} indexes were built anew.");
    }
}
