using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Stores;

/// <summary>Embedding spaces and the vectors in them.</summary>
public abstract class VectorSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly EmbeddingSpace First = new("first", 4, "h1");
    private static readonly EmbeddingSpace Second = new("second", 2, "h2");

    [Fact]
    public async Task Vectors_come_back_as_they_were_written()
    {
        await InsertAsync(Sample.Memory("b"), Sample.Memory("a"), Sample.Memory("c"));
        var put = await CommitAsync(build: First, vectors: [On(First, ("a", 1, [Vector(1), Vector(-2)]), ("b", 1, []))]);
        var read = await ReadAsync(First);
        read.Select(item => (item.MemoryId, item.Sequence)).ShouldBe([("b", put.Sequence), ("a", put.Sequence)]);
        read[0].Passages.ShouldBeEmpty();
        read[1].Passages.Select(Show).ShouldBe([Show(Vector(1)), Show(Vector(-2))]);
        (await GetAsync(First, "c", "a", "unknown", "b")).Select(item => item.MemoryId).ShouldBe(["a", "b"]);
        (await GetAsync(First, "a"))[0].Passages.Select(Show).ShouldBe([Show(Vector(1)), Show(Vector(-2))]);
        (await Store.GetWorkspaceAsync("ws", Token))!.NextEmbedding.ShouldBe(new EmbeddingProgress(First, 2));
        (await LackingAsync(First)).ShouldBe(["c"]);
        (await ReadAsync(Second)).ShouldBeEmpty();
        (await LackingAsync(Second)).ShouldBe(["b", "a", "c"]);
    }

    [Fact]
    public async Task Readers_go_on_where_they_were()
    {
        await InsertAsync(Sample.Memory("a"), Sample.Memory("b"));
        var one = await CommitAsync(build: First, vectors: [On(First, ("b", 1, [Vector(1)]))]);
        var two = await CommitAsync(vectors: [On(First, ("a", 1, [Vector(2)]))]);
        var three = await CommitAsync(vectors: [On(First, ("b", 1, [Vector(3)]))]);
        (await ReadAsync(First, one.Sequence)).Select(item => (item.MemoryId, item.Sequence)).ShouldBe([("a", two.Sequence), ("b", three.Sequence)]);
        (await ReadAsync(First, two.Sequence)).Select(item => item.MemoryId).ShouldBe(["b"]);
        (await ReadAsync(First, three.Sequence)).ShouldBeEmpty();
        (await Store.GetWorkspaceAsync("ws", Token))!.NextEmbedding!.Memories.ShouldBe(2);
    }

    [Fact]
    public async Task A_space_is_built_then_active_then_dropped()
    {
        await InsertAsync(Sample.Memory("a"));
        await CommitAsync(build: First, vectors: [On(First, ("a", 1, [Vector(1)]))]);
        await CommitAsync(activate: First);
        await ShouldStandAsync(new EmbeddingProgress(First, 1), null);
        await CommitAsync(activate: First, build: First);
        await ShouldStandAsync(new EmbeddingProgress(First, 1), null);

        await CommitAsync(build: Second);
        await ShouldStandAsync(new EmbeddingProgress(First, 1), new EmbeddingProgress(Second, 0));
        await CommitAsync(vectors: [On(Second, ("a", 1, [Vector(1, 2)]))], activate: Second);
        await ShouldStandAsync(new EmbeddingProgress(Second, 1), null);
        (await ReadAsync(First)).ShouldBeEmpty();
        (await ReadAsync(Second)).Count.ShouldBe(1);

        await CommitAsync(drop: [First, Second]);
        await ShouldStandAsync(null, null);
        (await ReadAsync(Second)).ShouldBeEmpty();

        // Built again, it begins empty.
        await CommitAsync(build: Second);
        await ShouldStandAsync(null, new EmbeddingProgress(Second, 0));
    }

    [Fact]
    public async Task A_space_built_instead_of_another_takes_its_place()
    {
        await InsertAsync(Sample.Memory("a"));
        await CommitAsync(build: First, vectors: [On(First, ("a", 1, [Vector(1)]))]);
        await CommitAsync(build: Second);
        await ShouldStandAsync(null, new EmbeddingProgress(Second, 0));
        (await ReadAsync(First)).ShouldBeEmpty();
        await CommitAsync(vectors: [On(First, ("a", 1, [Vector(1)]))]);
        (await ReadAsync(First)).ShouldBeEmpty();
        await Should.ThrowAsync<MemoryConflictException>(CommitAsync(activate: First));
        await ShouldStandAsync(null, new EmbeddingProgress(Second, 0));
    }

    [Fact]
    public async Task What_changed_meanwhile_is_passed_over()
    {
        await InsertAsync(Sample.Memory("a"), Sample.Memory("b"), Sample.Memory("gone"));
        await CommitAsync(build: First);
        var changed = await Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("a", content: "other"))], deletions: ["gone"]), Token);
        await CommitAsync(vectors: [On(First, ("a", 1, [Vector(1)]), ("b", 1, [Vector(2)]), ("gone", 1, [Vector(3)]), ("unknown", 1, [Vector(4)]))]);
        (await ReadAsync(First)).Select(item => item.MemoryId).ShouldBe(["b"]);
        await CommitAsync(vectors: [On(First, ("a", changed.Sequence, [Vector(1)]))]);
        (await ReadAsync(First)).Select(item => item.MemoryId).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_changed_text_loses_its_vectors_and_a_changed_standing_does_not()
    {
        var memory = Sample.Full("a", new Scope("ws"));
        await InsertAsync(memory, Sample.Memory("b"));
        await CommitAsync(build: First, vectors: [On(First, ("a", 1, [Vector(1)]), ("b", 1, [Vector(2)]))], activate: First);
        await CommitAsync(build: Second, vectors: [On(Second, ("a", 1, [Vector(1, 2)]))]);
        await UpdateAsync(new Memory(memory) { Score = 0.5, Status = MemoryStatus.Superseded });
        (await ReadAsync(First)).Select(item => item.MemoryId).ShouldBe(["a", "b"]);
        foreach (var change in new[] { new Memory(memory) { Content = "x" }, new Memory(memory) { Trigger = "x" }, new Memory(memory) { Keywords = ["x"] } })
        {
            var updated = await UpdateAsync(change);
            (await ReadAsync(First)).Select(item => item.MemoryId).ShouldBe(["b"]);
            await ShouldStandAsync(new EmbeddingProgress(First, 1), new EmbeddingProgress(Second, 0));
            updated = await UpdateAsync(memory);
            await CommitAsync(vectors: [On(First, ("a", updated.Sequence, [Vector(1)])), On(Second, ("a", updated.Sequence, [Vector(1, 2)]))]);
            await ShouldStandAsync(new EmbeddingProgress(First, 2), new EmbeddingProgress(Second, 1));
        }
    }

    [Fact]
    public async Task A_deleted_memory_loses_its_vectors_and_does_not_get_them_back()
    {
        var memory = Sample.Memory("a");
        await InsertAsync(memory);
        await CommitAsync(build: First, vectors: [On(First, ("a", 1, [Vector(1)]))]);
        await Store.CommitAsync(Sample.Changes(deletions: ["a"]), Token);
        await ShouldStandAsync(null, new EmbeddingProgress(First, 0));
        await InsertAsync(memory);
        (await ReadAsync(First)).ShouldBeEmpty();
        (await LackingAsync(First)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Lacking_memories_come_in_pages_while_others_are_filled()
    {
        await InsertAsync([.. Enumerable.Range(0, 25).Select(i => Sample.Memory($"m{i:D2}"))]);
        await CommitAsync(build: First);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Store.QueryUnembeddedAsync("ws", First, cursor, 10, Token);
            seen.AddRange(page.Items.Select(item => item.MemoryId));
            page.Items.ShouldAllBe(item => item.Sequence == 1 && item.Memory!.Id == item.MemoryId);
            await CommitAsync(vectors: [On(First, [.. page.Items.Select(item => (item.MemoryId, item.Sequence, (QuantizedVector[])[Vector(1)]))])]);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        seen.ShouldBe(Enumerable.Range(0, 25).Select(i => $"m{i:D2}"));
        (await LackingAsync(First)).ShouldBeEmpty();
        await InsertAsync(Sample.Memory("late"));
        (await LackingAsync(First)).ShouldBe(["late"]);
    }

    [Fact]
    public async Task Workspaces_do_not_see_each_others_vectors()
    {
        foreach (var workspace in new[] { "ws", "other" })
        {
            await InsertAsync(Sample.Memory("a", new Scope(workspace)), Sample.Memory($"b-{workspace}", new Scope(workspace)));
            await CommitAsync(build: First, workspace: workspace);
        }

        await CommitAsync(vectors: [On(First, ("a", 1, [Vector(1)]), ("b-other", 1, [Vector(9)]))]);
        await CommitAsync(vectors: [On(First, ("a", 1, [Vector(2)]))], workspace: "other");
        Show((await ReadAsync(First)).Single().Passages[0]).ShouldBe(Show(Vector(1)));
        (await GetAsync(First, "b-other")).ShouldBeEmpty();
        (await LackingAsync(First)).ShouldBe(["b-ws"]);
        await Store.DropWorkspaceAsync("ws", Token);
        (await ReadAsync(First)).ShouldBeEmpty();
        (await Store.GetWorkspaceAsync("other", Token))!.NextEmbedding.ShouldBe(new EmbeddingProgress(First, 1));
        (await Store.ListWorkspacesAsync(Token)).Single().NextEmbedding.ShouldBe(new EmbeddingProgress(First, 1));
    }

    [Fact]
    public async Task An_erased_person_leaves_no_vectors()
    {
        var (ann, bob) = (new Scope("ws", "ann"), new Scope("ws", "bob"));
        await InsertAsync(Sample.Memory("a", ann), Sample.Memory("b", bob), Sample.Memory("c", ann), Sample.Memory("d"));
        await CommitAsync(build: First, vectors: [On(First, [.. "abcd".Select(id => ($"{id}", 1L, (QuantizedVector[])[Vector(1)]))])], activate: First);
        await CommitAsync(build: Second, vectors: [On(Second, ("a", 1, [Vector(1, 2)]))]);
        await Store.EraseAsync(ann, Token);
        (await ReadAsync(First)).Select(item => item.MemoryId).ShouldBe(["b", "d"]);
        await ShouldStandAsync(new EmbeddingProgress(First, 2), new EmbeddingProgress(Second, 0));
        await Store.EraseAsync("ws", ["b"], Token);
        (await ReadAsync(First)).Select(item => item.MemoryId).ShouldBe(["d"]);
        await ShouldStandAsync(new EmbeddingProgress(First, 1), new EmbeddingProgress(Second, 0));
    }

    [Fact]
    public async Task Spaces_outlive_a_restart()
    {
        Assert.SkipUnless(Fixture.IsDurable, "This store keeps nothing beyond the process.");
        await InsertAsync(Sample.Memory("a"));
        await CommitAsync(build: First, vectors: [On(First, ("a", 1, [Vector(1)]))], activate: First);
        await CommitAsync(build: Second);
        await ReopenAsync();
        await ShouldStandAsync(new EmbeddingProgress(First, 1), new EmbeddingProgress(Second, 0));
        (await ReadAsync(First)).Select(item => Show(item.Passages[0])).ShouldBe([Show(Vector(1))]);
    }

    [Fact]
    public async Task The_same_change_set_again_changes_nothing()
    {
        await InsertAsync(Sample.Memory("a"));
        var set = new ChangeSet
        {
            Id = "s",
            Workspace = "ws",
            At = Sample.At,
            BuildSpace = First,
            Vectors = [On(First, ("a", 1, [Vector(1)]))],
            ActivateSpace = First,
        };
        await Store.CommitAsync(set, Token);
        await CommitAsync(drop: [First]);
        (await Store.CommitAsync(set, Token)).AlreadyApplied.ShouldBeTrue();
        await ShouldStandAsync(null, null);
    }

    [Fact]
    public async Task What_is_no_space_or_vector_is_refused()
    {
        await InsertAsync(Sample.Memory("a"));
        await Should.ThrowAsync<ArgumentException>(CommitAsync(build: First with { Dimensions = 0 }));
        await Should.ThrowAsync<ArgumentException>(CommitAsync(build: First with { Dimensions = EmbeddingSpace.MaxDimensions + 1 }));
        await Should.ThrowAsync<ArgumentException>(CommitAsync(build: First with { Name = "\ud800" }));
        await Should.ThrowAsync<ArgumentException>(CommitAsync(build: First, vectors: [On(First, ("a", 1, [Vector(1, 2)]))]));
        await ShouldStandAsync(null, null);
    }

    private static QuantizedVector Vector(int first) => Vector(first, 1, 2, 3);

    private static QuantizedVector Vector(params float[] values) => QuantizedVector.From(values);

    private static string Show(QuantizedVector vector) => $"{vector.Scale} {string.Join(',', vector.Values.ToArray())}";

    private static SpaceVectors On(EmbeddingSpace space, params (string Id, long Sequence, QuantizedVector[] Passages)[] memories) =>
        new(space, [.. memories.Select(memory => new MemoryVectors(memory.Id, memory.Sequence, memory.Passages))]);

    private Task<CommitResult> UpdateAsync(Memory memory) => Store.CommitAsync(Sample.Changes(updates: [new(memory)]), Token);

    private Task<CommitResult> CommitAsync(
        EmbeddingSpace? build = null,
        IReadOnlyList<SpaceVectors>? vectors = null,
        EmbeddingSpace? activate = null,
        IReadOnlyList<EmbeddingSpace>? drop = null,
        string workspace = "ws") => Store.CommitAsync(
            new ChangeSet
            {
                Id = Sample.NewId("set"),
                Workspace = workspace,
                At = Sample.At,
                BuildSpace = build,
                Vectors = vectors ?? [],
                ActivateSpace = activate,
                DropSpaces = drop ?? [],
            },
            Token);

    private async Task<List<MemoryVectors>> ReadAsync(EmbeddingSpace space, long after = 0, string workspace = "ws")
    {
        var found = new List<MemoryVectors>();
        await foreach (var vectors in Store.ReadVectorsAsync(workspace, space, after, Token))
        {
            found.Add(vectors);
        }

        return found;
    }

    private Task<IReadOnlyList<MemoryVectors>> GetAsync(EmbeddingSpace space, params string[] ids) => Store.GetVectorsAsync("ws", space, ids, Token);

    private async Task<List<string>> LackingAsync(EmbeddingSpace space) =>
        [.. (await Store.QueryUnembeddedAsync("ws", space, null, 100, Token)).Items.Select(item => item.MemoryId)];

    private async Task ShouldStandAsync(EmbeddingProgress? active, EmbeddingProgress? next, string workspace = "ws")
    {
        var info = (await Store.GetWorkspaceAsync(workspace, Token))!;
        (info.Embedding, info.NextEmbedding).ShouldBe((active, next));
    }
}
