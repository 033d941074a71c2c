using Remanence.Privacy;

namespace Remanence.Hosting.Tests.Configuration;

public sealed class PrivacyTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rules_are_read_for_all_and_for_single_workspaces()
    {
        _folder.Write(
            """
            privacy:
              never: [card_number, email]
              patterns: ["ACME-[0-9]{3,5}"]
              workspaces:
                clinic: {never: [health], patterns: []}
                诊所: {never: []}
            """);

        var privacy = _folder.Load().Privacy;

        privacy.General.Never.ShouldBe([PrivacyKinds.CardNumber, PrivacyKinds.Email]);
        privacy.General.Patterns.ShouldBe(["ACME-[0-9]{3,5}"]);
        privacy.Workspaces["clinic"].Never.ShouldBe([PrivacyKinds.Health]);
        privacy.Workspaces["clinic"].Patterns.ShouldBeEmpty();
        privacy.Workspaces["诊所"].Never.ShouldBeEmpty();
        privacy.Workspaces["诊所"].Patterns.ShouldBe(["ACME-[0-9]{3,5}"]);
    }

    [Fact]
    public void Without_a_word_card_numbers_and_keys_are_not_kept() =>
        _folder.Load().Privacy.General.Never.ShouldBe([PrivacyKinds.CardNumber, PrivacyKinds.Key]);

    [Theory]
    [InlineData("privacy.never=cards", "privacy.never names \"cards\"; ")]
    [InlineData("privacy.never=emal", "did you mean email? The kinds are card_number, key, iban, email, phone, id_number, health.")]
    [InlineData("privacy.patterns=(", "privacy.patterns is \"(\", which is not a regular expression of .NET")]
    [InlineData("privacy.patterns=(?=a)b", "cannot be run in linear time")]
    [InlineData("privacy.patterns=a*", "matches the empty text")]
    [InlineData("privacy.nevr=key", "\"privacy.nevr\" is not a setting; did you mean privacy.never?")]
    [InlineData("privacy=key", "privacy must hold never, patterns and workspaces, not \"key\".")]
    [InlineData("privacy.workspaces={\"a b\":{\"never\":[]}}", "cannot name a workspace")]
    [InlineData("privacy.workspaces.w.never=x", "privacy.workspaces.w.never names \"x\"")]
    [InlineData("privacy.workspaces.w=x", "privacy.workspaces.w must hold names and values")]
    public void A_fault_names_what_is_allowed(string argument, string expected)
    {
        var fault = _folder.Fault(argument);

        fault.ShouldStartWith("argument: ");
        fault.ShouldContain(expected);
    }
}
