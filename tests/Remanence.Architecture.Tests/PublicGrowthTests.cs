using Mono.Cecil;

namespace Remanence.Architecture.Tests;

/// <summary>
/// What became public since the walls between projects stand has somebody outside who uses it: a sample. What only another project of the house
/// needs is no reason to be public, as every public type is one that callers may build on.
/// </summary>
public sealed class PublicGrowthTests
{
    private const string WholeStore = "Who writes a store from nothing builds on it, as the two of the house do; such a store is longer than a sample.";

    // Each by name, with the reason why no program outside would touch it.
    private static readonly Dictionary<string, string> NoOutsider = new(StringComparer.Ordinal)
    {
        ["JobClock"] = WholeStore,
        ["StoreSignals"] = WholeStore,
    };

    [Fact]
    public void Each_type_that_became_public_is_used_by_a_sample()
    {
        var touched = Touched();
        var unused = Added().Where(type => !touched.Contains(type.FullName)).Select(Describe).Except(NoOutsider.Keys, StringComparer.Ordinal);
        unused.Order(StringComparer.Ordinal).ShouldBeEmpty("Make it internal, or show in samples/ what it is good for.");
    }

    [Fact]
    public void What_is_excused_is_public_and_unused()
    {
        var touched = Touched();
        NoOutsider.Keys.ShouldBeSubsetOf(Added().Where(type => !touched.Contains(type.FullName)).Select(Describe), "It needs no excuse.");
    }

    private static IEnumerable<TypeDefinition> Added()
    {
        var before = File.ReadLines(Path.Combine(Repository.Root, "tests", "Remanence.Architecture.Tests", "PublicApi", "Before.txt"))
            .Where(line => !line.StartsWith('#')).ToHashSet(StringComparer.Ordinal);
        return Repository.Projects("src").Select(project => Module(Path.GetFileNameWithoutExtension(project)))
            .SelectMany(module => module.Types.Where(type => type != module.EntryPoint?.DeclaringType)).SelectMany(WithNested)
            .Where(type => !before.Contains(Describe(type)));
    }

    private static HashSet<string> Touched() =>
        [.. Samples().SelectMany(sample => sample.Types).SelectMany(TypeUses.Of).Where(IsElsewhere).Select(used => used.FullName)];

    private static bool IsElsewhere(TypeReference type) => type.Scope is AssemblyNameReference;

    private static IEnumerable<ModuleDefinition> Samples() => Repository.Projects("samples").Select(project => Module(Repository.AssemblyOf(project)));

    private static ModuleDefinition Module(string assembly) => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) =>
        type.IsPublic || type.IsNestedPublic ? [type, .. type.NestedTypes.SelectMany(WithNested)] : [];

    private static string Describe(TypeDefinition type)
    {
        var name = type.Name.Split('`')[0];
        var generic = type.HasGenericParameters ? $"<{string.Join(", ", type.GenericParameters.Select(parameter => parameter.Name))}>" : "";
        return (type.DeclaringType is { } outer ? Describe(outer) + "." : "") + name + generic;
    }
}
