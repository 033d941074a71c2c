using Remanence.Jobs;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services.Learning;

/// <summary>Work in the background; who has none answers as a workspace without any.</summary>
[Needs(typeof(IMemoryJobs))]
public abstract class JobSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Jobs_of_a_workspace_without_any_are_an_empty_page()
    {
        await Remember("nothing to do about it");
        var page = await Jobs.ListJobsAsync(new PageQuery { Scope = All }, [JobState.Dead, JobState.Queued], Cancelled);
        (page.Items.Count, page.NextCursor).ShouldBe((0, null));
        await ShouldRefuse(() => Jobs.ListJobsAsync(new PageQuery { Scope = All, Limit = 1001 }, [], Cancelled), "limit");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_or_not_found()
    {
        await Remember("something");

        await ShouldNotFindIds(id => Jobs.GetJobAsync(id, Cancelled), id => Jobs.RetryJobAsync(id, Cancelled), id => Jobs.CancelJobAsync(id, Cancelled));
        await ShouldRefuseWorkspaces(scope => Jobs.ListJobsAsync(new PageQuery { Scope = scope }, [], Cancelled));
        await ShouldRefuse(() => Jobs.ListJobsAsync(new PageQuery { Scope = All, Limit = 0 }, [], Cancelled), "limit");
        await ShouldRefuseCursors(cursor => Jobs.ListJobsAsync(new PageQuery { Scope = All, Cursor = cursor }, [], Cancelled));
    }
}
