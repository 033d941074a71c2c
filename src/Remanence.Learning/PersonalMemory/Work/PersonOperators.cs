using Remanence.Flows.Operators;
using Remanence.Operators;
using Remanence.PersonalMemory.Operators;
using Remanence.TaskMemory.Operators;

namespace Remanence.PersonalMemory.Work;

/// <summary>The operators of personal memory by ReMe's and MemoryScope's names.</summary>
internal static class PersonOperators
{
    /// <summary>
    /// Adds them all. The services of the catalogue must hold an <see cref="Editing.MemoryAccess"/>, and may hold a <see cref="Models.ModelCatalog"/>.
    /// </summary>
    public static OperatorRegistry AddPersonalMemory(this OperatorRegistry registry) =>
        registry
            .Add("info_filter", setup => new InfoFilterOperator(setup), InfoFilterOperator.Preserved, InfoFilterOperator.MaxSize, PromptedModel.OptionsOfOthers)
            .Add(ObserveOperator.Name, ObserveOperator.OfAll, ObserveOperator.MaxTokens, ObserveOperator.Overlap)
            .Add("get_observation", ObserveOperator.OfTimeless, ObserveOperator.MaxTokens, ObserveOperator.Overlap, PromptedModel.OptionsOfOthers)
            .Add("get_observation_with_time", ObserveOperator.OfTimed, ObserveOperator.MaxTokens, ObserveOperator.Overlap, PromptedModel.OptionsOfOthers)
            .Add("load_today_memory", setup => new LoadTodayOperator(setup), LoadTodayOperator.TopK)
            .Add(
                ReconcileOperator.Name,
                setup => new ReconcileOperator(setup),
                ReconcileOperator.Enabled,
                ReconcileOperator.MaxCount,
                ReconcileOperator.TopK,
                PromptedModel.OptionsOfOthers)
            .Add("load_obs_and_insight", setup => new LoadReflectionOperator(setup), [LoadReflectionOperator.TopK, .. LoadReflectionOperator.OfOthers])
            .Add(
                "get_reflection_subject",
                setup => new ReflectionSubjectOperator(setup),
                ReflectionSubjectOperator.Threshold,
                ReflectionSubjectOperator.Questions,
                PromptedModel.OptionsOfOthers)
            .Add("update_insight", setup => new UpdateInsightOperator(setup), [UpdateInsightOperator.MaxCount, .. UpdateInsightOperator.OfOthers])
            .Add(
                "long_contra_repeat",
                setup => new LongReconcileOperator(setup),
                [LongReconcileOperator.Enabled, LongReconcileOperator.MaxCount, LongReconcileOperator.TopK, .. LongReconcileOperator.OfOthers])
            .Add("store_memory", setup => new UpdateStoreOperator(setup), UpdateStoreOperator.Threshold)
            .Add("set_query", setup => new SetQueryOperator(setup), SetQueryOperator.Timestamp)
            .Add("extract_time", setup => new ExtractTimeOperator(setup), ExtractTimeOperator.OfOthers)
            .Add("retrieve_memory", RetrievePersonOperator.OfAnswers, RetrievePersonOperator.Parameters)
            .Add("retrieve_obs_ins", RetrievePersonOperator.OfObservationsAndInsights, RetrievePersonOperator.Parameters)
            .Add("retrieve_top_memory", RetrievePersonOperator.OfTop, RetrievePersonOperator.Parameters)
            .Add("retrieve_all_memory", RetrievePersonOperator.OfAll, RetrievePersonOperator.Parameters)
            .Add("semantic_rank", setup => new SemanticRankOperator(setup), SemanticRankOperator.Enabled, SemanticRankOperator.MaxCount)
            .Add(
                "fuse_rerank",
                setup => new FuseRerankOperator(setup),
                FuseRerankOperator.Threshold,
                FuseRerankOperator.Ratios,
                FuseRerankOperator.TimeRatio,
                FuseRerankOperator.MaxCount,
                FuseRerankOperator.Times)
            .Add("print_memory", setup => new PrintMemoryOperator(setup), PrintMemoryOperator.MaxCount)
            .Add("read_message", setup => new ReadMessageOperator(setup), ReadMessageOperator.MaxCount);
}
