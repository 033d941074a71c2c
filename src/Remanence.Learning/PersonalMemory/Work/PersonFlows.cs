using Remanence.Flows;
using Remanence.PersonalMemory.Consolidation;
using Remanence.PersonalMemory.Operators;
using Remanence.PersonalMemory.Reflection;

namespace Remanence.PersonalMemory.Work;

/// <summary>The flows of personal memory as they come; those of ReMe's surface are wired as there.</summary>
internal static class PersonFlows
{
    private const string Origin = "built-in flows";

    public static IReadOnlyList<FlowDefinition> Definitions { get; } =
    [
        new()
        {
            Name = "retrieve_personal_memory",
            Expression = "set_query_op >> (extract_time_op | (retrieve_memory_op >> semantic_rank_op)) >> fuse_rerank_op",
            Description = "Finds what is remembered about a person that bears on the question, as lines of text.",
            Inputs =
            [
                new() { Name = "query", Type = "string", Description = "What is asked, or what the person said.", Required = true },
                new() { Name = "top_k", Type = "integer", Description = "At most so many memories; 5 when not given." },
                new() { Name = "timestamp", Type = "integer", Description = "The moment of asking in seconds since 1970; now when not given." },
            ],
            Origin = Origin,
        },
        new()
        {
            Name = "summary_personal_memory",
            Expression =
                "info_filter_op >> (get_observation_op | get_observation_with_time_op | load_today_memory_op) >> contra_repeat_op >> update_vector_store_op",
            Description = "Finds in conversations what is worth remembering about a person and stores it, settled with what is stored.",
            Inputs =
            [
                new()
                {
                    Name = "trajectories",
                    Type = "array",
                    Description = "Conversations, each with messages (role, content, time_created). Filled in by the system that runs the agent.",
                },
                new()
                {
                    Name = PersonSlots.Sent.Name,
                    Type = "array",
                    Description = "One conversation, where no trajectories are given.",
                },
                new()
                {
                    Name = "user_name",
                    Type = "string",
                    Description = "Whom the memories are about; user when not given.",
                },
            ],
            Origin = Origin,
        },
        new()
        {
            Name = ConsolidateHandler.Flow,
            Expression = "observe >> contra_repeat",
            Internal = true,
            Description = "Finds in new messages what is worth remembering about people. Run in the background over messages that were memorised with infer.",
            Inputs =
            [
                new()
                {
                    Name = ObservationSlots.Conversation.Name,
                    Type = "array",
                    Description = "The messages, with the places where they are stored.",
                },
            ],
            Origin = Origin,
        },
        new()
        {
            Name = ReflectHandler.Flow,
            Expression = "load_obs_and_insight >> get_reflection_subject >> update_insight >> long_contra_repeat",
            Internal = true,
            Description =
                "Draws insights from observations, and settles what contradicts or repeats among them. Run in the background when enough was observed.",
            Origin = Origin,
        },
    ];
}
