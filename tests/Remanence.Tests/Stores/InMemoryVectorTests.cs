using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class InMemoryVectorTests : VectorSuite<InMemoryStoreFixture>;
