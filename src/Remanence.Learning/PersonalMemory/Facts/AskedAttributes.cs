using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts;

/// <summary>Which attributes of the user a question asks for: "what's my name and age?" asks for two, the name first.</summary>
internal static class AskedAttributes
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Mine = @"\b(my|(the )?user['’]?s?|our)\s+((own|full|first|last|real|current|favou?rite)\s+)*";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly (string Attribute, Regex Asks)[] Forms =
    [
        Form(
            Attributes.Name,
            $"{Mine}name\\b|\\bwho am i\\b|\\bwhat am i called\\b|\\bwhat (do|should) (you|people) call me\\b|我的?(全名|名字|姓名)|我(是谁|叫什么|姓什么)|怎么称呼我|用户的?(名字|姓名)"),
        Form(Attributes.Age, $"{Mine}(age\\b|name and age\\b)|\\bhow old am i\\b|我(的年龄|今年)?(多大|几岁)|我的年龄|姓名和年龄|名字和年龄"),
        Form(Attributes.Birthday, $"{Mine}(birthday|birth date|date of birth)|\\bwhen was i born\\b|我的?生日|我(什么时候|哪天)(出生|生日)"),
        Form(Attributes.Home, $"{Mine}(home|address|city|town)\\b(?! ?town)|\\bwhere (do|am) (i|we) (live|living|based)|我(现在)?(住|家)在?哪|我的(住址|地址|城市)"),
        Form(Attributes.Origin, $"{Mine}(home ?town|origin)|\\bwhere (am i|do i come) from\\b|\\bwhere did i grow up\\b|我(是|来自)哪(里|儿)(人|的)?|我的?(老家|家乡|籍贯)"),
        Form(Attributes.Employer, $"{Mine}(employer|company|workplace|firm)\\b|\\b(where|who) do i work( for| at)?\\b|我在哪(里|儿|家|个)?(公司)?(工作|上班)|我的(公司|单位|雇主)"),
        Form(Attributes.Occupation, $"{Mine}(job|profession|occupation|work|career)\\b|\\bwhat do i do\\b|我(是)?(做什么|干什么)|我的?(职业|工作)"),
        Form(Attributes.Likes, $"{Mine}(hobby|hobbies|interests?|tastes?|likes)\\b|\\bwhat do i (like|love|enjoy)\\b|我的?(爱好|兴趣|喜好)|我喜欢(什么|做什么)"),
        Form(Attributes.Allergy, $"{Mine}allerg|\\bam i allergic\\b|\\bwhat am i allergic\\b|我对什么过敏|我的?过敏"),
        Form(Attributes.Diet, $"{Mine}diet|\\bwhat (can't|don't) i eat\\b|我的?饮食"),
        Form(Attributes.Pet, $"{Mine}(pets?|dogs?|cats?)\\b|\\bdo i have (a |any )?(pets?|dog|cat)|我的?(宠物|猫|狗)|我养了?(什么|几)"),
        Form(Attributes.Family, $"{Mine}(family|wife|husband|partner|kids?|children|sons?|daughters?|parents|brothers?|sisters?)\\b|我的?(家人|老婆|老公|孩子|儿子|女儿|父母)"),
        Form(Attributes.Language, $"\\b(which|what) languages? do i\\b|{Mine}(native )?languages?\\b|我会(说|讲)?(什么|哪些?)(语言|外语)|我的母语"),
        Form(
            Attributes.Plan,
            $"{Mine}(plans?|goals?|trips?|holidays?|travel)\\b|\\bwhat am i planning\\b|\\bwhere am i going\\b|我的?(计划|打算|目标)|我(打算|准备)(做什么|去哪)"),
        Form(Attributes.Health, $"{Mine}(health|illness|condition)|我的?(健康|身体|病)"),
        Form(Attributes.Habit, $"{Mine}(habits?|routines?)|我的?(习惯|作息)"),
    ];

    /// <summary>In the order of the question; empty where it asks for none.</summary>
    public static IReadOnlyList<string> Of(string question)
    {
        try
        {
            return
            [
                .. Forms
                    .Select(form => (form.Attribute, Match: form.Asks.Match(question)))
                    .Where(form => form.Match.Success)
                    .OrderBy(form => form.Match.Index)
                    .ThenBy(form => form.Match.Length)
                    .Select(form => form.Attribute),
            ];
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    private static (string Attribute, Regex Asks) Form(string attribute, string pattern) => (attribute, new Regex(pattern, Options, Longest));
}
