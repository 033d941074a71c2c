using System.Reflection;

namespace Remanence.ConformanceTests.Services;

/// <summary>Finds the suites that an implementation of the memory service is not held to.</summary>
public static class SuiteCompleteness
{
    /// <summary>The suites that lack a concrete class for a fixture.</summary>
    /// <param name="tests">The assembly of the concrete classes.</param>
    /// <param name="fixtures">The fixtures that must run every suite.</param>
    public static IReadOnlyList<string> Missing(Assembly tests, IReadOnlyList<Type> fixtures)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(fixtures);
        var suites = typeof(SuiteCompleteness).Assembly.GetTypes().Where(IsSuite).ToList();
        suites.Count.ShouldBeGreaterThan(5);
        var held = tests.GetTypes().Where(type => !type.IsAbstract).SelectMany(Bases).ToHashSet();
        return
        [
            .. from suite in suites
               from fixture in fixtures
               where !held.Contains(suite.MakeGenericType(fixture))
               select $"{suite.Name} for {fixture.Name}",
        ];
    }

    private static bool IsSuite(Type type) =>
        type is { IsAbstract: true, IsGenericTypeDefinition: true, BaseType.IsGenericType: true } && type.BaseType.GetGenericTypeDefinition() == typeof(MemoryServiceSuite<>);

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
