using OwnService;
using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

/// <summary>The least that a memory service is.</summary>
public sealed class DictionaryFixture : MemoryServiceFixture<DictionaryMemoryService>
{
    protected override ValueTask<DictionaryMemoryService> OpenAsync() => ValueTask.FromResult(new DictionaryMemoryService(TimeProvider.System));

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}
