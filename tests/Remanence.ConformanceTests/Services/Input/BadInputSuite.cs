using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services.Input;

/// <summary>What is refused, with the member's name, and leaves nothing behind.</summary>
public abstract class BadInputSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Theory]
    [MemberData(nameof(BadInputCases.MessageNames), MemberType = typeof(BadInputCases))]
    public async Task Messages_are_refused(string what)
    {
        var (field, request) = BadInputCases.Messages[what];

        await ShouldRefuse(() => Memorize(request), field);

        (await List()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BadInputCases.QuestionNames), MemberType = typeof(BadInputCases))]
    public async Task Questions_are_refused(string what)
    {
        var (field, request) = BadInputCases.Questions[what];

        await ShouldRefuse(() => Service.RetrieveAsync(Workspace, request, Cancelled), field);
    }

    [Theory]
    [MemberData(nameof(BadInputCases.StatementNames), MemberType = typeof(BadInputCases))]
    public async Task Statements_are_refused(string what)
    {
        var (field, request) = BadInputCases.Statements[what];

        await ShouldRefuse(() => Service.AddAsync(Workspace, request, Cancelled), field);

        (await List()).ShouldBeEmpty();
    }

    [Fact]
    public Task Workspace_names_are_refused_by_every_operation() => ShouldRefuseWorkspaces(
        scope => Service.MemorizeAsync(scope.Workspace, new MemorizeRequest { Messages = [Said("x")] }, Cancelled),
        scope => Service.RetrieveAsync(scope.Workspace, new RetrieveRequest { Query = "x" }, Cancelled),
        scope => Service.AddAsync(scope.Workspace, new AddMemoryRequest { Content = "x" }, Cancelled),
        scope => Service.GetProfileAsync(scope with { User = "ana" }, cancellationToken: Cancelled),
        scope => Service.GetAsync(scope, "id", Cancelled),
        scope => Service.ListAsync(new MemoryQuery { Scope = scope }, Cancelled),
        scope => Service.ForgetAsync(scope, "id", Cancelled));
}
