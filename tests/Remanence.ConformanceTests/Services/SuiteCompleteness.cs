using System.Reflection;
using Remanence.Services;

namespace Remanence.ConformanceTests.Services;

/// <summary>Finds the suites that an implementation of the memory service is not held to, though it implements all that they need.</summary>
public static class SuiteCompleteness
{
    /// <summary>The suites that lack a concrete class for a fixture.</summary>
    /// <param name="tests">The assembly of the concrete classes.</param>
    /// <param name="fixtures">The fixtures, each a <see cref="MemoryServiceFixture{TService}"/>.</param>
    public static IReadOnlyList<string> Missing(Assembly tests, IReadOnlyList<Type> fixtures)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(fixtures);
        var held = tests.GetTypes().Where(type => !type.IsAbstract).SelectMany(Bases).ToHashSet();
        return
        [
            .. from fixture in fixtures
               from suite in SuitesOf(ServiceOf(fixture))
               where !held.Contains(suite.MakeGenericType(fixture))
               select $"{suite.Name} for {fixture.Name}",
        ];
    }

    /// <summary>The suites that hold an implementation.</summary>
    /// <param name="service">The implementation.</param>
    public static IReadOnlyList<Type> SuitesOf(Type service) =>
        [.. Suites().Where(suite => Needs(suite).All(capability => capability.IsAssignableFrom(service)))];

    /// <summary>The capabilities beside the small contract that no suite asks for alone.</summary>
    public static IReadOnlyList<string> WithoutSuite()
    {
        var suites = Suites().ToList();
        return
        [
            .. from capability in typeof(MemoryService).Assembly.GetExportedTypes()
               where capability.IsInterface && capability.Name.StartsWith("IMemory", StringComparison.Ordinal)
               where !suites.Any(suite => Needs(suite) is [var only] && only == capability)
               select capability.Name,
        ];
    }

    private static IEnumerable<Type> Suites() => typeof(SuiteCompleteness).Assembly.GetTypes().Where(IsSuite);

    private static IReadOnlyList<Type> Needs(Type suite) => suite.GetCustomAttribute<NeedsAttribute>()?.Capabilities ?? [];

    private static Type ServiceOf(Type fixture) => Bases(fixture)
        .First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(MemoryServiceFixture<>))
        .GetGenericArguments()[0];

    private static bool IsSuite(Type type) =>
        type is { IsAbstract: true, IsGenericTypeDefinition: true, BaseType.IsGenericType: true }
        && type.BaseType.GetGenericTypeDefinition() == typeof(MemoryServiceSuite<>);

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
