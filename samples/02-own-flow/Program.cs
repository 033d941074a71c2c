// Two operators of one's own, a flow made of them, and the same flow changed while it runs. No model, no server.
//
//   dotnet run --project samples/02-own-flow -- "What does Ann like?"
using Microsoft.Extensions.DependencyInjection;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.Services;

var found = new Slot<IReadOnlyList<RetrievedMemory>>("found");

await using var services = new ServiceCollection().AddMemoryEngine().BuildServiceProvider();
var memory = services.GetRequiredService<MemoryService>();
await services.GetRequiredService<Remanence.MemoryEngine>().OpenAsync();
await memory.MemorizeAsync("demo", new MemorizeRequest
{
    UserId = "ann",
    Messages = [new Message { Role = "user", Content = "I like jasmine tea." }, new Message { Role = "user", Content = "My bicycle is red." }],
});

var registry = new OperatorRegistry()
    .Add(
        "find",
        new OperatorSlots { Required = [BaseSlots.Query], Writes = [found] },
        async (context, cancellationToken) =>
        {
            var result = await memory.RetrieveAsync(
                "demo",
                new RetrieveRequest
                {
                    Query = context.Get(BaseSlots.Query),
                    UserId = "ann",
                    TopK = 1,
                },
                cancellationToken);
            context.Set(found, result.Results);
        })
    .Add(
        "tell",
        new OperatorSlots { Required = [found] },
        (context, _) =>
        {
            // An answer ends in somebody's prompt: what is remembered is told there, and gives no orders.
            context.Response.Answer = string.Join('\n', context.Get(found).Select(result => InertText.Of(result.Memory.Content)));
            return ValueTask.CompletedTask;
        })
    .Add(
        "shout",
        OperatorSlots.None,
        (context, _) =>
        {
            context.Response.Answer = context.Response.Answer.ToUpperInvariant();
            return ValueTask.CompletedTask;
        });

var flows = FlowCatalogue.Build(
    registry,
    [
        new FlowDefinition
        {
            Name = "ask",
            Expression = "find >> tell",
            Description = "Answers from memory.",
        },
    ],
    services: services);
var call = new FlowCall().With(BaseSlots.Query, args.Length > 0 ? args[0] : "What does Ann like?");
Console.WriteLine((await flows.RunAsync("ask", call)).Answer);

flows.Get("ask").Revise(edit => edit.InsertAfter("tell", "shout"));
Console.WriteLine((await flows.RunAsync("ask", call)).Answer);
Console.WriteLine(flows.Get("ask").ToMermaid());
