using Remanence.Configuration;

namespace Remanence.Hosting.Tests.Configuration;

public sealed class SecretsTests : IDisposable
{
    private const string Secret = "sesame";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("llm.default.api_key: [sesame]")]
    [InlineData("llm.default.api_key: {x: sesame}")]
    [InlineData("llm.default.api_kye: sesame")]
    [InlineData("llm.default.base_url: ftp://user:sesame@host/")]
    [InlineData("llm.default.base_url: \"${SECRET}\"")]
    [InlineData("llm.default.base_url: ftp://host/v1?k=sesame")]
    [InlineData("llm.default.base_url: ftp://a:b@host/v1#sesame")]
    [InlineData("llm.default.api_key: \"${sesame\"")]
    [InlineData("openai_api_key: sesame")]
    [InlineData("llm.default: {api_key: sesame")]
    [InlineData("llm.default.api_key: \"sesame")]
    [InlineData("llm.default.api_key: sesame\nllm.default.api_key: sesame")]
    public void No_fault_shows_a_secret(string yaml)
    {
        _folder.Environment["SECRET"] = Secret;
        _folder.Write(yaml);

        Should.Throw<ConfigurationException>(() => _folder.Load()).ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public void Nothing_that_is_printed_shows_a_secret()
    {
        _folder.Environment["FLOW_EMBEDDING_API_KEY"] = Secret;
        _folder.Write("embedding_model.default.model_name: m\nthread_pool_max_workers: sesame\nvector_store.default.params.api_key: sesame");

        var configuration = _folder.Load("llm.default.model_name=m", "llm.default.api_key=" + Secret);

        configuration.ChatModels.ShouldHaveSingleItem().ApiKey.ShouldBe(Secret);
        configuration.EmbeddingModels.ShouldHaveSingleItem().ApiKey.ShouldBe(Secret);
        $"{configuration} {configuration.ChatModels[0]} {configuration.EmbeddingModels[0]} {string.Join('\n', configuration.Warnings)}".ShouldNotContain(
            Secret);
    }

    [Fact]
    public void A_wrong_address_in_remes_variable_is_told_without_its_login()
    {
        _folder.Environment["FLOW_LLM_BASE_URL"] = "ftp://me:sesame@host/v1";

        var fault = _folder.Fault();

        fault.ShouldStartWith("environment variable FLOW_LLM_BASE_URL: FLOW_LLM_BASE_URL must be an address");
        fault.ShouldEndWith("not \"ftp://…@host/v1\".");
    }
}
