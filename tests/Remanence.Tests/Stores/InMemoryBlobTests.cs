using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class InMemoryBlobTests : BlobSuite<InMemoryBlobFixture>;
