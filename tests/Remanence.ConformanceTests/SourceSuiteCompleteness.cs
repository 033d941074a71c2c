using System.Reflection;
using Remanence.ConformanceTests.Search;

namespace Remanence.ConformanceTests;

/// <summary>Finds the suites that a search engine is not held to.</summary>
public static class SourceSuiteCompleteness
{
    /// <summary>The suites that lack a concrete class for a fixture.</summary>
    /// <param name="tests">The assembly of the concrete classes; every <see cref="CandidateSourceFixture"/> in it is looked at.</param>
    public static IReadOnlyList<string> Missing(Assembly tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var held = tests.GetTypes().Where(type => type is { IsAbstract: false, IsPublic: true }).Select(type => type.BaseType).ToHashSet();
        var fixtures = tests.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(CandidateSourceFixture))).ToList();
        fixtures.ShouldNotBeEmpty();
        return
        [
            .. from fixture in fixtures
               from suite in typeof(SourceSuiteCompleteness).Assembly.GetTypes().Where(IsSuite)
               where !held.Contains(suite.MakeGenericType(fixture))
               select $"{suite.Name} for {fixture.Name}",
        ];
    }

    private static bool IsSuite(Type type) => type is { IsAbstract: true, IsGenericTypeDefinition: true, BaseType.IsGenericType: true }
        && type.BaseType.GetGenericTypeDefinition() == typeof(CandidateSourceSuite<>);
}
