using Remanence.ConformanceTests.Services;
using Remanence.ConformanceTests.Services.Input;
using Remanence.ConformanceTests.Services.Learning;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineMemorizeTests(SqliteEngineFixture fixture) : MemorizeSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineRetrieveTests(SqliteEngineFixture fixture) : RetrieveSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineStatementTests(SqliteEngineFixture fixture) : StatementSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineListTests(SqliteEngineFixture fixture) : ListSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineForgetTests(SqliteEngineFixture fixture) : ForgetSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineProfileTests(SqliteEngineFixture fixture) : ProfileSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineScopeTests(SqliteEngineFixture fixture) : ScopeSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineIdempotencyTests(SqliteEngineFixture fixture) : IdempotencySuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineNamesTests(SqliteEngineFixture fixture) : NamesSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineBadInputTests(SqliteEngineFixture fixture) : BadInputSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineEditingTests(SqliteEngineFixture fixture) : EditingSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineHistoryTests(SqliteEngineFixture fixture) : HistorySuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineChangeTests(SqliteEngineFixture fixture) : ChangeSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineErasureTests(SqliteEngineFixture fixture) : ErasureSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineEraseTests(SqliteEngineFixture fixture) : EraseSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineWorkspaceTests(SqliteEngineFixture fixture) : WorkspaceSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineResourceTests(SqliteEngineFixture fixture) : ResourceSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineCategoryTests(SqliteEngineFixture fixture) : CategorySuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineJobTests(SqliteEngineFixture fixture) : JobSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineLearningTests(SqliteEngineFixture fixture) : LearningSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineLearningJobTests(SqliteEngineFixture fixture) : LearningJobSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEnginePeopleTests(SqliteEngineFixture fixture) : PeopleSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineMoveTests(SqliteEngineFixture fixture) : MoveSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineTransferTests(SqliteEngineFixture fixture) : TransferSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineWholeNamesTests(SqliteEngineFixture fixture) : WholeNamesSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEngineWatchTests(SqliteEngineFixture fixture) : WatchSuite<SqliteEngineFixture>(fixture);

public sealed class SqliteEnginePrivacyTests(SqliteEngineFixture fixture) : PrivacySuite<SqliteEngineFixture>(fixture);
