using Remanence.Memories;
using Remanence.Messages;

namespace Remanence.Cli.Conversations;

public sealed class MessageBatchesTests
{
    private static readonly Scope Scope = new("w", "ada", null, "s1");

    [Fact]
    public void Many_messages_are_cut_in_order()
    {
        Message[] messages = [.. Enumerable.Range(0, 2500).Select(i => new Message { Role = "user", Content = $"m{i}" })];

        var requests = MessageBatches.Create(messages, Scope, infer: false, isFile: true).ToList();

        requests.Select(r => r.Messages.Count).ShouldBe([1000, 1000, 500]);
        requests.SelectMany(r => r.Messages).ShouldBe(messages);
        requests.ShouldAllBe(r => r.UserId == "ada" && r.SessionId == "s1" && !r.Infer);
    }

    [Fact]
    public void Long_messages_are_cut_by_length()
    {
        Message[] messages = [.. Enumerable.Range(0, 5).Select(_ => new Message { Role = "user", Content = new string('x', 900_000) })];

        MessageBatches.Create(messages, Scope, infer: true, isFile: true).Select(r => r.Messages.Count).ShouldBe([2, 2, 1]);
    }

    [Fact]
    public void File_again_has_the_same_keys_and_other_files_have_others()
    {
        Message[] a = [new() { Role = "user", Content = "a" }];
        Message[] b = [new() { Role = "user", Content = "b" }];

        Key(a, Scope).ShouldBe(Key(a, Scope));
        (Key(a, Scope) == Key(b, Scope)).ShouldBeFalse();
        (Key(a, Scope) == Key(a, Scope with { User = "ben" })).ShouldBeFalse();
    }

    [Fact]
    public void Typed_text_has_no_key() =>
        MessageBatches.Create([new() { Role = "user", Content = "a" }], Scope, infer: true, isFile: false).Single().IdempotencyKey.ShouldBeNull();

    private static string? Key(Message[] messages, Scope scope) => MessageBatches.Create(messages, scope, infer: true, isFile: true).Single().IdempotencyKey;
}
