using Remanence.ConformanceTests.Stores.Blobs;

namespace Remanence.Tests.Stores.Blobs;

public sealed class InMemoryBlobTests : BlobSuite<InMemoryBlobFixture>;
