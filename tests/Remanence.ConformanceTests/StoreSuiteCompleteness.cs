using Remanence.ConformanceTests.Stores;

namespace Remanence.ConformanceTests;

/// <summary>Holds a store to every suite: what a store cannot do it must say, with a reason.</summary>
public static class StoreSuiteCompleteness
{
    /// <summary>Fails when the test assembly lacks a suite for the store, or opts out of one that it has.</summary>
    /// <typeparam name="TFixture">The store's fixture.</typeparam>
    /// <param name="optOuts">Suites that the store cannot pass, such as <c>typeof(ChangeFeedSuite&lt;&gt;)</c>, and why.</param>
    public static void Check<TFixture>(IReadOnlyDictionary<Type, string>? optOuts = null)
        where TFixture : StoreFixture, new()
    {
        var suites = typeof(StoreSuite<>).Assembly.GetTypes().Where(IsSuite).ToList();
        var covered = typeof(TFixture).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true })
            .SelectMany(BaseTypes)
            .Where(type => type.IsGenericType && type.GenericTypeArguments.Contains(typeof(TFixture)))
            .Select(type => type.GetGenericTypeDefinition())
            .ToHashSet();
        suites.ShouldNotBeEmpty();
        suites.Where(suite => !covered.Contains(suite) && !(optOuts?.ContainsKey(suite) ?? false)).Select(suite => suite.Name)
            .ShouldBeEmpty($"Suites that {typeof(TFixture).Name} skips without a reason");
        optOuts?.Keys.Where(covered.Contains).Select(suite => suite.Name).ShouldBeEmpty("Suites that are both run and opted out of");
        optOuts?.Values.ShouldAllBe(reason => !string.IsNullOrWhiteSpace(reason));
    }

    private static bool IsSuite(Type type) => type is { IsAbstract: true, IsGenericTypeDefinition: true }
        && type != typeof(StoreSuite<>)
        && BaseTypes(type).Any(parent => parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(StoreSuite<>));

    private static IEnumerable<Type> BaseTypes(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }
    }
}
