using System.Text.Json.Serialization;
using Remanence.Jobs;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.History;
using Remanence.Transfer;

namespace Remanence.Wire;

/// <summary>The JSON of every surface and of exports: snake case, RFC 3339 times, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = false,
    MaxDepth = 64,
    Converters =
    [
        typeof(SnakeCaseEnumConverter<MemoryStatus>),
        typeof(SnakeCaseEnumConverter<TimePrecision>),
        typeof(SnakeCaseEnumConverter<HistoryOperation>),
        typeof(SnakeCaseEnumConverter<JobState>),
    ])]
[JsonSerializable(typeof(MemoryDocument))]
[JsonSerializable(typeof(MemoryUse))]
[JsonSerializable(typeof(MemoryState))]
[JsonSerializable(typeof(ResourceState))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<MemorySource>))]
[JsonSerializable(typeof(IReadOnlyList<MemoryLink>))]
[JsonSerializable(typeof(IReadOnlyList<HistoryDocument>))]
[JsonSerializable(typeof(HistoryDocument))]
[JsonSerializable(typeof(Page<MemoryDocument>))]
[JsonSerializable(typeof(Page<ResourceDocument>))]
[JsonSerializable(typeof(Page<StoredMessage>))]
[JsonSerializable(typeof(Page<CategoryDocument>))]
[JsonSerializable(typeof(ResourceDocument))]
[JsonSerializable(typeof(CategoryDocument))]
[JsonSerializable(typeof(JobDocument))]
[JsonSerializable(typeof(Page<JobDocument>))]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(Erasure))]
[JsonSerializable(typeof(IReadOnlyList<WorkspaceInfo>))]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(ExportRecord))]
[JsonSerializable(typeof(ChangeDocument))]
[JsonSerializable(typeof(MemorizeRequest))]
[JsonSerializable(typeof(MemorizeResult))]
[JsonSerializable(typeof(RetrieveRequest))]
[JsonSerializable(typeof(RetrieveResult))]
[JsonSerializable(typeof(MemoryPatch))]
[JsonSerializable(typeof(AddMemoryRequest))]
[JsonSerializable(typeof(WorkResult))]
[JsonSerializable(typeof(UserProfile))]
[JsonSerializable(typeof(ResourceRequest))]
public sealed partial class RemanenceJson : JsonSerializerContext;
