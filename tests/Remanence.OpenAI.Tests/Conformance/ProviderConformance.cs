using Remanence.ConformanceTests;
using Remanence.ConformanceTests.Models;

namespace Remanence.OpenAI.Tests.Conformance;

// Each provider of the house and each of the samples against every suite of what it serves.
public sealed class ModelSuiteCompletenessTests
{
    [Fact]
    public void No_provider_leaves_a_suite_out() => ModelSuiteCompleteness.Missing(typeof(ModelSuiteCompletenessTests).Assembly).ShouldBeEmpty();
}

public sealed class OpenAIProviderTests : ProviderSuite<OpenAIFixture>;

public sealed class OpenAIWireTests : WireTroubleSuite<OpenAIFixture>;

public sealed class OpenAIChatTests : ChatProviderSuite<OpenAIFixture>;

public sealed class OpenAIEmbeddingTests : EmbeddingProviderSuite<OpenAIFixture>;

public sealed class OpenAISpeechTests : SpeechProviderSuite<OpenAIFixture>;

public sealed class AnthropicProviderTests : ProviderSuite<AnthropicFixture>;

public sealed class AnthropicWireTests : WireTroubleSuite<AnthropicFixture>;

public sealed class AnthropicChatTests : ChatProviderSuite<AnthropicFixture>;

public sealed class RerankProviderTests : ProviderSuite<RerankFixture>;

public sealed class RerankWireTests : WireTroubleSuite<RerankFixture>;

public sealed class RerankRerankTests : RerankProviderSuite<RerankFixture>;

public sealed class DashScopeProviderTests : ProviderSuite<DashScopeFixture>;

public sealed class DashScopeWireTests : WireTroubleSuite<DashScopeFixture>;

public sealed class DashScopeRerankTests : RerankProviderSuite<DashScopeFixture>;

public sealed class HashSampleProviderTests : ProviderSuite<HashSampleFixture>;

public sealed class HashSampleChatTests : ChatProviderSuite<HashSampleFixture>;

public sealed class HashSampleEmbeddingTests : EmbeddingProviderSuite<HashSampleFixture>;

public sealed class ParrotSampleProviderTests : ProviderSuite<ParrotSampleFixture>;

public sealed class ParrotSampleWireTests : WireTroubleSuite<ParrotSampleFixture>;

public sealed class ParrotSampleChatTests : ChatProviderSuite<ParrotSampleFixture>;
