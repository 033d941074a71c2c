using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;

namespace Remanence.Compat.ReMe.MemoryScope;

/// <summary>
/// MemoryScope's eight operations and its chat as flows of their own names. They stand apart from the other flows, because only HTTP offers them: what else
/// calls flows, such as the Model Context Protocol, has tools for the same.
/// </summary>
internal sealed class MemoryScopeFlows
{
    private const string Fuse = "fuse_rerank";
    private static readonly FlowInput Person = Optional("role_name", "string", "Whom it is about; chat.human_name when not given.");

    private MemoryScopeFlows(IReadOnlyList<Flow> flows) => Flows = flows;

    /// <summary>Those that are offered, in the order of MemoryScope's own list.</summary>
    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FlowDefinition> Definitions { get; } =
    [
        Define("read_message", "read_message", "What was said and not consolidated yet, as lines of text."),
        Define(
            "retrieve_memory",
            "set_query >> (extract_time | (retrieve_obs_ins >> semantic_rank)) >> fuse_rerank",
            "What is remembered that bears on the question, a line each: [time weekday] memory.",
            Required("query", "What is asked."),
            Optional("timestamp", "integer", "The moment of asking in seconds since 1970; now when not given."),
            Optional("top_k", "integer", "At most so many memories; 20 when not given.")),
        Define(
            "list_memory",
            "set_query >> retrieve_top_memory >> print_memory",
            "What is remembered, in three parts: observations, insights, and what does not hold any more; metadata.memory_list holds the ids.",
            Optional("query", "string", "What it should be about; everything when not given.")),
        Define(
            "delete_memory",
            DeleteOperator.Name,
            "Forgets memories.",
            Optional("query", "string", "Their exact text."),
            Optional("memory_id", "string", "The id of one.")),
        Define("delete_all", DeleteAllOperator.Name, "Erases everything about the person, beyond recovery."),
        Define("add_memory", AddOperator.Name, "Remembers a sentence as it stands.", Required("query", "The sentence.")),
        Define("consolidate_memory", WorkOperator.Consolidation, "Makes observations of what was said, now."),
        Define(
            "reflect_and_reconsolidate",
            WorkOperator.Reflection,
            "Draws insights from observations, and settles contradictions, now."),
        Define(
            "chat_with_memory",
            ChatOperator.Name,
            "Answers with what is remembered, and remembers what is said. history_message_strategy is \"auto\" (the session, as far as it fits), a number of "
            + "pairs, or 0 for none.",
            Required("query", "What the person says."),
            Optional("system_prompt", "string", "Who the model is, in place of the built-in words."),
            Optional("memory_prompt", "string", "What the model is told to do with memories."),
            Optional("temporary_memories", "string", "Memories for this question alone, one a line."),
            Optional("remember_response", "boolean", "Whether what is said is remembered; true when not given."),
            Optional("session_id", "string", "The session that it belongs to; chat when not given."),
            Optional("stream", "boolean", "Whether the answer comes as events, piece by piece.")) with { Stream = true },
    ];

    /// <summary>Puts them together.</summary>
    /// <param name="services">What operators find their services in.</param>
    /// <param name="options">What is configured of operators and flows.</param>
    /// <param name="assistant">What the assistant is called.</param>
    public static MemoryScopeFlows Build(IServiceProvider services, ModelsAndFlowsOptions options, string assistant)
    {
        var registry = services.GetRequiredService<OperatorRegistry>();
        Add(registry, AddOperator.Name, setup => new AddOperator(setup));
        Add(registry, DeleteOperator.Name, setup => new DeleteOperator(setup));
        Add(registry, DeleteAllOperator.Name, setup => new DeleteAllOperator(setup));
        Add(registry, WorkOperator.Consolidation, WorkOperator.OfConsolidation);
        Add(registry, WorkOperator.Reflection, WorkOperator.OfReflection);
        Add(registry, ChatOperator.Name, setup => new ChatOperator(setup, assistant));
        var offered = Definitions.Where(definition => options.Offers(definition.Name));
        var catalogue = FlowCatalogue.Build(
            registry,
            offered,
            [.. options.Operators.Where(one => !IsFuse(one)), Dated(options.Operators.FirstOrDefault(IsFuse))],
            new FlowCatalogueOptions { Language = options.Language },
            services);
        return new MemoryScopeFlows(catalogue.Flows);
    }

    // A registry that serves several catalogues has them already.
    private static void Add(OperatorRegistry registry, string name, Func<OperatorSetup, Operator> create)
    {
        if (registry.Operators.All(known => known.Name != name))
        {
            registry.Add(name, create);
        }
    }

    // MemoryScope's lines begin with their time, and there are more of them.
    private static OperatorConfiguration Dated(OperatorConfiguration? configured)
    {
        var own = configured ?? new OperatorConfiguration { Name = Fuse };
        var parameters = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["output_times"] = JsonElement.Parse("true"),
            ["output_memory_max_count"] = JsonElement.Parse("20"),
        };
        foreach (var (name, value) in own.Parameters)
        {
            parameters[name] = value;
        }

        return own with { Parameters = parameters };
    }

    private static bool IsFuse(OperatorConfiguration one) => one.Name is Fuse or Fuse + "_op";

    private static FlowDefinition Define(string name, string expression, string description, params IReadOnlyList<FlowInput> inputs) =>
        new() { Name = name, Expression = expression, Description = description, Inputs = [.. inputs, Person], Origin = "MemoryScope's operations" };

    private static FlowInput Required(string name, string description) => new() { Name = name, Type = "string", Description = description, Required = true };

    private static FlowInput Optional(string name, string type, string description) => new() { Name = name, Type = type, Description = description };
}
