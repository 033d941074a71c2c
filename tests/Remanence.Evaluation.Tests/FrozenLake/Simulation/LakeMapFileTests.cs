namespace Remanence.Evaluation.FrozenLake.Simulation;

public sealed class LakeMapFileTests
{
    [Fact]
    public async Task What_is_written_is_read_back()
    {
        LakeMap[] maps = [LakeMap.Generate("a", 1, 4), LakeMap.Generate("b", 2, 8)];
        using var text = new StringWriter();
        await LakeMapFile.WriteAsync(text, maps, TestContext.Current.CancellationToken);

        var read = await ReadAsync(text.ToString());

        read.Select(map => (map.Id, map.Seed, string.Concat(map.Rows))).ShouldBe(maps.Select(map => (map.Id, map.Seed, string.Concat(map.Rows))));
    }

    [Fact]
    public async Task ReMes_numbers_are_ids() =>
        (await ReadAsync("""{"map_id": 7, "seed": 10007, "map_size": 2, "map_desc": ["SF", "FG"], "more": 1}""")).ShouldHaveSingleItem().Id.ShouldBe("7");

    [Theory]
    [InlineData("{", "line 2")]
    [InlineData("null", "line 2")]
    [InlineData("""{"map_id": 7}""", "map_desc")]
    [InlineData("""{"map_id": 7, "map_desc": null}""", "map_desc")]
    [InlineData("""{"map_id": 7, "map_desc": ["SF", null]}""", "map_desc")]
    [InlineData("""{"map_id": {}, "map_desc": ["SF", "FG"]}""", "map_id")]
    [InlineData("""{"map_id": 7, "map_size": 4, "map_desc": ["SF", "FG"]}""", "map_size is 4")]
    [InlineData("""{"map_id": 7, "map_desc": ["SH", "HG"]}""", "no path")]
    [InlineData("""{"map_id": 1, "map_desc": ["SF", "FG"]}""", "twice")]
    public async Task A_line_that_is_no_map_is_named(string line, string reason)
    {
        var fault = await Should.ThrowAsync<EvaluationDataException>(() => ReadAsync("""{"map_id": 1, "map_desc": ["SF", "FG"]}""" + "\n" + line));

        fault.Message.ShouldStartWith("maps.jsonl, line 2");
        fault.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task An_empty_file_is_refused() => (await Should.ThrowAsync<EvaluationDataException>(() => ReadAsync("\n"))).Message.ShouldContain("no maps");

    private static Task<IReadOnlyList<LakeMap>> ReadAsync(string text) =>
        LakeMapFile.ReadAsync(new StringReader(text), "maps.jsonl", TestContext.Current.CancellationToken);
}
