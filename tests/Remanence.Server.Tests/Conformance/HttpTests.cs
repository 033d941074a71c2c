using Remanence.ConformanceTests.Services;
using Remanence.ConformanceTests.Services.Input;
using Remanence.ConformanceTests.Services.Learning;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpMemorizeTests(HttpFixture fixture) : MemorizeSuite<HttpFixture>(fixture);

public sealed class HttpRetrieveTests(HttpFixture fixture) : RetrieveSuite<HttpFixture>(fixture);

public sealed class HttpStatementTests(HttpFixture fixture) : StatementSuite<HttpFixture>(fixture);

public sealed class HttpListTests(HttpFixture fixture) : ListSuite<HttpFixture>(fixture);

public sealed class HttpForgetTests(HttpFixture fixture) : ForgetSuite<HttpFixture>(fixture);

public sealed class HttpProfileTests(HttpFixture fixture) : ProfileSuite<HttpFixture>(fixture);

public sealed class HttpScopeTests(HttpFixture fixture) : ScopeSuite<HttpFixture>(fixture);

public sealed class HttpIdempotencyTests(HttpFixture fixture) : IdempotencySuite<HttpFixture>(fixture);

public sealed class HttpNamesTests(HttpFixture fixture) : NamesSuite<HttpFixture>(fixture);

public sealed class HttpBadInputTests(HttpFixture fixture) : BadInputSuite<HttpFixture>(fixture);

public sealed class HttpEditingTests(HttpFixture fixture) : EditingSuite<HttpFixture>(fixture);

public sealed class HttpHistoryTests(HttpFixture fixture) : HistorySuite<HttpFixture>(fixture);

public sealed class HttpChangeTests(HttpFixture fixture) : ChangeSuite<HttpFixture>(fixture);

public sealed class HttpErasureTests(HttpFixture fixture) : ErasureSuite<HttpFixture>(fixture);

public sealed class HttpEraseTests(HttpFixture fixture) : EraseSuite<HttpFixture>(fixture);

public sealed class HttpWorkspaceTests(HttpFixture fixture) : WorkspaceSuite<HttpFixture>(fixture);

public sealed class HttpResourceTests(HttpFixture fixture) : ResourceSuite<HttpFixture>(fixture);

public sealed class HttpCategoryTests(HttpFixture fixture) : CategorySuite<HttpFixture>(fixture);

public sealed class HttpJobTests(HttpFixture fixture) : JobSuite<HttpFixture>(fixture);

public sealed class HttpLearningTests(HttpFixture fixture) : LearningSuite<HttpFixture>(fixture);

public sealed class HttpLearningJobTests(HttpFixture fixture) : LearningJobSuite<HttpFixture>(fixture);

public sealed class HttpPeopleTests(HttpFixture fixture) : PeopleSuite<HttpFixture>(fixture);

public sealed class HttpMoveTests(HttpFixture fixture) : MoveSuite<HttpFixture>(fixture);

public sealed class HttpTransferTests(HttpFixture fixture) : TransferSuite<HttpFixture>(fixture);

public sealed class HttpWholeNamesTests(HttpFixture fixture) : WholeNamesSuite<HttpFixture>(fixture);

public sealed class HttpWatchTests(HttpFixture fixture) : WatchSuite<HttpFixture>(fixture);

public sealed class HttpPrivacyTests(HttpFixture fixture) : PrivacySuite<HttpFixture>(fixture);
