using System.Numerics.Tensors;
using System.Text.Json;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;
using Remanence.Models.BuiltIn;

namespace Remanence.Tests.Models;

/// <summary>Held against <c>eng/embedder/golden.json</c>, which the reference implementation beside it writes.</summary>
public sealed class BuiltInEmbedderTests
{
    public static TheoryData<string, string[], float[]?> Golden()
    {
        var data = new TheoryData<string, string[], float[]?>();
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden.json")));
        foreach (var item in json.RootElement.EnumerateArray())
        {
            var vector = item.TryGetProperty("vector", out var numbers) && numbers.ValueKind == JsonValueKind.Array
                ? numbers.EnumerateArray().Select(number => number.GetSingle()).ToArray()
                : null;
            data.Add(item.GetProperty("text").GetString()!, [.. item.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!)], vector);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void Agrees_with_the_reference(string text, string[] tokens, float[]? vector)
    {
        var table = EmbeddingTable.Shared;
        var found = new List<int>();
        new WordPiece(table).Tokenize(text, found);
        found.ShouldBe(tokens.Select(token => table.Tokens[token]));
        if (vector is not null)
        {
            var embedded = Embed(text);
            for (var i = 0; i < vector.Length; i++)
            {
                embedded[i].ShouldBe(vector[i], 2e-5f);
            }
        }
    }

    [Fact]
    public void Any_text_gives_a_unit_vector_or_none()
    {
        Prop.ForAll<string>(text =>
        {
            var norm = TensorPrimitives.Norm<float>(Embed(text ?? ""));
            (norm == 0 || Math.Abs(norm - 1) < 1e-4).ShouldBeTrue();
        }).Hold();
    }

    [Theory]
    [InlineData("my dog is sick", "the puppy has a fever", "the train leaves at nine")]
    [InlineData("我的猫生病了", "小猫发烧去看医生", "火车九点出发")]
    [InlineData("I bought a new car", "我买了一辆新车", "今天的晚饭很好吃")]
    public void Meanings_that_belong_together_are_nearer(string text, string near, string far)
    {
        var vector = Embed(text);
        TensorPrimitives.Dot<float>(vector, Embed(near)).ShouldBeGreaterThan(TensorPrimitives.Dot<float>(vector, Embed(far)));
    }

    [Fact]
    public async Task A_batch_embeds_as_its_texts_do_alone()
    {
        using var generator = new BuiltInEmbeddingGenerator();
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => $"text number {i} 第{i}条")];
        var batch = await generator.GenerateAsync(texts);
        for (var i = 0; i < texts.Length; i++)
        {
            batch[i].Vector.ToArray().ShouldBe(Embed(texts[i]));
        }

        await Should.ThrowAsync<NotSupportedException>(() => generator.GenerateAsync(["x"], new EmbeddingGenerationOptions { Dimensions = 7 }));
        generator
            .GetService(typeof(EmbeddingGeneratorMetadata))
            .ShouldBeOfType<EmbeddingGeneratorMetadata>()
            .DefaultModelDimensions.ShouldBe(batch[0].Vector.Length);
    }

    [Fact]
    public void The_shipped_table_is_small_and_known()
    {
        EmbeddingTable.SharedHash().Length.ShouldBe(64);
        EmbeddingTable.Shared.Dimensions.ShouldBeLessThanOrEqualTo(256);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RMNE")]
    [InlineData("not a table at all, but long enough to have a header")]
    public void What_is_no_table_is_refused(string content)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, content);
        try
        {
            Should.Throw<InvalidDataException>(() => EmbeddingTable.Load(path)).Message.ShouldContain("RMNE");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static float[] Embed(string text)
    {
        var vector = new float[StaticEmbedder.Shared.Dimensions];
        StaticEmbedder.Shared.Embed(text, vector);
        return vector;
    }
}
