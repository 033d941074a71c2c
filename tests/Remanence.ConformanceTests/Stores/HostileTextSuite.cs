using Remanence.Memories;
using Remanence.Messages;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Stores;

public abstract class HostileTextSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Any_text_is_data(string text)
    {
        var scope = new Scope(text, text, text, text);
        var memory = new Memory(Sample.Full(text, scope))
        {
            Kind = text,
            Author = text,
            Role = text,
            Name = text,
            Content = text,
            Trigger = text,
            SupersededBy = text,
            Keywords = [text, text],
            Categories = [text],
            Links = [new MemoryLink(text, text)],
            Sources = [new MemorySource { ResourceId = text, MessageId = text, Quote = text }],
            Metadata = System.Text.Json.JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { [text] = text }),
        };
        var job = Sample.Job(text, scope) with { Kind = text, Error = text, LeaseOwner = text };
        var category = Sample.Category(text, scope) with { Name = text, Description = text, Summary = text };
        var set = new ChangeSet
        {
            Id = text,
            Workspace = text,
            At = Sample.At.AddHours(1),
            Actor = text,
            Reason = text,
            Fingerprint = text,
            Resources = [Sample.Resource(text, scope) with { Modality = text, Name = text, MediaType = text, Text = text }],
            Messages = [new StoredMessage { ResourceId = text, Position = 0, Message = new Message { Id = text, Role = text, Name = text, Content = text } }],
            Inserts = [memory],
            Categories = [category],
            Jobs = [job],
        };
        await InsertAsync(Sample.Memory("decoy", new Scope("decoy", "decoy")));
        await Store.CommitAsync(set, Token);
        (await Store.CommitAsync(set, Token)).AlreadyApplied.ShouldBeTrue();

        (await Store.GetAsync(text, text, Token)).ShouldBeSame(memory);
        MemoryFilter filter = new MemoryFilter.And(
        [
            new MemoryFilter.Id([text]), new MemoryFilter.Kind([text]), new MemoryFilter.Keyword([text]), new MemoryFilter.Category([text]),
            new MemoryFilter.Metadata([text], MetadataOperator.Eq, [System.Text.Json.JsonSerializer.SerializeToElement(text)]),
        ]);
        (await IdsAsync(scope, filter)).ShouldBe([text]);
        (await IdsAsync(scope with { User = text + "x" })).ShouldBeEmpty();
        var entry = (await Store.GetHistoryAsync(text, text, Token)).Single();
        (entry.MemoryId, entry.Actor, entry.Reason).ShouldBe((text, text, text));
        var resource = (await Store.GetResourceAsync(text, text, Token))!;
        (resource.Id, resource.Scope, resource.Modality, resource.Name, resource.MediaType, resource.Text).ShouldBe((text, scope, text, text, text, text));
        (await Store.QueryMessagesAsync(text, new PageQuery { Scope = scope }, Token)).Items.ShouldBe(set.Messages);
        (await Store.GetCategoryAsync(text, text, Token)).ShouldBe(category);
        Sample.Write(await Store.GetJobAsync(text, text, Token)).ShouldBe(Sample.Write(job));
        (await Store.LeaseJobAsync(text, TimeSpan.FromDays(1), [], Token))!.LeaseOwner.ShouldBe(text);
        (await Store.ListWorkspacesAsync(Token)).ShouldContain(item => item.Name == text);
        await Store.CommitAsync(Sample.Changes(text, updates: [new(new Memory(memory) { Content = "new" })], deletions: [text]), Token);
        (await Store.GetHistoryAsync(text, text, Token))[1].Before!.Content.ShouldBe(text);
        (await ChangesAsync(text, 1)).Select(change => change.MemoryId).ShouldBe([text]);
        (await Store.EraseAsync(scope, Token)).History.ShouldBe(3);
        await Store.DropWorkspaceAsync(text, Token);
        (await Store.ListWorkspacesAsync(Token)).Select(item => item.Name).ShouldBe(["decoy"]);
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public async Task Half_a_surrogate_pair_is_refused_everywhere(int half)
    {
        var text = "a" + (char)half;
        var escaped = Sample.Json($$"""{"a":"\u{{half:x4}}"}""");
        Memory[] bad =
        [
            Sample.Memory(text),
            Sample.Memory(scope: new Scope("ws", text)),
            Sample.Memory(content: text),
            new(Sample.Memory()) { Keywords = [text] },
            new(Sample.Memory()) { Trigger = text },
            new(Sample.Memory()) { Categories = [text] },
            new(Sample.Memory()) { Metadata = escaped },
            new(Sample.Memory()) { Links = [new MemoryLink("a", text)] },
            new(Sample.Memory()) { Sources = [new MemorySource { ResourceId = "r", Quote = text }] },
        ];
        foreach (var memory in bad)
        {
            await Should.ThrowAsync<ArgumentException>(InsertAsync(memory));
        }

        await Should.ThrowAsync<ArgumentException>(InsertAsync(Sample.Memory(scope: new Scope(text))));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Changes(id: text), Token));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Changes(jobs: [Sample.Job() with { Payload = escaped }]), Token));
        await Should.ThrowAsync<ArgumentException>(Store.GetAsync("ws", text, Token));
        await Should.ThrowAsync<ArgumentException>(Store.GetHistoryAsync(text, "a", Token));
        await Should.ThrowAsync<ArgumentException>(Store.QueryAsync(new MemoryQuery { Scope = new Scope("ws", text) }, Token));
        (await Store.ListWorkspacesAsync(Token)).ShouldBeEmpty();

        // A filter only compares: what cannot be stored is simply not found.
        await InsertAsync(Sample.Memory("a\ufffd"));
        (await IdsAsync(new Scope("ws"), new MemoryFilter.Id([text]))).ShouldBeEmpty();
        (await IdsAsync(new Scope("ws"), new MemoryFilter.Not(new MemoryFilter.Kind([text])))).ShouldBe(["a\ufffd"]);
        (await IdsAsync(new Scope("ws"), new MemoryFilter.Keyword([text]))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_NUL_is_refused_wherever_it_would_be_stored()
    {
        const string Text = "a\0b";
        var escaped = Sample.Json("""{"a":["\u0000"]}""");
        Memory[] bad =
        [
            Sample.Memory(Text),
            Sample.Memory(scope: new Scope("ws", Text)),
            Sample.Memory(content: Text),
            new(Sample.Memory()) { Keywords = [Text] },
            new(Sample.Memory()) { Trigger = Text },
            new(Sample.Memory()) { Metadata = escaped },
            new(Sample.Memory()) { Metadata = Sample.Json("""{"\u0000":1}""") },
            new(Sample.Memory()) { Links = [new MemoryLink("a", Text)] },
            new(Sample.Memory()) { Sources = [new MemorySource { ResourceId = "r", Quote = Text }] },
        ];
        foreach (var memory in bad)
        {
            await Should.ThrowAsync<ArgumentException>(InsertAsync(memory));
        }

        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Brings("ws", [Sample.Resource() with { Text = Text }]), Token));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Brings("ws", [Sample.Resource("r")], [Sample.Message("r", 0, Text)]), Token));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Brings("ws", categories: [Sample.Category() with { Summary = Text }]), Token));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Changes(jobs: [Sample.Job() with { Payload = escaped }]), Token));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Changes(Text), Token));
        (await Store.ListWorkspacesAsync(Token)).ShouldBeEmpty();

        // What cannot be there is not found, and is no mistake.
        var plain = new Memory(Sample.Memory("a")) { Metadata = Sample.Json("""{"a":"\\u0000"}""") };
        await InsertAsync(plain);
        (await Store.GetAsync("ws", "a", Token)).ShouldBeSame(plain);
        (await Store.GetAsync("ws", Text, Token)).ShouldBeNull();
        (await IdsAsync(new Scope("ws"), new MemoryFilter.Id([Text]))).ShouldBeEmpty();
        (await Store.CommitAsync(Sample.Changes(deletions: [Text]), Token)).AlreadyApplied.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{ "a" :  1.50, "b":[ 1e5 , -0.0],"c":"\u00e9\/é", "a": 2 }""")]
    [InlineData("""{"big":123456789012345678901234567890.10,"deep":[[[[{"":{}}]]]]}""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task Json_comes_back_as_the_text_that_came(string json)
    {
        var memory = new Memory(Sample.Memory("a")) { Metadata = Sample.Json(json) };
        await Store.CommitAsync(
            new ChangeSet
            {
                Id = "set",
                Workspace = "ws",
                At = Sample.At,
                Resources = [Sample.Resource("r") with { Metadata = Sample.Json(json) }],
                Inserts = [memory],
                Jobs = [Sample.Job("j", new Scope("ws")) with { Payload = Sample.Json(json) }],
            },
            Token);
        (await Store.GetAsync("ws", "a", Token))!.Metadata!.Value.GetRawText().ShouldBe(json);
        (await Store.GetResourceAsync("ws", "r", Token))!.Metadata!.Value.GetRawText().ShouldBe(json);
        (await Store.GetJobAsync("ws", "j", Token))!.Payload!.Value.GetRawText().ShouldBe(json);
        await Store.CommitAsync(Sample.Changes(deletions: ["a"]), Token);
        (await Store.GetHistoryAsync("ws", "a", Token))[1].Before!.Metadata!.Value.GetRawText().ShouldBe(json);
    }

    [Fact]
    public async Task Megabytes_of_text_come_back()
    {
        var big = string.Concat(Enumerable.Repeat("茶\U0001F375 tea\u0001", 130_000));
        var memory = new Memory(Sample.Memory(content: big)) { Trigger = big };
        await InsertAsync(memory);
        await Store.CommitAsync(
            Sample.Brings("ws", [Sample.Resource("r") with { Text = big }], [Sample.Message("r", 0, big)], [Sample.Category("c") with { Summary = big }]),
            Token);
        await Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory(memory.Id, content: "small"))]), Token);
        (await Store.GetHistoryAsync("ws", memory.Id, Token))[0].After!.Trigger.ShouldBe(big);
        (await Store.GetResourceAsync("ws", "r", Token))!.Text.ShouldBe(big);
        (await Store.QueryMessagesAsync("r", new PageQuery { Scope = new Scope("ws") }, Token)).Items.Single().Message.Content.ShouldBe(big);
        (await Store.GetCategoryAsync("ws", "c", Token))!.Summary.ShouldBe(big);
        (await Store.GetAsync("ws", memory.Id, Token))!.Content.ShouldBe("small");
    }
}
