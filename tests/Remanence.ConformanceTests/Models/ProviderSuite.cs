using System.Text.Json;
using Remanence.Models;
using Remanence.Models.Profiles;

namespace Remanence.ConformanceTests.Models;

/// <summary>What a provider says of itself, and that it serves what it says.</summary>
/// <typeparam name="TFixture">The provider's fixture.</typeparam>
public abstract class ProviderSuite<TFixture> : ModelProviderSuite<TFixture>
    where TFixture : ModelProviderFixture, new()
{
    /// <summary>A setting chooses it by a name, and gives it parameters by theirs.</summary>
    [Fact]
    public void Its_names_can_be_written_in_a_setting()
    {
        foreach (var name in Provider.ParameterNames.Append(Provider.Backend))
        {
            name.ShouldNotBeEmpty();
            name.ShouldAllBe(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
        }

        Provider.ParameterNames.ShouldBeUnique();
    }

    /// <summary>What it serves answers.</summary>
    [Fact]
    public async Task What_it_serves_answers()
    {
        await using var endpoint = await StartAsync();
        foreach (var (kind, call) in Calls)
        {
            await Should.NotThrowAsync(() => call.AskAsync(Provider, Profile(endpoint, kind), Stop), call.Name);
        }
    }

    /// <summary>What it does not serve it refuses, in words that tell which setting to change.</summary>
    [Fact]
    public async Task What_it_does_not_serve_it_names()
    {
        await using var endpoint = await StartAsync();
        foreach (var kind in Enum.GetValues<ModelKind>().Except(Fixture.Kinds))
        {
            var profile = Profile(endpoint, Fixture.Kinds[0]) with { Name = "llm.wrong" };
            var refused = await Should.ThrowAsync<NotSupportedException>(() => ModelCall.Of(kind)[0].AskAsync(Provider, profile, Stop), kind.ToString());
            refused.Message.ShouldContain(profile.Name);
            refused.Message.ShouldContain(Provider.Backend);
        }
    }

    /// <summary>A parameter that it would not read stops the start.</summary>
    [Fact]
    public async Task A_parameter_that_it_does_not_know_stops_the_start()
    {
        await using var endpoint = await StartAsync();
        var parameters = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["no_such_parameter"] = JsonElement.Parse("1") };
        var profile = Profile(endpoint, Fixture.Kinds[0]) with { Parameters = parameters };
        Should.Throw<ModelConfigurationException>(() => new ModelCatalog([profile], [Provider])).Message.ShouldContain("no_such_parameter");
    }

    /// <summary>Whoever has cancelled already asks nobody.</summary>
    [Fact]
    public async Task Who_has_cancelled_asks_nobody()
    {
        await using var endpoint = await StartAsync();
        foreach (var (kind, call) in Calls)
        {
            var cancelled = new CancellationToken(canceled: true);
            await Should.ThrowAsync<OperationCanceledException>(() => call.AskAsync(Provider, Profile(endpoint, kind), cancelled), call.Name);
        }

        endpoint.Requests.ShouldBeEmpty();
    }
}
