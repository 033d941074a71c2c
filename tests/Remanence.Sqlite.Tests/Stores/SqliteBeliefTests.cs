using FsCheck;
using FsCheck.Fluent;
using Remanence.ConformanceTests.Engines;

namespace Remanence.Sqlite.Tests.Stores;

public sealed class SqliteBeliefTests : BeliefSuite<SqliteStoreFixture>
{
    private static readonly Gen<(string Text, int Day)[]> Sessions =
        from topics in Gen.ArrayOf(Gen.Elements(Topics), 2)
        from said in (from topic in Gen.Elements(topics) from text in Gen.Elements(topic) from day in Gen.Choose(0, 1) select (text, day)).ArrayOf()
        where said.Length is > 1 and < 7
        select said;

    [Fact(Timeout = 600_000)]
    public Task Batches_in_any_order_and_at_once_give_the_same_beliefs() =>
        Task.Run(() => Prop.ForAll(Sessions.ToArbitrary(), said => ShouldAgreeAsync(said).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(40)));
}
