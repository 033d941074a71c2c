using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Remanence.Configuration.Faults;
using Remanence.Configuration.Sources;
using Remanence.Configuration.Tree;
using Remanence.Configuration.Yaml;

namespace Remanence.Hosting.Tests.Configuration;

public sealed class ConfigurationProperties
{
    private static readonly Gen<string> Name = Gen.Elements("a", "b", "d");

    private static Gen<ConfigurationNode> Trees { get; } = Maps(string.Empty, 3);

    [Fact]
    public void Any_text_behind_the_first_equals_sign_is_kept() =>
        Prop.ForAll<string>(text => Parse("x.y=" + text, "x.y").Text.ShouldBe(IsJson(text) ? Parse("x.y=" + text, "x.y").Text : text ?? "")).Hold();

    [Fact]
    public void Any_argument_is_read_or_refused_and_never_throws() =>
        Prop.ForAll<string>(text =>
        {
            var faults = new FaultList();
            var (tree, file) = ArgumentSource.Read([text ?? ""], faults);
            (tree.Children.Count + (file is null ? 0 : 1) + faults.Count).ShouldBeGreaterThan(0);
        }).Hold();

    [Fact]
    public void Whole_numbers_numbers_and_truth_values_come_through() =>
        Prop.ForAll<int, double, bool>((whole, number, truth) =>
        {
            Json(whole.ToString(CultureInfo.InvariantCulture)).ShouldBe(whole.ToString(CultureInfo.InvariantCulture));
            var text = number.ToString("R", CultureInfo.InvariantCulture);
            if (double.IsFinite(number) && text.Contains('.', StringComparison.Ordinal))
            {
                double.Parse(Json(text), CultureInfo.InvariantCulture).ShouldBe(number);
            }

            Json(truth.ToString()).ShouldBe(truth ? "true" : "false");
        }).Hold();

    [Fact]
    public void Any_scalar_is_valid_json() =>
        Prop.ForAll<string>(text =>
        {
            foreach (var form in Enum.GetValues<ScalarForm>())
            {
                var json = NodeJson.ToJson(ConfigurationNode.Value("x", ConfigurationOrigin.Default, Clean(text), form));
                if (json.ValueKind == JsonValueKind.String)
                {
                    json.GetString().ShouldBe(Clean(text));
                }
            }
        }).Hold();

    [Fact]
    public void Json_comes_back_from_the_tree() =>
        Prop.ForAll(Arb.From(Trees), tree =>
        {
            var json = NodeJson.ToJson(tree);
            NodeJson.ToJson(JsonArgument.Read(json, string.Empty, ConfigurationOrigin.Default, new FaultList())).GetRawText().ShouldBe(json.GetRawText());
        }).Hold();

    [Fact]
    public void Json_is_yaml() =>
        Prop.ForAll(Arb.From(Trees), tree =>
        {
            var json = NodeJson.ToJson(tree).GetRawText();
            var faults = new FaultList();
            var read = YamlReader.Read(json, "x", null, faults);
            faults.Count.ShouldBe(0);
            NodeJson.ToJson(read!).GetRawText().ShouldBe(json);
        }).Hold();

    [Fact]
    public void In_a_merge_the_upper_wins_and_the_lower_keeps_what_it_alone_says() =>
        Prop.ForAll(Arb.From(Trees), Arb.From(Trees), (a, b) =>
        {
            Shown(ConfigurationMerge.Merge(a, a)).ShouldBe(Shown(a));
            Shown(ConfigurationMerge.Merge(ConfigurationMerge.Empty, a)).ShouldBe(Shown(a));
            Shown(ConfigurationMerge.Merge(a, ConfigurationMerge.Empty)).ShouldBe(Shown(a));
            var merged = ConfigurationMerge.Merge(a, b);
            foreach (var leaf in Leaves(b))
            {
                Shown(merged.Find(leaf.Path)!).ShouldBe(Shown(leaf));
            }

            foreach (
                var leaf in Leaves(a)
                    .Where(leaf =>
                        !b.All()
                            .Any(other =>
                                (other.Children.Count == 0 && other.Path.Length > 0 && leaf.Path.StartsWith(other.Path, StringComparison.Ordinal))
                                || other.Path.StartsWith(leaf.Path, StringComparison.Ordinal))))
            {
                Shown(merged.Find(leaf.Path)!).ShouldBe(Shown(leaf));
            }
        })
            .Hold();

    [Fact]
    public void Leaves_as_arguments_make_the_same_tree() =>
        Prop.ForAll(Arb.From(Trees), tree =>
        {
            var faults = new FaultList();
            var read = ArgumentSource.Read(Leaves(tree).Select(leaf => $"{leaf.Path}={NodeJson.ToJson(leaf).GetRawText()}"), faults).Tree;
            faults.Count.ShouldBe(0);
            Leaves(read).Select(leaf => leaf.Path + Shown(leaf)).Order().ShouldBe(Leaves(tree).Select(leaf => leaf.Path + Shown(leaf)).Order());
        }).Hold();

    [Fact]
    public void Any_yaml_is_read_or_refused_with_one_line_each()
    {
        var pieces = Gen.Elements(
            "a", ":", " ", "\n", "- ", "[", "]", "{", "}", "&x ", "*x", "!t ", "'", "\"", "|", ">", "#", "%", "---\n", "...\n", "<<", "?", ",", "\t", "\0", "记",
            "\ud800", "${A}",
            ".");
        Prop.ForAll(
                Arb.From(pieces.ListOf().Select(string.Concat)),
                text =>
                {
                    var faults = new FaultList();
                    _ = YamlReader.Read(text, "x", null, faults);
                    faults.Told.ShouldAllBe(fault => fault.File == "x" && !fault.Message.Contains('\n', StringComparison.Ordinal));
                })
            .Hold();
    }

    private static string Json(string text) => NodeJson.ToJson(Parse("x=" + text, "x")).GetRawText();

    private static ConfigurationNode Parse(string argument, string key) => ArgumentSource.Read([argument], new FaultList()).Tree.Find(key)!;

    private static bool IsJson(string? text) => text?.TrimStart() is ['{' or '[' or '"', ..];

    private static string Clean(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));

    private static string Shown(ConfigurationNode node) => NodeJson.ToJson(node).GetRawText();

    private static IEnumerable<ConfigurationNode> Leaves(ConfigurationNode node) =>
        node.Kind == NodeKind.Map ? node.Children.Values.SelectMany(Leaves) : [node];

    private static Gen<ConfigurationNode> Maps(string path, int depth) =>
        from names in Name.ListOf()
        from children in Gen.CollectToList(names.Distinct().Select(name => Nodes(ConfigurationNode.Join(path, name), depth - 1)))
        select ConfigurationNode.Map(
            path,
            ConfigurationOrigin.Default,
            children.ToDictionary(child => child.Path[(child.Path.LastIndexOf('.') + 1)..], StringComparer.Ordinal));

    private static Gen<ConfigurationNode> Nodes(string path, int depth)
    {
        var value = Gen.Elements("x", "7", "0.5", "true", "null", "a b", "记", "it's").Zip(Gen.Elements(ScalarForm.Text, ScalarForm.Yaml))
            .Select(pair => ConfigurationNode.Value(path, ConfigurationOrigin.Default, pair.Item1, pair.Item2));
        var list = value.ListOf().Select(items => ConfigurationNode.List(path, ConfigurationOrigin.Default, items.ToList()));
        return depth == 0 ? value : Gen.OneOf(value, list, Maps(path, depth));
    }
}
