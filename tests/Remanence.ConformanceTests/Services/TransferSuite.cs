using System.Text.Json;
using Remanence.Categories;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Transfer;
using Remanence.Wire;

namespace Remanence.ConformanceTests.Services;

[Needs(typeof(IMemoryEditing), typeof(IMemoryResources), typeof(IMemoryCategories), typeof(IMemoryTransfer))]
public abstract class TransferSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task An_export_brought_elsewhere_exports_the_same()
    {
        await FillAsync();
        var target = NewWorkspace();

        var records = await Export(Workspace);
        var result = await Import(target, records);

        var again = await Export(target);
        again.Select(Comparable).ShouldBe(records.Select(Comparable), ignoreOrder: true);
        result.Memories.ShouldBe(records.Count(record => record.Memory is not null));
        result.Resources.ShouldBe(2);
        result.Messages.ShouldBe(3);
        result.Categories.ShouldBe(1);
        result.Skipped.ShouldBe(0);
        records[0].Header.ShouldBe(ExportHeader.Of(Workspace));
        records.Skip(1).ShouldAllBe(record => record.Header == null);
        (await Service.RetrieveAsync(target, new RetrieveRequest { Query = "heron" }, Cancelled)).Results.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_import_repeated_changes_nothing()
    {
        await FillAsync();
        var target = NewWorkspace();
        var records = await Export(Workspace);
        await Import(target, records);
        var before = await Export(target);

        var result = await Import(target, records);

        result.Memories.ShouldBe(0);
        result.Skipped.ShouldBe(records.Count(record => record.Memory is not null));
        result.History.ShouldBe(0);
        result.Resources.ShouldBe(0);
        result.Categories.ShouldBe(0);
        result.Messages.ShouldBe(0);
        (await Export(target)).Select(Comparable).ShouldBe(before.Select(Comparable), ignoreOrder: true);
    }

    [Fact]
    public async Task A_header_alone_makes_no_workspace()
    {
        await FillAsync();
        var target = NewWorkspace();
        var header = (await Export(Workspace)).First(record => record.Header is not null);
        (await Import(target, [header])).ShouldBe(new ImportResult(0, 0, 0, 0, 0, 0));
        (await Service.Require<IMemoryWorkspaces>().ListWorkspacesAsync(Cancelled)).ShouldNotContain(workspace => workspace.Name == target);
    }

    [Fact]
    public async Task What_exists_is_skipped_not_replaced()
    {
        var id = await Remember("heron, as it was");
        var records = await Export(Workspace);
        await Editing.UpdateAsync(All, id, new MemoryPatch { Content = "heron, as it is" }, Cancelled);

        var changed = records.Select(record => record.Resource is { } resource ? record with { Resource = resource with { Name = "renamed" } } : record);
        (await Import(Workspace, changed)).Skipped.ShouldBe(1);

        (await Resources.ListResourcesAsync(new PageQuery { Scope = All }, Cancelled)).Items.ShouldHaveSingleItem().Name.ShouldBeNull();

        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe("heron, as it is");
    }

    [Fact]
    public async Task What_is_skipped_and_says_something_else_is_counted()
    {
        await Memorize(new MemorizeRequest { Messages = [Said("heron"), Said("stork"), Said("crane")] });
        var records = await Export(Workspace);
        var memories = records.Where(record => record.Memory is not null).Select(record => record.Memory!).ToList();
        ExportRecord Other(MemoryDocument memory) => new() { Memory = memory with { Content = memory.Content + ", otherwise" } };

        var again = await Import(Workspace, [records[0], new ExportRecord { Memory = memories[0] }, Other(memories[1])]);
        (again.Memories, again.Skipped, again.Differing).ShouldBe((0, 2, 1));

        // And twice in one file: the first is there then.
        var target = NewWorkspace();
        var first = new ExportRecord { Memory = memories[2] };
        var twice = await Import(target, [records[0], first, first, Other(memories[2])]);
        (twice.Memories, twice.Skipped, twice.Differing).ShouldBe((1, 2, 1));
    }

    [Fact]
    public async Task More_than_a_batch_goes_through()
    {
        await Memorize(new MemorizeRequest { Messages = [.. Enumerable.Range(0, 1200).Select(i => Said($"line {i}", id: $"m{i}"))] });
        var target = NewWorkspace();

        var result = await Import(target, await Export(Workspace));

        result.Memories.ShouldBe(1200);
        result.Messages.ShouldBe(1200);
        (await List(new Scope(target))).Select(memory => memory.Content).ShouldBe(Enumerable.Range(0, 1200).Select(i => $"line {i}"));
    }

    [Fact]
    public async Task Bad_records_are_refused_and_never_break()
    {
        await Memorize(new MemorizeRequest { Messages = [Said("heron", id: "m1")], UserId = "ana" });
        var records = await Export(Workspace);
        var header = records[0];
        var memory = records.First(record => record.Memory is not null).Memory!;
        var message = records.First(record => record.Message is not null).Message!;
        var resource = records.First(record => record.Resource is not null).Resource!;
        var history = records.First(record => record.History is not null).History!;
        ExportRecord[] bad =
        [
            new() { Memory = memory with { Content = " " } },
            new() { Memory = memory with { Id = string.Empty } },
            new() { Memory = memory with { Kind = "a\0b" } },
            new() { Memory = memory with { UserId = string.Empty } },
            new() { Memory = memory with { UserId = new string('x', 10_000) } },
            new() { Memory = memory with { Metadata = Json("[1]") } },
            new() { Memory = memory with { Score = 7 } },
            new() { Memory = memory with { Keywords = [""] } },
            new() { Memory = memory with { Author = "a\u0001" } },
            new() { Memory = memory with { EventTime = new EventTimeDocument(At(2), At(1), TimePrecision.Day) } },
            new() { Message = message with { Position = -1 } },
            new() { Message = message with { Message = message.Message with { Id = null } } },
            new() { Message = message with { ResourceId = string.Empty } },
            new() { Resource = resource with { Id = string.Empty } },
            new() { Resource = resource with { Scope = new Scope("w", "a\0b") } },
            new() { Resource = resource with { Metadata = Json("7") } },
            new() { Category = CategoryNamed(string.Empty, "n") },
            new() { Category = CategoryNamed("id", string.Empty) },
            new() { History = history with { MemoryId = string.Empty } },
            new() { History = history with { Before = null, After = null } },
            new() { History = history with { After = history.After! with { Id = "another" } } },
        ];
        var taken = new List<string>();
        foreach (var record in bad)
        {
            try
            {
                await Import(NewWorkspace(), [header, record]);
                taken.Add(JsonSerializer.Serialize(record, RemanenceJson.Default.ExportRecord));
            }
            catch (InvalidRequestException)
            {
                // As it should be.
            }
        }

        taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1500)]
    public async Task A_record_that_is_refused_leaves_nothing_of_what_stands_before_it(int before)
    {
        await Memorize(new MemorizeRequest { Messages = [Said("heron")] });
        var records = await Export(Workspace);
        var memory = records.First(record => record.Memory is not null).Memory!;
        var good = Enumerable.Range(0, before).Select(i => new ExportRecord { Memory = memory with { Id = $"m{i}" } });
        var bad = new ExportRecord { Memory = memory with { Id = "bad", State = new MemoryState { Version = 99 } } };
        var target = NewWorkspace();

        var stopped = await Should.ThrowAsync<InvalidRequestException>(() =>
            Import(target, [records[0], .. good, bad, new ExportRecord { Memory = memory with { Id = "after" } }]));

        stopped.Message.ShouldContain("version is 99");
        await Should.ThrowAsync<MemoryNotFoundException>(() => Export(target));
        (await Import(target, [records[0], .. good])).Memories.ShouldBe(before);
        (await Import(target, [records[0], .. good])).ShouldBe(new ImportResult(0, before, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Records_that_break_off_leave_nothing()
    {
        await Memorize(new MemorizeRequest { Messages = [Said("heron")] });
        var records = await Export(Workspace);
        var memory = records.First(record => record.Memory is not null).Memory!;
        var target = NewWorkspace();

        await Should.ThrowAsync<Exception>(() => Transfer.ImportAsync(target, BreaksOff(), Cancelled));

        await Should.ThrowAsync<MemoryNotFoundException>(() => Export(target));

        async IAsyncEnumerable<ExportRecord> BreaksOff()
        {
            yield return records[0];
            for (var i = 0; i < 1500; i++)
            {
                await Task.Yield();
                yield return new ExportRecord { Memory = memory with { Id = $"m{i}" } };
            }

            throw new IOException("The line is cut.");
        }
    }

    [Fact]
    public async Task A_first_record_that_is_refused_makes_no_workspace()
    {
        await Memorize(new MemorizeRequest { Messages = [Said("heron")] });
        var records = await Export(Workspace);
        var memory = records.First(record => record.Memory is not null).Memory!;
        var target = NewWorkspace();

        await Should.ThrowAsync<InvalidRequestException>(() => Import(target, [records[0], new ExportRecord { Memory = memory with { Content = " " } }]));

        await Should.ThrowAsync<MemoryNotFoundException>(() => Export(target));
    }

    [Fact]
    public async Task A_category_brought_in_shows_its_members()
    {
        await FillAsync();

        var category = (await Categories.ListCategoriesAsync(new PageQuery { Scope = All }, Cancelled)).Items.ShouldHaveSingleItem();
        category.Summary.ShouldBe("Birds seen.");
        (await Categories.GetCategoryAsync(All, category.Id, Cancelled)).ShouldBe(category);
        (await List(filter: new MemoryFilter.Category([category.Id]))).ShouldHaveSingleItem().Categories.ShouldBe([category.Id]);
        await ShouldNotFind(() => Categories.GetCategoryAsync(Of("bob"), category.Id, Cancelled));
        (await Categories.ListCategoriesAsync(new PageQuery { Scope = Of("bob") }, Cancelled)).Items.ShouldBeEmpty();
    }

    private async Task FillAsync()
    {
        var said = await Memorize(new MemorizeRequest
        {
            Messages = [Said("heron 😀 one", id: "m1", time: At(1), name: "Ana"), Said("heron two", "assistant"), Said("heron three")],
            UserId = "ana",
            SessionId = "s",
        });
        await Resources.AddResourceAsync(
            Workspace,
            new ResourceRequest
            {
                Text = "The heron is a bird.",
                Name = "birds.txt",
                MediaType = "text/plain",
                Metadata = Json("""{"a": 1e2}"""),
            },
            Cancelled);
        await Editing.UpdateAsync(
            All,
            said.Memories[0].Id,
            new MemoryPatch
            {
                Metadata = Json("""{"x": {"y": [1, 2.50, null]}}"""),
                Keywords = ["k"],
                Score = 0.5,
                Reason = "because",
                EventTime = new EventTimeDocument(At(1), At(2), TimePrecision.Week),
                ValidFrom = At(1),
            },
            Cancelled);
        await Service.ForgetAsync(All, said.Memories[1].Id, Cancelled);
        var header = new ExportRecord { Header = ExportHeader.Of(Workspace) };
        var member = MemoryDocument.From(new Memory
        {
            Id = "imported",
            Scope = Of("ana"),
            Kind = "my-kind",
            Content = "A heron stood there.",
            Author = "model-x",
            Trigger = "birds",
            ObservedAt = At(1),
            RecordedAt = At(2),
            UpdatedAt = At(3),
            Categories = ["birds"],
            Links = [new MemoryLink(said.Memories[0].Id, "about")],
            Status = MemoryStatus.Active,
            ValidTo = At(20),
            Use = new MemoryUse { Retrieved = 3, LastRetrieved = At(4), Helpful = 1 },
            Sources = [new MemorySource { ResourceId = said.ResourceId, MessageId = "m1", Start = 0, End = 5, Quote = "heron" }],
        });
        await Import(Workspace, [header, new ExportRecord { Category = CategoryNamed("birds", "Birds") }, new ExportRecord { Memory = member }]);
    }

    private Category CategoryNamed(string id, string name) => new()
    {
        Id = id,
        Scope = Of("ana"),
        Name = name,
        Description = "What flies",
        Summary = "Birds seen.",
        RecordedAt = At(1),
        UpdatedAt = At(2),
    };

    // The workspace is the one thing that moving changes, and an imported history stands under the commit that brought it.
    private static string Comparable(ExportRecord record)
    {
        var moved = record with
        {
            Header = record.Header is { } header ? header with { Workspace = "w" } : null,
            Resource = record.Resource is { } resource ? resource with { Scope = resource.Scope with { Workspace = "w" } } : null,
            Category = record.Category is { } category ? category with { Scope = category.Scope with { Workspace = "w" } } : null,
            Memory = Moved(record.Memory),
            History = record.History is { } history ? history with { Sequence = 0, Before = Moved(history.Before), After = Moved(history.After) } : null,
        };
        return JsonSerializer.Serialize(moved, RemanenceJson.Default.ExportRecord);
    }

    private static MemoryDocument? Moved(MemoryDocument? memory) => memory is null ? null : memory with { Workspace = "w" };
}
