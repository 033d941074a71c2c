namespace Remanence.ConformanceTests.Stores;

/// <summary>Texts that have broken a store somewhere.</summary>
public static class HostileTexts
{
    public static TheoryData<string> All { get; } =
    [
        "", " ", "'", "''; DROP TABLE memories; --", "\"", "\\", "%_[]*?", "?1", ":p", "$1", "@x", "\r\n\t", "\u0001\u001f\u007f", "../../etc/passwd",
        "\U0001F375", "e\u0301", "é", "\u202eabc", "\ufeffbom", "\uffff", "\ufffd", "ﷺ", "\ud83d\udc69\u200d\ud83d\ude80", "NULL", "null", "{\"a\":1}", "x'00'",
        "1e999",
    ];
}
