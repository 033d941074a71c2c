using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using NSubstitute;
using Remanence.Anthropic;
using Remanence.Jobs;
using Remanence.Messages;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;
using Remanence.Services;
using Remanence.Sqlite.Tests;
using Remanence.Stores;

namespace Remanence.Server.Tests.Hosted;

/// <summary>Memory in a program with a host, as a program of one's own adds it.</summary>
public sealed class HostedEngineTests
{
    private static readonly MemoryEngineOptions Eager = new() { Jobs = new JobOptions { Quiet = TimeSpan.Zero, BatchMessages = 1 } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_opens_with_the_program_and_lets_go_with_it()
    {
        using var folder = new TempFolder();
        for (var run = 1; run <= 2; run++)
        {
            using var host = Build(services => services.AddRemanence().UseSqlite(folder.Store));
            await host.StartAsync(Stop);
            await host.Services.GetRequiredService<MemoryService>().MemorizeAsync("demo", Say($"The oboe was lent out {run} times."), Stop);
            (await host.Services.GetRequiredService<MemoryEngine>().ListWorkspacesAsync(Stop))[0].Memories.ShouldBe(run);
            await host.StopAsync(Stop);
        }
    }

    [Fact]
    public async Task A_model_that_is_named_reads_what_is_said_and_embeds_it()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var host = Build(services => services.AddRemanence(Eager).UseOpenAI("chatty", "sk-test", endpoint.BaseUrl, embeddingModel: "near"));
        await host.StartAsync(Stop);
        await host.Services.GetRequiredService<MemoryService>().MemorizeAsync("demo", Say("I play the oboe."), Stop);
        await endpoint.Chat.SeenAsync(1, Stop);
        await endpoint.Embeddings.SeenAsync(1, Stop);
        endpoint.Chat.Requests[0].Json.GetProperty("model").GetString().ShouldBe("chatty");
        endpoint.Embeddings.Requests[0].Json.GetProperty("model").GetString().ShouldBe("near");
        await host.StopAsync(Stop);
    }

    [Fact]
    public async Task Anthropics_models_are_named_in_the_same_way()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var host = Build(services => services.AddRemanence(Eager).UseAnthropic("chatty", "sk-test", endpoint.Root));
        await host.StartAsync(Stop);
        await host.Services.GetRequiredService<MemoryService>().MemorizeAsync("demo", Say("I play the oboe."), Stop);
        await endpoint.Messages.SeenAsync(1, Stop);
        await host.StopAsync(Stop);
    }

    [Fact]
    public async Task A_chat_model_of_the_engines_own_goes_before_those_of_flows()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        var profile = new ModelProfile { Name = "llm.own", Backend = "anthropic", Model = "own", BaseUrl = endpoint.Root, ApiKey = "sk-test" };
        using var chat = new AnthropicModelProvider().CreateChat(profile);
        using var host = Build(services => services.AddRemanence(Eager with { ChatClient = chat }));
        await host.StartAsync(Stop);
        await host.Services.GetRequiredService<MemoryService>().MemorizeAsync("demo", Say("I play the oboe."), Stop);
        await endpoint.Messages.SeenAsync(1, Stop);
        await host.StopAsync(Stop);
    }

    [Fact]
    public async Task A_fault_in_a_model_stops_the_start()
    {
        using var host = Build(services => services.AddRemanence().UseModel(new ModelProfile { Name = "llm.default", Backend = "martian", Model = "grey" }));
        (await Should.ThrowAsync<ModelConfigurationException>(() => host.StartAsync(Stop))).Message.ShouldContain("martian");
    }

    [Fact]
    public async Task Health_says_whether_changes_are_taken()
    {
        using var folder = new TempFolder();
        using var file = Build(services => services.AddRemanence().UseSqlite(folder.Store));
        (await CheckAsync(file)).Status.ShouldBe(HealthStatus.Unhealthy, "it is not open");
        await file.StartAsync(Stop);
        (await CheckAsync(file)).Status.ShouldBe(HealthStatus.Healthy);
        await file.StopAsync(Stop);
    }

    [Fact]
    public async Task Health_tells_of_damage_and_of_a_full_disk()
    {
        var store = Substitute.For<MemoryStore>();
        using var host = Build(services =>
        {
            services.AddRemanence();
            services.AddSingleton(store);
        });
        store.FindFullAsync(default).ReturnsForAnyArgs(new StoreFullException("no room"));
        (await CheckAsync(host)).Description.ShouldBe("no room");
        store.Damage.Returns(new StoreDamagedException("a hole"));
        (await CheckAsync(host)).Description.ShouldBe("a hole");
    }

    [Fact]
    public void Added_twice_it_is_there_once()
    {
        using var host = Build(services =>
        {
            services.AddRemanence();
            services.AddRemanence();
        });
        host.Services.GetServices<IHostedService>().Count(service => service.GetType().Assembly == typeof(MemoryEngine).Assembly).ShouldBe(1);
        host.Services.GetServices<MemoryService>().ShouldHaveSingleItem();
    }

    private static async Task<HealthReportEntry> CheckAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop)).Entries["remanence"];

    private static MemorizeRequest Say(string text) => new() { UserId = "ann", Messages = [new Message { Role = "user", Content = text }] };

    private static IHost Build(Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        add(builder.Services);
        return builder.Build();
    }
}
