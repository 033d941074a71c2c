using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Transfer;
using Remanence.Wire;

namespace Remanence.ConformanceTests.Services;

[Needs(typeof(IMemoryHistory), typeof(IMemoryEditing), typeof(IMemoryErasure), typeof(IMemoryResources), typeof(IMemoryTransfer))]
public abstract class PrivacySuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    private const string Card = "4111 1111 1111 1111";
    private const string Withheld = "[withheld at the speaker's request]";

    [Fact]
    public async Task Card_numbers_and_keys_are_not_kept()
    {
        var result = await Memorize(new MemorizeRequest { Messages = [Said($"Heron pays with {Card}."), Said("我的密码是hunter2，苍鹭", "user")] });
        await Resources.AddResourceAsync(
            Workspace,
            new ResourceRequest
            {
                Text = $"The heron's card is {Card}.",
                Name = "4111111111111111.txt",
                Metadata = Json("""{"n":4111111111111111}"""),
            },
            Cancelled);

        result.Memories.Select(memory => memory.Content).ShouldBe(["Heron pays with [card number removed].", "我的密码是[已移除：密钥]，苍鹭"]);
        var everything = string.Join('\n', (await Export(Workspace)).Select(Text));
        everything.ShouldNotContain("1111 1111");
        everything.ShouldNotContain("4111111111111111");
        everything.ShouldNotContain("hunter2");
        everything.ShouldContain("card number removed");
    }

    [Fact]
    public async Task A_change_does_not_bring_in_what_is_not_kept()
    {
        var id = await Remember("heron");

        (await Editing.UpdateAsync(All, id, new MemoryPatch { Content = $"heron {Card}", Reason = Card }, Cancelled)).Content.ShouldBe(
            "heron [card number removed]");

        (await History.GetHistoryAsync(All, id, Cancelled))[^1].Reason.ShouldBe("[card number removed]");
    }

    [Fact]
    public async Task An_import_does_not_bring_in_what_is_not_kept()
    {
        var id = await Remember("WORD one", user: "ana");
        await Resources.AddResourceAsync(
            Workspace,
            new ResourceRequest
            {
                Text = "WORD two",
                Name = "WORD.txt",
                Metadata = Json("""{"n":"WORD"}"""),
            },
            Cancelled);
        await Service.AddAsync(
            Workspace,
            new AddMemoryRequest
            {
                Content = "WORD three",
                Trigger = "WORD",
                Keywords = ["WORD"],
                Metadata = Json("""{"n":"WORD"}"""),
            },
            Cancelled);
        await Editing.UpdateAsync(All, id, new MemoryPatch { Content = "four WORD", Reason = "WORD" }, Cancelled);
        var records = (await Export(Workspace)).Select(record => Text(record).Replace("WORD", Card, StringComparison.Ordinal))
            .Select(line => System.Text.Json.JsonSerializer.Deserialize(line, RemanenceJson.Default.ExportRecord)!).ToList();
        var target = NewWorkspace();

        await Import(target, records);

        var lines = (await Export(target)).Select(Text).ToList();
        lines.Count.ShouldBe(records.Count);
        lines.ShouldNotContain(line => line.Contains(Card, StringComparison.Ordinal));
        lines
            .Count(line => line.Contains("card number removed", StringComparison.Ordinal))
            .ShouldBe(records.Count(record => Text(record).Contains(Card, StringComparison.Ordinal)));
        (await Import(target, records)).Memories.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_request_again_gives_the_same_memories()
    {
        var named = new MemorizeRequest { Messages = [Said($"heron {Card}", id: "m1"), Said("Don't remember this: heron secret", id: "m2")] };
        var keyed = named with { Messages = [Said($"heron {Card}"), Said("Off the record, heron secret")], IdempotencyKey = "k" };
        foreach (var request in new[] { named, keyed })
        {
            var first = await Memorize(request);
            var second = await Memorize(request);
            second.ResourceId.ShouldBe(first.ResourceId);
            second.Memories.Select(memory => memory.Id).ShouldBe(first.Memories.Select(memory => memory.Id));
        }

        (await List()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_withheld_message_is_not_kept_nor_what_was_answered_to_it()
    {
        var result = await Memorize(
            new MemorizeRequest
            {
                Messages =
                [
                    Said("heron one"),
                    Said("I see.", "assistant"),
                    Said("Don't remember this: heron two"),
                    Said("heron two stays with us", "assistant"),
                    Said("heron three"),
                ],
            });

        result.Memories.Select(memory => memory.Content).ShouldBe(["heron one", "I see.", Withheld, Withheld, "heron three"]);
        (await Find("heron")).ShouldNotContain(content => content.Contains("two", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_just_said_is_withheld_with_its_answer()
    {
        var result = await Memorize(
            new MemorizeRequest
            {
                Messages =
                [
                    Said("heron one"),
                    Said("heron two"),
                    Said("Two herons!", "assistant"),
                    Said("Forget what I just said."),
                    Said("Done.", "assistant"),
                    Said("heron three"),
                ],
            });

        result.Memories.Select(memory => memory.Content).ShouldBe(["heron one", Withheld, Withheld, Withheld, Withheld, "heron three"]);
    }

    [Fact]
    public async Task Only_people_have_wishes()
    {
        var result = await Memorize(
            new MemorizeRequest { Messages = [Said("heron one"), Said("Forget what I just said.", "tool"), Said("Don't remember this.", "assistant")] });

        result.Memories.Select(memory => memory.Content).ShouldBe(["heron one", "Forget what I just said.", "Don't remember this."]);
    }

    [Fact]
    public async Task What_was_said_in_an_earlier_request_is_erased_with_what_came_of_it()
    {
        await Memorize("heron one", user: "ana", session: "s");
        await Memorize("heron elsewhere", user: "ana", session: "t");
        await Memorize("heron of bob", user: "bob", session: "s");
        var last = await Memorize(
            new MemorizeRequest
            {
                Messages = [Said("heron two", id: "m2"), Said("Two herons!", "assistant", id: "m3")],
                UserId = "ana",
                SessionId = "s",
            });
        await Derive("fact", "heron two is a fact", Of("ana"), last, 0);
        await Derive("other", "heron fact", Of("ana"), await Memorize("heron four", user: "ana", session: "t"), 0);

        for (var i = 0; i < 3; i++)
        {
            // Sent again it takes nothing more.
            await Memorize(new MemorizeRequest { Messages = [Said("Forget what I just said.", id: "m4")], UserId = "ana", SessionId = "s" });
        }

        await Memorize(new MemorizeRequest { Messages = [Said("Forget what I just said.")], UserId = "ana", SessionId = "s" });
        (await Find("heron")).ShouldBe(["heron one", "heron elsewhere", "heron of bob", "heron four", "heron fact"], ignoreOrder: true);
        (await Export(Workspace)).Select(record => Text(record))
            .ShouldNotContain(line => line.Contains("heron two", StringComparison.Ordinal) || line.Contains("Two herons", StringComparison.Ordinal));
        await ShouldNotFind(() => History.GetHistoryAsync(All, last.Memories[0].Id, Cancelled));
        await ShouldNotFind(() => History.GetHistoryAsync(All, "fact", Cancelled));
    }

    [Fact]
    public async Task A_conversation_sent_again_with_a_wish_at_its_end_loses_what_was_kept_of_it()
    {
        var said = Said("heron two", id: "m1");
        var first = await Memorize(new MemorizeRequest { Messages = [said], UserId = "ana" });

        var again = new MemorizeRequest { Messages = [said, Said("忘掉我刚才说的话", id: "m2")], UserId = "ana" };
        (await Memorize(again)).Memories.Select(memory => memory.Content).ShouldBe([Withheld, "[应说话人要求不予记录]"]);
        (await Memorize(again)).Memories.Count.ShouldBe(2);

        (await Find("heron")).ShouldBeEmpty();
        await ShouldNotFind(() => History.GetHistoryAsync(All, first.Memories[0].Id, Cancelled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_forgotten_fact_leaves_a_note_of_its_sources_and_not_of_its_words(bool erase)
    {
        var result = await Memorize(new MemorizeRequest { Messages = [Said("I keep herons", id: "m1", time: At(1))], UserId = "ana" });
        await Derive("fact", "Ana keeps herons", Of("ana"), result, 0);

        if (erase)
        {
            (await Erasing.EraseAsync(Of("ana"), "fact", Cancelled)).Memories.ShouldBe(1);
            await ShouldNotFind(() => History.GetHistoryAsync(All, "fact", Cancelled));
        }
        else
        {
            await Service.ForgetAsync(Of("ana"), "fact", Cancelled);
        }

        var note = (await List(filter: new MemoryFilter.Kind([MemoryKinds.Forgotten]))).ShouldHaveSingleItem();
        note.Status.ShouldBe(MemoryStatus.Expired);
        note.Scope.ShouldBe(Of("ana"));
        note.Content.ShouldNotContain("heron");
        note.Sources.ShouldHaveSingleItem().ShouldBe(new MemorySource { ResourceId = result.ResourceId, MessageId = "m1" });
        Stores.Sample.Write(note).ShouldNotContain("heron");
        (await List()).Select(memory => memory.Kind).ShouldBe([MemoryKinds.Message]);
        var search = new RetrieveRequest
        {
            Query = note.Content,
            Kinds = [MemoryKinds.Forgotten],
            Filter = new MemoryFilter.Status([MemoryStatus.Expired]),
            TopK = 10,
        };
        (await Service.RetrieveAsync(Workspace, search, Cancelled)).Results.ShouldBeEmpty();
        (await Service.RetrieveAsync(Workspace, search with { Kinds = null }, Cancelled)).Results.ShouldBeEmpty();
        await Should.ThrowAsync<MemoryConflictException>(() => Editing.UpdateAsync(All, note.Id, new MemoryPatch { Status = MemoryStatus.Active }, Cancelled));
    }

    [Fact]
    public async Task Restoring_takes_the_note_away_and_forgetting_again_brings_it_back()
    {
        await Derive("fact", "Ana keeps herons", Of("ana"), await Memorize("I keep herons", user: "ana"), 0);
        for (var i = 0; i < 2; i++)
        {
            await Service.ForgetAsync(All, "fact", Cancelled);
            (await Notes()).Count.ShouldBe(1);
            await History.RestoreAsync(All, "fact", null, Cancelled);
            (await Notes()).ShouldBeEmpty();
        }

        (await Find("Ana keeps herons")).ShouldContain("Ana keeps herons");
    }

    [Fact]
    public async Task A_note_can_be_deleted_erased_with_its_person_and_carried_over()
    {
        await Derive("fact", "Ana keeps herons", Of("ana"), await Memorize("I keep herons", user: "ana"), 0);
        await Service.ForgetAsync(All, "fact", Cancelled);
        var note = (await Notes()).ShouldHaveSingleItem();
        var other = NewWorkspace();
        await Import(other, await Export(Workspace));
        (await Service.GetAsync(new Scope(other), note.Id, Cancelled)).Kind.ShouldBe(MemoryKinds.Forgotten);

        await Service.ForgetAsync(All, note.Id, Cancelled);
        (await Notes()).ShouldBeEmpty();
        (await History.RestoreAsync(All, note.Id, null, Cancelled)).Status.ShouldBe(MemoryStatus.Expired);
        (await Notes()).Count.ShouldBe(1);

        await Erasing.EraseAsync(Of("ana"), Cancelled);
        (await Notes()).ShouldBeEmpty();
        await ShouldNotFind(() => History.GetHistoryAsync(All, note.Id, Cancelled));
    }

    [Fact]
    public async Task Forgetting_a_message_leaves_no_note()
    {
        await Service.ForgetAsync(All, await Remember("heron"), Cancelled);

        (await Notes()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_erased_message_is_gone_from_its_conversation()
    {
        var result = await Memorize(new MemorizeRequest { Messages = [Said("heron one"), Said("heron two")], UserId = "ana" });

        (await Erasing.EraseAsync(Of("ana"), result.Memories[0].Id, Cancelled)).Messages.ShouldBe(1);

        var left = await Resources.ListMessagesAsync(result.ResourceId, new PageQuery { Scope = All }, Cancelled);
        left.Items.ShouldHaveSingleItem().Message.Content.ShouldBe("heron two");
    }

    private Task<IReadOnlyList<Memory>> Notes() => List(filter: new MemoryFilter.Kind([MemoryKinds.Forgotten]));

    // A fact made of a message, as consolidation would make it.
    private Task Derive(string id, string content, Scope scope, MemorizeResult from, int message)
    {
        var fact = new Memory
        {
            Id = id,
            Scope = scope,
            Kind = MemoryKinds.Observation,
            Author = "model",
            Content = content,
            ObservedAt = At(1),
            RecordedAt = At(1),
            UpdatedAt = At(1),
            Sources = [new MemorySource { ResourceId = from.ResourceId, MessageId = from.Memories[message].Sources![0].MessageId, Quote = content }],
        };
        return Import(
            Workspace,
            [new ExportRecord { Header = new ExportHeader("remanence-export", 1, Workspace) }, new ExportRecord { Memory = MemoryDocument.From(fact) }]);
    }

    private static string Text(ExportRecord record) => System.Text.Json.JsonSerializer.Serialize(record, RemanenceJson.Default.ExportRecord);
}
