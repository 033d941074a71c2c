using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.Engine;

public sealed class RetrievalTests
{
    [Fact]
    public async Task Finds_by_words_and_by_meaning_in_both_languages()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync(null, Said("My daughter has a severe peanut allergy."));
        await fixture.SayInAsync(null, Said("We painted the kitchen green last week."));
        await fixture.SayInAsync(null, Said("我上周三去医院打了疫苗。"));
        await fixture.SayInAsync(null, Said("他喜欢在周末爬山。"));

        (await fixture.AskAsync("peanut allergy"))[0].Memory.Content.ShouldContain("peanut");
        (await fixture.AskAsync("疫苗"))[0].Memory.Content.ShouldContain("疫苗");
        (await fixture.AskAsync("登山爱好"))[0].Memory.Content.ShouldContain("爬山");
    }

    [Fact]
    public async Task The_answer_to_a_question_is_found_by_the_question()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync(
            Said("Nice weather."), Said("Which instrument does your brother play?", "Ann"), Said("The cello, since he was five.", "Bob"), Said("Lovely."));
        await fixture.SayInAsync("other", Said("I like trains."), Said("Me too."));

        var results = await fixture.AskAsync("What instrument does Bob's brother play?");
        results.Take(2).ShouldContain(result => result.Memory.Content.StartsWith("The cello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_named_in_the_question_is_preferred()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync("a", Said("I went hiking on Sunday.", "Ann"));
        await fixture.SayInAsync("b", Said("I went hiking on Sunday!", "Bob"));

        (await fixture.AskAsync("Where did Bob go?"))[0].Memory.Name.ShouldBe("Bob");
        (await fixture.AskAsync("Where did Ann go?"))[0].Memory.Name.ShouldBe("Ann");
    }

    [Fact]
    public async Task A_name_written_before_the_text_is_a_speaker_too()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync("a", Said("Ann: I went hiking on Sunday."));
        await fixture.SayInAsync("b", Said("Bob: I went hiking on Sunday!"));

        (await fixture.AskAsync("Where did Bob go?", request => request with { Explain = true }))[0].Explanation!.Components.Keys.ShouldContain("speaker");
        (await fixture.AskAsync("Where did Ann go?"))[0].Memory.Content.ShouldStartWith("Ann");
    }

    [Fact]
    public async Task What_people_say_of_themselves_outranks_a_lecture_unless_the_lecture_is_asked_for()
    {
        await using var fixture = await CreateAsync();
        var lecture =
            "Running shoes differ in cushioning, width and weight. "
            + string.Join(' ', Enumerable.Repeat("Choose by surface and distance, and replace them in time.", 8));
        await fixture.SayInAsync("a", Said(lecture, role: "assistant"));
        await fixture.SayInAsync("b", Said("My running shoes are worn out."));

        (await fixture.AskAsync("running shoes"))[0].Memory.Role.ShouldBe("user");
        (await fixture.AskAsync("What did you recommend about the cushioning of running shoes?"))[0].Memory.Role.ShouldBe("assistant");
    }

    [Fact]
    public async Task The_components_of_an_explanation_sum_to_the_score()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync(
            Said("Where is the key?", "Ann"), Said("The key is under the mat.", "Bob"), Said("The key is under the mat.", "Bob"), Said("Thanks!", "Ann"));

        var results = await fixture.AskAsync("Where did Bob put the key?", request => request with { Explain = true });
        results.Count.ShouldBe(4);
        foreach (var result in results)
        {
            var explanation = result.Explanation.ShouldNotBeNull();
            explanation.Components.Values.Sum().ShouldBe(result.Score, 1e-3);
            explanation.Reason.ShouldNotBeNullOrWhiteSpace();
        }

        results[0].Explanation!.MatchedTerms.ShouldContain("key");
        results.ShouldContain(result => result.Explanation!.Components.ContainsKey("duplicate"));
        (await fixture.AskAsync("key"))[0].Explanation.ShouldBeNull();
    }

    // As many as are scored a register at a time, and some more; an explanation is made for each memory alone.
    [Fact]
    public async Task Many_memories_are_scored_as_their_explanations_say()
    {
        var start = new DateTimeOffset(2024, 1, 1, 9, 0, 0, TimeSpan.Zero);
        await using var fixture = await CreateAsync();
        for (var session = 0; session < 5; session++)
        {
            await fixture.SayInAsync(
                $"s{session}",
                [
                    .. Enumerable
                        .Range(0, 15)
                        .Select(i =>
                            Said(
                                $"The heron {(i % 3 == 0 ? "was at the lake" : "flew")} on {1 + i} May 2024, note {session}-{i}",
                                i % 2 == 0 ? "Ann" : "Bob",
                                i % 4 == 3 ? "assistant" : "user",
                                start.AddDays((session * 40) + i))),
                ]);
        }

        var results = await fixture.AskAsync(
            "What did Ann say about the heron at the lake between May 3 and May 9, 2024?",
            request => request with { Explain = true, TopK = 60, Now = start.AddDays(300) });

        results.Count.ShouldBe(60);
        results.Select(result => result.Explanation!.MatchedTimes.Count > 0).Distinct().Count().ShouldBe(2);
        foreach (var result in results)
        {
            result.Explanation!.Components.Values.Sum().ShouldBe(result.Score, 1e-3);
            result.Explanation.Components.ContainsKey("time").ShouldBe(result.Explanation.MatchedTimes.Count > 0, result.Memory.Content);
            result.Explanation.Components.ContainsKey("duplicate").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_long_message_is_found_by_its_best_passage()
    {
        await using var fixture = await CreateAsync();
        var filler = string.Join(' ', Enumerable.Repeat("The committee discussed the agenda and moved on to other business of the day.", 60));
        await fixture.SayInAsync(null, Said(filler + " The spare password is hidden behind the aquarium. " + filler));
        await fixture.SayInAsync(null, Said("I bought an umbrella."));

        (await fixture.AskAsync("What is behind the aquarium?"))[0].Memory.Content.ShouldContain("aquarium");
    }

    [Fact]
    public async Task Kinds_and_filters_narrow()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync(null, Said("the boat is red", "Ann"), Said("the boat is blue", "Bob"));
        await fixture.Engine.AddResourceAsync(Workspace, new ResourceRequest { Text = "A boat needs paint." });

        (await fixture.AskAsync("boat", request => request with { Kinds = [MemoryKinds.Knowledge] }))
            .ShouldHaveSingleItem()
            .Memory.Kind.ShouldBe(MemoryKinds.Knowledge);
        (await fixture.AskAsync("boat", request => request with { Kinds = ["nothing"] })).ShouldBeEmpty();
        var blue = (await fixture.AskAsync("boat blue"))[0].Memory.Id;
        (await fixture.AskAsync("boat", request => request with { Filter = new MemoryFilter.Not(new MemoryFilter.Id([blue])) }))
            .Select(result => result.Memory.Id)
            .ShouldNotContain(blue);
    }

    [Fact]
    public async Task A_token_budget_keeps_the_best()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync(null, Said(string.Concat(Enumerable.Repeat("tea ", 20))), Said("tea and biscuits with milk"));

        var all = await fixture.AskAsync("tea");
        var fitting = await fixture.AskAsync("tea", request => request with { MaxTokens = 20 });
        fitting.Select(result => result.Memory.Id).ShouldBe([all[0].Memory.Id]);
        (await fixture.AskAsync("tea", request => request with { MaxTokens = 1 })).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_too_long_for_the_budget_makes_way_and_it_is_said()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync(null, Said("short note about kayaks"), Said(string.Concat(Enumerable.Repeat("kayak ", 3000))), Said("the kayak is red"));

        var found = await fixture.Engine.RetrieveAsync(Workspace, new RetrieveRequest { Query = "kayak", TopK = 5, MaxTokens = 500 });

        found.Results.Select(result => result.Memory.Content).ShouldBe(["short note about kayaks", "the kayak is red"], ignoreOrder: true);
        found.Note.ShouldBe("2 of 3 memories found fit into max_tokens 500.");
        var none = await fixture.Engine.RetrieveAsync(Workspace, new RetrieveRequest { Query = "kayak", MaxTokens = 1 });
        none.Results.ShouldBeEmpty();
        none.Note.ShouldBe("None of 3 memories found fit into max_tokens 1.");
        (await fixture.Engine.RetrieveAsync(Workspace, new RetrieveRequest { Query = "kayak" })).Note.ShouldBeNull();
    }

    [Theory]
    [InlineData("the weather was fine and we talked about nothing. ", "The zebra is called Otto. ", "What is the zebra called?", "zebra is called Otto")]
    [InlineData("今天天气很好我们什么也没说。", "花生让我过敏。", "花生过敏", "花生让我过敏")]
    public async Task The_best_is_cut_around_the_match_where_nothing_as_good_fits(string around, string said, string query, string expected)
    {
        await using var fixture = await CreateAsync();
        var much = string.Concat(Enumerable.Repeat(around, 40));
        await fixture.SayInAsync(null, Said(much + said + much), Said("ok"));

        var found = await fixture.Engine.RetrieveAsync(Workspace, new RetrieveRequest { Query = query, MaxTokens = 100 });

        var first = found.Results[0].Memory.Content;
        first.ShouldContain(expected);
        first.ShouldStartWith("…");
        first.ShouldEndWith("…");
        found.Results.Sum(result => Remanence.Text.Tokens.TokenEstimate.Of(result.Memory.Content)).ShouldBeLessThanOrEqualTo(100);
        found.Note.ShouldNotBeNull().ShouldContain("cut around what was asked for");
    }

    [Fact]
    public async Task What_was_believed_then_includes_what_was_replaced_since()
    {
        await using var fixture = await CreateAsync();
        var moved = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
        await fixture.SayInAsync(null, Said("I live in Oslo."), Said("I live in Rome."));
        var items = (await fixture.Engine.ListAsync(new MemoryQuery { Scope = new Scope(Workspace) })).Items;
        await fixture.Engine.UpdateAsync(new Scope(Workspace), items[0].Id, new MemoryPatch { ValidTo = moved, Status = MemoryStatus.Expired });
        await fixture.Engine.UpdateAsync(new Scope(Workspace), items[1].Id, new MemoryPatch { ValidFrom = moved });

        (await fixture.AskAsync("Where do I live?")).ShouldHaveSingleItem().Memory.Content.ShouldContain("Rome");
        (await fixture.AskAsync("Where do I live?", request => request with { Filter = new MemoryFilter.Status([MemoryStatus.Expired]) }))
            .ShouldHaveSingleItem()
            .Memory.Content.ShouldContain("Oslo");
        (await fixture.AskAsync("Where do I live?", request => request with { AsOf = moved.AddDays(-1) }))
            .ShouldHaveSingleItem()
            .Memory.Content.ShouldContain("Oslo");
        (await fixture.AskAsync("Where do I live?", request => request with { AsOf = moved })).ShouldHaveSingleItem().Memory.Content.ShouldContain("Rome");
    }

    [Fact]
    public async Task The_same_question_gets_the_same_answer()
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync([.. Enumerable.Range(0, 200).Select(i => Said($"note {i % 7}"))]);
        var first = (await fixture.AskAsync("note 3")).Select(result => result.Memory.Id).ToList();
        (await fixture.AskAsync("note 3")).Select(result => result.Memory.Id).ShouldBe(first);
    }

    [Fact]
    public async Task An_unknown_workspace_holds_nothing() => (await (await CreateAsync()).AskAsync("anything")).ShouldBeEmpty();

    [Fact]
    public async Task A_message_without_a_time_was_said_when_the_one_before_it_was()
    {
        await using var fixture = await CreateAsync();
        var time = new DateTimeOffset(2024, 3, 15, 9, 0, 0, TimeSpan.Zero);
        var result = await fixture.SayAsync(Said("one", time: time), Said("two"));
        result.Memories[1].ObservedAt.ShouldBe(time);
    }

    [Fact]
    public async Task A_conversation_sent_again_is_known_again()
    {
        await using var fixture = await CreateAsync();
        Message[] conversation = [Said("hello there", id: "1"), Said("and hello to you", id: "2")];
        var first = await fixture.SayAsync(conversation);
        var second = await fixture.SayAsync(conversation);
        second.ResourceId.ShouldBe(first.ResourceId);
        second.Memories.Select(memory => memory.Id).ShouldBe(first.Memories.Select(memory => memory.Id));
        var third = await fixture.SayAsync([.. conversation, Said("one more thing", id: "3")]);
        third.Memories.Count.ShouldBe(3);
        (await fixture.Engine.ListAsync(new MemoryQuery { Scope = new Scope(Workspace) })).Items.Count.ShouldBe(3);
    }
}
