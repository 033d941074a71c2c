using Remanence.ConformanceTests.Services;
using Remanence.ConformanceTests.Services.Input;
using Remanence.ConformanceTests.Services.Learning;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineMemorizeTests(InMemoryEngineFixture fixture) : MemorizeSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineRetrieveTests(InMemoryEngineFixture fixture) : RetrieveSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineStatementTests(InMemoryEngineFixture fixture) : StatementSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineListTests(InMemoryEngineFixture fixture) : ListSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineForgetTests(InMemoryEngineFixture fixture) : ForgetSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineProfileTests(InMemoryEngineFixture fixture) : ProfileSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineScopeTests(InMemoryEngineFixture fixture) : ScopeSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineIdempotencyTests(InMemoryEngineFixture fixture) : IdempotencySuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineNamesTests(InMemoryEngineFixture fixture) : NamesSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineBadInputTests(InMemoryEngineFixture fixture) : BadInputSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineEditingTests(InMemoryEngineFixture fixture) : EditingSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineHistoryTests(InMemoryEngineFixture fixture) : HistorySuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineChangeTests(InMemoryEngineFixture fixture) : ChangeSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineErasureTests(InMemoryEngineFixture fixture) : ErasureSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineEraseTests(InMemoryEngineFixture fixture) : EraseSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineWorkspaceTests(InMemoryEngineFixture fixture) : WorkspaceSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineResourceTests(InMemoryEngineFixture fixture) : ResourceSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineCategoryTests(InMemoryEngineFixture fixture) : CategorySuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineJobTests(InMemoryEngineFixture fixture) : JobSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineLearningTests(InMemoryEngineFixture fixture) : LearningSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineLearningJobTests(InMemoryEngineFixture fixture) : LearningJobSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEnginePeopleTests(InMemoryEngineFixture fixture) : PeopleSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineMoveTests(InMemoryEngineFixture fixture) : MoveSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineTransferTests(InMemoryEngineFixture fixture) : TransferSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineWholeNamesTests(InMemoryEngineFixture fixture) : WholeNamesSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEngineWatchTests(InMemoryEngineFixture fixture) : WatchSuite<InMemoryEngineFixture>(fixture);

public sealed class InMemoryEnginePrivacyTests(InMemoryEngineFixture fixture) : PrivacySuite<InMemoryEngineFixture>(fixture);
