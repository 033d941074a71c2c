using Remanence.Cli.Errors;
using Remanence.Evaluation;
using Remanence.Stores;

namespace Remanence.Cli;

public sealed class FailuresTests
{
    public static TheoryData<Exception, int> Known => new()
    {
        { new UsageException("x"), 2 },
        { new InvalidRequestException("top_k", "x"), 2 },
        { new InvalidCursorException("x"), 2 },
        { new EvaluationDataException("x"), 2 },
        { new MemoryNotFoundException("x"), 3 },
        { new MemoryConflictException("x"), 4 },
        { new ChangeSetConflictException("x"), 4 },
        { new StoreUnavailableException("x"), 5 },
        { new StoreFullException("x"), 5 },
        { new StoreUnavailableException("x", new IOException("disk")), 5 },
        { new StoreUnavailableException("x", new HttpRequestException("refused")), 6 },
        { new HttpRequestException("x"), 6 },
        { new AggregateException(new StoreFullException("x")), 5 },
        { new OperationCanceledException(), 130 },
        { new InvalidOperationException("x"), 1 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Every_failure_has_its_code_and_one_line(Exception failure, int code)
    {
        Failures.ExitCode(failure).ShouldBe(code);
        Failures.Line(failure).ShouldStartWith("remanence: ");
    }

    [Fact]
    public void Cancelled_work_tells_what_is_done_where_that_is_known()
    {
        Failures.Line(new OperationCanceledException("2 of 3 are in.", new OperationCanceledException())).ShouldBe("remanence: cancelled. 2 of 3 are in.");
        Failures.Line(new TaskCanceledException("A task was canceled.", new OperationCanceledException())).ShouldBe("remanence: cancelled");
    }

    [Fact]
    public void Several_lines_become_one() => Failures.Line(new UsageException("a\nb")).ShouldBe("remanence: a b");
}
