using Remanence.Flows.Operators;
using Remanence.Operators;
using Remanence.TaskMemory.MockSearch;
using Remanence.TaskMemory.Operators;
using Remanence.TaskMemory.React;

namespace Remanence.TaskMemory;

/// <summary>The operators of task and tool memory, and of agents, by ReMe's names.</summary>
internal static class TaskOperators
{
    /// <summary>
    /// Adds them all. The services of the catalogue must hold an <see cref="Editing.MemoryAccess"/>, and may hold a <see cref="Models.ModelCatalog"/>, an
    /// <see cref="AnswerForm"/> and a <see cref="MemoryLibrary"/>.
    /// </summary>
    public static OperatorRegistry AddTaskMemory(this OperatorRegistry registry) =>
        registry
            .Add("build_query", setup => new BuildQueryOperator(setup), BuildQueryOperator.EnableModel, PromptedModel.MaxTokens)
            .Add(
                "recall_vector_store",
                setup => new RecallOperator(setup),
                RecallOperator.RecallKey,
                RecallOperator.Threshold,
                RecallOperator.TopK,
                RecallOperator.Kinds)
            .Add(
                "rerank_memory",
                setup => new RerankOperator(setup),
                RerankOperator.EnableModel,
                RerankOperator.EnableFilter,
                RerankOperator.MinScore,
                RerankOperator.TopK)
            .Add("rewrite_memory", setup => new RewriteOperator(setup), RewriteOperator.EnableModel)
            .Add("merge_memory", setup => new MergeOperator(setup))
            .Add("trajectory_preprocess", setup => new PreprocessOperator(setup), PreprocessOperator.Threshold)
            .Add("trajectory_segmentation", setup => new SegmentationOperator(setup), SegmentationOperator.Target, PromptedModel.MaxTokens)
            .Add("success_extraction", ExtractionOperator.OfSuccesses, PromptedModel.MaxTokens)
            .Add("failure_extraction", ExtractionOperator.OfFailures, PromptedModel.MaxTokens)
            .Add(
                "comparative_extraction",
                setup => new ComparisonOperator(setup),
                ComparisonOperator.Soft, ComparisonOperator.Similar, ComparisonOperator.SimilarityThreshold, ComparisonOperator.MaxSequences,
                ComparisonOperator.MaxPairs,
                PromptedModel.MaxTokens)
            .Add("memory_validation", setup => new ValidationOperator(setup), ValidationOperator.Threshold)
            .Add("memory_deduplication", setup => new DeduplicationOperator(setup), DeduplicationOperator.Threshold, DeduplicationOperator.MaxExisting)
            .Add("simple_summary", setup => new SimpleSummaryOperator(setup), SimpleSummaryOperator.Threshold, PromptedModel.MaxTokens)
            .Add("simple_comparative_summary", setup => new SimpleComparisonOperator(setup), PromptedModel.MaxTokens)
            .Add("update_vector_store", setup => new UpdateStoreOperator(setup), UpdateStoreOperator.Threshold)
            .Add("update_memory_freq", setup => new CountUseOperator(setup))
            .Add("update_memory_utility", setup => new CountHelpOperator(setup))
            .Add("delete_memory", setup => new ForgetOperator(setup))
            .Add("vector_store_action", setup => new WorkspaceOperator(setup))
            .Add("parse_tool_call_result", setup => new ToolCallOperator(setup), ToolCallOperator.KeptCalls, ToolCallOperator.Interval)
            .Add(
                "summary_tool_memory",
                setup => new ToolSummaryOperator(setup),
                ToolSummaryOperator.RecentCalls,
                ToolSummaryOperator.Interval,
                PromptedModel.MaxTokens)
            .Add("retrieve_tool_memory", setup => new ToolRetrievalOperator(setup))
            .Add("simple_react", setup => new ReactOperator(setup), ReactOperator.MaxSteps, ReactOperator.ToolTimeout, ReactOperator.MaxResult)
            .Add(
                "use_mock_search",
                setup => new MockSearchOperator(setup),
                MockSearchOperator.Seed,
                MockSearchOperator.ToolA,
                MockSearchOperator.ToolB,
                MockSearchOperator.ToolC);
}
