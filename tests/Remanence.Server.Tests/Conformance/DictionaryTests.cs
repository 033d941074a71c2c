using Remanence.ConformanceTests.Services;
using Remanence.ConformanceTests.Services.Input;
using Remanence.ConformanceTests.Services.Learning;

namespace Remanence.Server.Tests.Conformance;

public sealed class DictionaryMemorizeTests(DictionaryFixture fixture) : MemorizeSuite<DictionaryFixture>(fixture);

public sealed class DictionaryRetrieveTests(DictionaryFixture fixture) : RetrieveSuite<DictionaryFixture>(fixture);

public sealed class DictionaryStatementTests(DictionaryFixture fixture) : StatementSuite<DictionaryFixture>(fixture);

public sealed class DictionaryListTests(DictionaryFixture fixture) : ListSuite<DictionaryFixture>(fixture);

public sealed class DictionaryForgetTests(DictionaryFixture fixture) : ForgetSuite<DictionaryFixture>(fixture);

public sealed class DictionaryProfileTests(DictionaryFixture fixture) : ProfileSuite<DictionaryFixture>(fixture);

public sealed class DictionaryScopeTests(DictionaryFixture fixture) : ScopeSuite<DictionaryFixture>(fixture);

public sealed class DictionaryIdempotencyTests(DictionaryFixture fixture) : IdempotencySuite<DictionaryFixture>(fixture);

public sealed class DictionaryNamesTests(DictionaryFixture fixture) : NamesSuite<DictionaryFixture>(fixture);

public sealed class DictionaryBadInputTests(DictionaryFixture fixture) : BadInputSuite<DictionaryFixture>(fixture);
