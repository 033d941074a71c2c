using System.Reflection;
using Remanence.ConformanceTests.Models;

namespace Remanence.ConformanceTests;

/// <summary>Finds the suites that a provider of models is not held to.</summary>
public static class ModelSuiteCompleteness
{
    /// <summary>
    /// The suites that lack a concrete class for a fixture: those of what it serves, those of the wire where it has one, and those of every provider.
    /// </summary>
    /// <param name="tests">The assembly of the concrete classes; every <see cref="ModelProviderFixture"/> in it is looked at.</param>
    public static IReadOnlyList<string> Missing(Assembly tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var held = tests.GetTypes().Where(type => type is { IsAbstract: false, IsPublic: true }).Select(type => type.BaseType).ToHashSet();
        var fixtures = tests.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ModelProviderFixture))).ToList();
        fixtures.ShouldNotBeEmpty();
        return
        [
            .. from fixture in fixtures
               from suite in Suites((ModelProviderFixture)Activator.CreateInstance(fixture)!)
               where !held.Contains(suite.MakeGenericType(fixture))
               select $"{suite.Name} for {fixture.Name}",
        ];
    }

    private static IEnumerable<Type> Suites(ModelProviderFixture fixture) =>
    [
        typeof(ProviderSuite<>),
        .. fixture.IsRemote ? [typeof(WireTroubleSuite<>)] : Array.Empty<Type>(),
        .. fixture.Kinds.Select(kind => kind switch
        {
            ModelKind.Chat => typeof(ChatProviderSuite<>),
            ModelKind.Embeddings => typeof(EmbeddingProviderSuite<>),
            ModelKind.Reranking => typeof(RerankProviderSuite<>),
            _ => typeof(SpeechProviderSuite<>),
        }),
    ];
}
