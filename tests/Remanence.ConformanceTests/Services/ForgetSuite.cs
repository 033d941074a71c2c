using Remanence.Services;

namespace Remanence.ConformanceTests.Services;

/// <summary>What is forgotten, and what never was.</summary>
public abstract class ForgetSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task What_is_forgotten_is_gone()
    {
        var id = await Remember("The key is under the mat");
        await Remember("The mat is red");

        await Service.ForgetAsync(All, id, Cancelled);

        await ShouldNotFind(() => Service.GetAsync(All, id, Cancelled));
        await ShouldNotFind(() => Service.ForgetAsync(All, id, Cancelled));
        (await List()).ShouldHaveSingleItem().Content.ShouldBe("The mat is red");
        (await Find("key mat")).ShouldBe(["The mat is red"]);
    }

    [Fact]
    public async Task A_statement_is_forgotten_as_a_message_is()
    {
        var added = await Service.AddAsync(Workspace, new AddMemoryRequest { Content = "Ana keeps herons", UserId = "ana" }, Cancelled);

        await Service.ForgetAsync(Of("ana"), added.Id, Cancelled);

        await ShouldNotFind(() => Service.GetAsync(All, added.Id, Cancelled));
        (await Find("herons", "ana")).ShouldBeEmpty();
        (await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled)).Text.ShouldNotContain("herons");
    }

    [Fact]
    public async Task What_never_was_is_not_found()
    {
        await Remember("something");

        await ShouldNotFindIds(id => Service.GetAsync(All, id, Cancelled), id => Service.ForgetAsync(All, id, Cancelled));
    }
}
