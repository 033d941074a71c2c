using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Tests.Privacy;

public sealed class ForgottenSourcesTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_behind_a_forgotten_fact_are_known_by_place_and_when_they_come_again()
    {
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync(Token);
        var scope = new Scope("w", "ann", null, "s1");
        var timed = new Message { Role = "user", Content = "I keep herons", Time = At };
        var untimed = new Message { Role = "user", Content = "I keep bees" };
        var kept = await engine.MemorizeAsync(
            "w",
            new MemorizeRequest
            {
                Messages = [timed, untimed, timed with { Content = "I ski" }],
                UserId = "ann",
                SessionId = "s1",
            },
            Token);
        var said = (await engine.ListMessagesAsync(kept.ResourceId, new PageQuery { Scope = scope }, Token)).Items;
        await DeriveAsync(engine, scope, said[0], said[1]);
        (await engine.Access.ForgottenAsync(scope, Token)).IsEmpty.ShouldBeTrue();

        await engine.ForgetAsync(scope, "fact", Token);

        // Another session of the same person asks.
        var forgotten = await engine.Access.ForgottenAsync(scope with { Session = "s2" }, Token);
        said.Select(forgotten.Covers).ShouldBe([true, true, false]);
        forgotten.Covers(kept.ResourceId, said[0].Message.Id).ShouldBeTrue();
        forgotten.Covers("elsewhere", said[0].Message.Id).ShouldBeFalse();
        forgotten.Covers(timed with { Id = "new" }).ShouldBeTrue();
        forgotten.Covers(timed with { Time = At.AddDays(1) }).ShouldBeFalse();
        forgotten.Covers(timed with { Role = "assistant" }).ShouldBeFalse();
        forgotten.Covers(untimed).ShouldBeTrue();
        forgotten.Covers(untimed with { Time = At }).ShouldBeTrue();
        (await engine.Access.ForgottenAsync(new Scope("w", "bob"), Token)).IsEmpty.ShouldBeTrue();
        (await engine.Access.ForgottenAsync(new Scope("w"), Token)).IsEmpty.ShouldBeTrue();

        await engine.RestoreAsync(scope, "fact", null, Token);
        (await engine.Access.ForgottenAsync(scope, Token)).IsEmpty.ShouldBeTrue();
    }

    private static async Task DeriveAsync(MemoryEngine engine, Scope scope, params IReadOnlyList<StoredMessage> from)
    {
        var fact = new Memory
        {
            Id = "fact",
            Scope = scope,
            Kind = MemoryKinds.Observation,
            Content = "keeps animals",
            ObservedAt = At,
            RecordedAt = At,
            UpdatedAt = At,
            Sources =
            [
                .. from.Select(message => new MemorySource
                {
                    ResourceId = message.ResourceId,
                    MessageId = message.Message.Id,
                    Quote = message.Message.Content,
                }),
            ],
        };
        await engine.Parts.Committer.CommitAsync(new ChangeSet { Id = "derive", Workspace = scope.Workspace, At = At, Inserts = [fact] }, Token);
    }
}
