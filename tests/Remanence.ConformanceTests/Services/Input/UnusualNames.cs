using Remanence.Services;

namespace Remanence.ConformanceTests.Services.Input;

/// <summary>Names and ids that are unusual and allowed.</summary>
public static class UnusualNames
{
    public static TheoryData<string> Ids =>
    [
        "😀", "\"quoted\"", "it's", "../../etc/passwd", "..", ".", "a/b", "a%2Fb", "a%252Fb", "%", "%zz", "a b", "a+b", "a&b=c", "a?b#c", "中文", "é", "e\u0301",
        "null", "true", "0", "-1", "'; DROP TABLE memories; --", "{}", "<script>", "\\", "*", "$ne", new string('x', ServiceLimits.MaxIdLength),
    ];

    public static TheoryData<string> Workspaces => ["a", "A", "中文", "é", "e\u0301", "a-b_c.d:e@f+g~h", "0", new string('w', 128)];
}
