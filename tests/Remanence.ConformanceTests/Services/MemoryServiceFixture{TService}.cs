using Remanence.Services;

namespace Remanence.ConformanceTests.Services;

/// <summary>A fixture that says which implementation it opens, so that nobody has to open it to know what it is held to.</summary>
/// <typeparam name="TService">The implementation itself: its interfaces decide which suites hold it.</typeparam>
public abstract class MemoryServiceFixture<TService> : MemoryServiceFixture
    where TService : MemoryService
{
    private protected sealed override async ValueTask<MemoryService> OpenServiceAsync()
    {
        var service = await OpenAsync();
        service.GetType().ShouldBe(typeof(TService), "A fixture names the class that it opens, not a base of it.");
        return service;
    }

    protected abstract ValueTask<TService> OpenAsync();
}
