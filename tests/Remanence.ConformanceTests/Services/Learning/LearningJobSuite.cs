using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Services.Learning;

/// <summary>The jobs that learning is done by.</summary>
[Needs(typeof(IMemoryLearning), typeof(IMemoryJobs))]
public abstract class LearningJobSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Work_that_is_not_waited_for_is_a_job_of_its_scope()
    {
        await Tell("ana", "I live in Lisbon.");

        var work = await Learning.ConsolidateAsync(Of("ana"), wait: false, Cancelled);

        var id = work.JobIds.ShouldHaveSingleItem();
        work.Memories.ShouldBeEmpty();
        var job = await Jobs.GetJobAsync(id, Cancelled);
        job.Scope.ShouldBe(Of("ana"));
        (await Jobs.ListJobsAsync(new PageQuery { Scope = Of("ana") }, [], Cancelled)).Items.ShouldContain(listed => listed.Id == id);
        (await Jobs.ListJobsAsync(new PageQuery { Scope = Of("bob") }, [], Cancelled)).Items.ShouldBeEmpty();
        (await Jobs.ListJobsAsync(new PageQuery { Scope = new Scope(Workspace + "x") }, [], Cancelled)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiting_does_what_was_not_waited_for_and_a_job_that_ended_stays_as_it_is()
    {
        await Tell("ana", "I live in Lisbon.");
        var id = (await Learning.ConsolidateAsync(Of("ana"), wait: false, Cancelled)).JobIds.ShouldHaveSingleItem();

        (await Learning.ConsolidateAsync(Of("ana"), wait: true, Cancelled)).JobIds.ShouldBeEmpty();

        (await Jobs.GetJobAsync(id, Cancelled)).State.ShouldBe(JobState.Succeeded);
        (await Jobs.ListJobsAsync(new PageQuery { Scope = All }, [JobState.Succeeded], Cancelled)).Items.ShouldContain(job => job.Id == id);
        (await Jobs.ListJobsAsync(new PageQuery { Scope = All }, [JobState.Dead], Cancelled)).Items.ShouldBeEmpty();
        (await List(filter: new MemoryFilter.Kind([MemoryKinds.Observation]))).ShouldHaveSingleItem().Content.ShouldBe("The user lives in Lisbon.");
        await Should.ThrowAsync<MemoryConflictException>(() => Jobs.CancelJobAsync(id, Cancelled));
        await Should.ThrowAsync<MemoryConflictException>(() => Jobs.RetryJobAsync(id, Cancelled));
    }

    [Fact]
    public async Task A_job_that_was_cancelled_can_be_queued_again()
    {
        await Tell("ana", "I live in Lisbon.");
        var id = (await Learning.ConsolidateAsync(Of("ana"), wait: false, Cancelled)).JobIds.ShouldHaveSingleItem();
        if (await Cancel(id) is { } cancelled)
        {
            cancelled.State.ShouldBe(JobState.Cancelled);
            (await Jobs.GetJobAsync(id, Cancelled)).State.ShouldBe(JobState.Cancelled);
            (await Jobs.RetryJobAsync(id, Cancelled)).State.ShouldBe(JobState.Queued);
        }

        await Learning.ConsolidateAsync(Of("ana"), wait: true, Cancelled);

        (await Jobs.GetJobAsync(id, Cancelled)).State.ShouldBe(JobState.Succeeded);
        (await List(filter: new MemoryFilter.Kind([MemoryKinds.Observation]))).Count.ShouldBe(1);
    }

    // A worker may have been quicker.
    private async Task<Job?> Cancel(string id)
    {
        try
        {
            return await Jobs.CancelJobAsync(id, Cancelled);
        }
        catch (MemoryConflictException)
        {
            return null;
        }
    }

    private Task<MemorizeResult> Tell(string user, string content) =>
        Memorize(new MemorizeRequest { Messages = [Said(content, time: At(1))], UserId = user, Infer = false });
}
