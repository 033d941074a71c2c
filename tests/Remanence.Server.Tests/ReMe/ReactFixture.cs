using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Flows;
using Remanence.Hosting;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.ReMe;

/// <summary>A server with a scripted chat model and tools of a test's own.</summary>
internal sealed class ReactFixture : IAsyncDisposable
{
    private ReactFixture(ModelEndpoint model, RunningServer server) => (Model, Server) = (model, server);

    public ModelEndpoint Model { get; }

    public RunningServer Server { get; }

    public static async Task<ReactFixture> StartAsync(
        IReadOnlyList<AIFunction>? tools = null,
        (string Name, object Value)[]? parameters = null,
        Func<RemanenceSettings, ModelEndpoint, RemanenceSettings>? change = null,
        Action<IServiceCollection>? configure = null)
    {
        var model = await ModelEndpoint.StartAsync();
        var profile = new ModelProfile
        {
            Name = "llm.default",
            Backend = "openai_compatible",
            Model = "test-model",
            BaseUrl = model.BaseUrl,
            ApiKey = "sk-test",
            MaxRetries = 0,
        };
        var react = new OperatorConfiguration
        {
            Name = "simple_react_op",
            Llm = "qwen3_30b_instruct",
            Parameters = (parameters ?? []).ToDictionary(parameter => parameter.Name, parameter => JsonSerializer.SerializeToElement(parameter.Value)),
        };
        var server = await RunningServer.StartAsync(
            settings =>
            {
                settings = settings with { Configuration = new RemanenceConfiguration { ChatModels = [profile], Operators = [react] } };
                return change?.Invoke(settings, model) ?? settings;
            },
            services =>
            {
                configure?.Invoke(services);
                if (tools is not null)
                {
                    services.AddRemanenceTools("own", [.. tools]);
                }
            });
        return new ReactFixture(model, server);
    }

    /// <summary>A reply with several calls.</summary>
    public static Reply Calls(params (string Id, string Name, string Arguments)[] calls) => Reply.Message(
        new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = null,
            ["tool_calls"] = new JsonArray([.. calls.Select((call, i) => new JsonObject
            {
                ["index"] = i,
                ["id"] = call.Id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
            })]),
        },
        "tool_calls");

    public Task<JsonElement> AskAsync(string query, string? workspace = null) => Server.Client.PostAsync(
        "/react", new JsonObject { ["query"] = query, ["workspace_id"] = workspace }.ToJsonString());

    /// <summary>What the model was told by tools in its last request, by the id of the call.</summary>
    public IReadOnlyDictionary<string, string> Told(int request) => Model.Chat.Requests[request].Json.GetProperty("messages").EnumerateArray()
        .Where(message => message.GetProperty("role").GetString() == "tool")
        .ToDictionary(message => message.GetProperty("tool_call_id").GetString()!, message => message.GetProperty("content").GetString()!);

    public IReadOnlyList<string> Offered(int request = 0) => Model.Chat.Requests[request].Json.TryGetProperty("tools", out var tools)
        ? [.. tools.EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()!)]
        : [];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Model.DisposeAsync();
    }
}
