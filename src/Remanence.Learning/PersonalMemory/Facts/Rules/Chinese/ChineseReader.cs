using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.Chinese.ChineseBearers;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Reads the Chinese sentences of one message, in their order: who was spoken about is spoken about still ("我叫小李，住在上海").</summary>
internal sealed class ChineseReader
{
    private const string Adverb =
        "家里(?=养|有|新|添|最近|又|来)|现在|目前|最近|近来|近期|如今|当前|暂时|已经|已|刚刚|刚|终于|总算|又|也|还是|还(?!款|钱|清|贷|有)|都|就(?!职|读|业|诊|医)|一直|其实|确实|真的|特别|非常|十分|相当|很|超级|超(?!市|过|跑|模|声)"
        + "|比较|更(?!新|换|年)|挺|蛮|太(?!太|极|阳|原|空|仓)|巨(?!蟹)|贼|有点儿?|一向|向来|从小就?|本来|当然|反正|自己|后来|之后|然后|接着|正式|正(?=在)|顺利|成功|才(?!艺|能)|不幸|不小心|好不容易|算是|是(?=在)|今后|呢|，|[ ]"
        + "|个人|本身|早就|居然|竟然|被迫|主要|自从";

    private static readonly Regex Remember = ChineseRule.Pattern("^(请|麻烦)?你?(帮我)?(记住|记一下|记下|记得|别忘了|不要忘记)[：:， ]*(?<rest>.{3,})$");

    private static readonly Regex Leading = ChineseRule.Pattern(
        $"^((?<time>{ChineseTimes.Time})|(?<often>{ChineseTimes.Often})|(?<past>{ChineseTimes.Past})|{Adverb})+");

    private static readonly Regex Corrected = ChineseRule.Pattern("^(?<not>不是|不叫)(?<old>[^，]{1,10}?)(，|而)?(是|叫)(?<value>[^，是]{1,10}?)(啦|的|呀|哦|了)*$");

    // "小金的老公是釜山人，是牙医": who speaks of somebody goes on speaking of them.
    private static readonly Regex OwnSubject = ChineseRule.Pattern(
        "^(?!最|老家|祖籍|籍贯|家乡|户口|母语|专业|学历|职业|生日|家里|名字|血型|星座|身高|体重|爱好|住址|地址|坐标|电脑|手机|本科|高中|大学|原本|本来|算|也|就|还|都|现在|目前|今年|真|本|自|单)[^我，是不在有会]{2,8}是(?!我)");

    // "养了只蟑螂，叫小强": what was brought up has the name.
    private static readonly Regex Introduces = ChineseRule.Pattern("(养|有|买|捡|领|收养|交|认识|找|来|带)(了|到)?(一|两|几|\\d)?[只条个位名匹头尾窝盆]");
    private static readonly Regex OnlyNamed = ChineseRule.Pattern("^(名字)?(叫做?|名叫|取名)");

    private static readonly Regex GonePet = ChineseRule.Pattern("没了|走了|走丢|丢了|死|去世|送|卖|以前|小时候|如果|要是|叫");

    private const int LongestUnnamed = 16;

    private static readonly IReadOnlyList<ChineseRule> Rules =
    [
        .. ChineseSelf.Rules,
        .. ChineseHealth.Rules,
        .. ChineseHousehold.Rules,
        .. ChineseHome.Rules,
        .. ChineseStudy.Rules,
        .. ChineseWork.Rules,
        .. ChineseViews.Rules,
        .. ChineseTaste.Rules,
        .. ChineseSkill.Rules,
        .. ChineseLife.Rules,
    ];

    private static readonly Regex OneOfThem = ChineseRule.Pattern(
        "^(大|小|老大|老二|老三|姐姐|妹妹|哥哥|弟弟|一个|另一个|一只|另一只|公|母|黑|白|黄|花)(的)?(那[个只])?(名字)?(叫做?|名叫|是叫)(?<value>[^，]{1,8})$");
    private static readonly Regex Many = ChineseRule.Pattern(
        $"^([两二三四五六七八九十\\d]+[个只条匹]|一对)(?<kind>{ChineseWords.Relation}|{ChineseWords.Pets})$");

    private readonly List<SpokenFact> _facts = [];
    private ChineseBearers _bearer = Unnamed;
    private string? _subject;
    private string? _other;
    private ChineseTime _time;

    // Who says "I am a rusty kettle", and is none of what people are, may be anybody in what follows.
    private bool _isNobodyKnown;
    private bool _hasBegun;
    private bool _isSpoken;

    /// <param name="sentence">The sentence.</param>
    /// <param name="asks">Whether it ends as a question; what stands before the question is read.</param>
    public IReadOnlyList<SpokenFact> Read(string sentence, bool asks)
    {
        _facts.Clear();
        (_bearer, _subject, _time) = (Unnamed, null, ChineseTime.Now);
        var isFirst = !_hasBegun;
        _hasBegun = true;
        if (!_isNobodyKnown && ChineseDoubt.Plain(ChineseClauses.Normal(sentence)) is { } plain)
        {
            string[] clauses = [.. ChineseClauses.Of(plain)];
            var last = string.Empty;
            foreach (var clause in asks ? clauses.SkipLast(1) : clauses)
            {
                if (ChineseClauses.Quotes(last, clause) || (_facts.Count == 0 && isFirst && ChineseHeading.Heads(last, clause)))
                {
                    _isNobodyKnown = true;
                    break;
                }

                if (OnlyNamed.IsMatch(clause) && Introduces.IsMatch(last) && _bearer is not (Pet or Relative))
                {
                    continue;
                }

                last = clause;
                if (ChineseClauses.IsSpeech(clause) && !Remember.IsMatch(clause))
                {
                    _isNobodyKnown |= ChineseHeading.IsLabel(clause);
                    break;
                }

                var before = _facts.Count;
                ReadClause(clause, plain, clause == clauses[0] ? !(isFirst || _isSpoken) : _facts.Count == 0 && !ChineseDoubt.IsPassedOver(clauses[0]));
                if (_facts.Count == before && _bearer == Speaker && ChineseClauses.IsOfAThing(clause))
                {
                    // "我捏的角色叫白鹭，是个医生": she is the doctor.
                    _bearer = ChineseBearers.None;
                }

                if (
                    _facts.Count == before
                    && (
                        ChineseMakeBelieve.IsPart(clause)
                        || (_bearer == Speaker && _facts.Exists(fact => fact.Attribute == Attributes.Name) && ChineseMakeBelieve.IsRole(clause))))
                {
                    _facts.RemoveAll(fact => fact.Attribute == Attributes.Name);
                    _isNobodyKnown = true;
                    break;
                }
            }
        }

        _isSpoken |= asks || _facts.Count > 0 || _bearer == Speaker || ChineseDoubt.IsPassedOver(sentence);

        // "打算去新疆，后来取消了".
        return ChineseDoubt.IsCalledOff(sentence) ? [.. _facts.Where(fact => fact.Attribute != Attributes.Plan || fact.Negated)] : [.. _facts];
    }

    private void ReadClause(string clause, string sentence, bool isLater)
    {
        if (Remember.Match(clause) is { Success: true } note)
        {
            var rest = note.Groups["rest"].Value;
            var before = _facts.Count;
            ReadClause(rest, sentence, isLater);
            if (_facts.Count == before && clause.StartsWith("记得", StringComparison.Ordinal) is false)
            {
                _facts.Add(new SpokenFact(null, Attributes.Note, rest, Text: $"请记住：{rest}"));
            }

            return;
        }

        if (ChineseViews.Wish(clause) is { } wish)
        {
            _facts.Add(wish);
            return;
        }

        if (ChineseDoubt.IsPassedOver(clause) || ReadNamed(clause))
        {
            return;
        }

        var named = ChineseSubject.Of(clause, _other);
        if (named is not null)
        {
            (_bearer, _subject) = (named.Bearer, named.Name);
            _other = named.Name ?? _other;
        }

        else if (_bearer == Unnamed && OwnSubject.IsMatch(clause))
        {
            _bearer = ChineseBearers.None;
        }

        // "鲁迅弃医从文，每天写到深夜": who is not named is who was spoken of before, and that was nobody who is known.
        if (_bearer == Unnamed && isLater)
        {
            return;
        }

        if (_bearer != ChineseBearers.None && !ReadCorrection(clause, sentence))
        {
            ReadPredicate(named, named?.Rest ?? clause, sentence);
        }
    }

    private void ReadPredicate(ChineseSubject? named, string words, string sentence)
    {
        // "2015年，我住在伦敦，在汇丰上班": the time holds until another is named, or something changed.
        _time = ChineseTense.Of(words) ?? (ChineseTense.ComesBack(sentence) ? ChineseTime.Now : _time);
        var facts = Predicate(_bearer, _subject, named, words, sentence);

        // Who speaks of "my cat" has one.
        if (facts.Count == 0 && named is { Bearer: Pet, Name: { } pet } && !GonePet.IsMatch(words) && !_facts.Exists(fact => fact.Attribute == Attributes.Pet))
        {
            facts = [new SpokenFact(null, Attributes.Pet, pet)];
        }

        // "养了只猫，住在北京": what a cat cannot do, its owner does.
        if (facts.Count == 0 && named is null && _bearer == Pet)
        {
            facts = Predicate(Speaker, null, null, words, sentence);
        }

        if (_time != ChineseTime.ToCome && ChineseTense.Changes(_time, words))
        {
            _time = ChineseTime.Now;
        }

        if (facts.Count == 0)
        {
            return;
        }

        if (
            named is { Name: { } name }
            && (named.Named || (named.Bearer == Relative && ChineseSubject.IsTelling(name)))
            && !facts.Any(fact => fact.Attribute is Attributes.Family or Attributes.Pet))
        {
            _facts.Add(new SpokenFact(null, named.Bearer == Pet ? Attributes.Pet : Attributes.Family, name));
        }

        foreach (var fact in facts)
        {
            Add(fact);
        }
    }

    private void Add(SpokenFact fact)
    {
        if (!ChineseShape.Fits(fact))
        {
            return;
        }

        if (fact is { Attribute: Attributes.Family or Attributes.Pet, Negated: false, Subject: null })
        {
            // "有个女儿，叫小雨": the named one takes the place of the nameless.
            _facts.RemoveAll(known =>
                known.Attribute == fact.Attribute && known.Subject is null && fact.Value.StartsWith(known.Value, StringComparison.Ordinal));
            var named = fact.Value.Replace("已故", string.Empty, StringComparison.Ordinal);
            (_bearer, _subject, _other) = (fact.Attribute == Attributes.Pet ? Pet : Relative, named, named);
        }

        // What is said again counts from where it is said last.
        _facts.Remove(fact);
        _facts.Add(fact);
    }

    // "有两个女儿，大的叫小雨，小的叫小雪": which of them it is does not matter for the name.
    private bool ReadNamed(string clause)
    {
        if (_other is not { } many || OneOfThem.Match(clause) is not { Success: true } match || Many.Match(many) is not { Success: true } kind
            || ChineseValue.Of(match.Groups["value"].Value) is not { } name)
        {
            return false;
        }

        _facts.Add(
            new SpokenFact(
                null,
                ChineseSubject.IsPet(kind.Groups["kind"].Value) ? Attributes.Pet : Attributes.Family,
                ChineseSubject.Joined(kind.Groups["kind"].Value, name)));
        return true;
    }

    // "不是四月，我是五月二十号的生日", "不是Kevin是Calvin": the sentence tells what it is about.
    private bool ReadCorrection(string clause, string sentence)
    {
        if (Corrected.Match(clause) is not { Success: true } match)
        {
            return false;
        }

        var attribute = sentence switch
        {
            _ when sentence.Contains("生日", StringComparison.Ordinal) => Attributes.Birthday,
            _ when sentence.Contains("名字", StringComparison.Ordinal) || sentence.Contains('叫', StringComparison.Ordinal) => Attributes.Name,
            _ when match.Groups["value"].Value.EndsWith('岁') => Attributes.Age,
            _ => null,
        };
        if (attribute is null || ChineseValue.Of(match.Groups["value"].Value) is not { } value)
        {
            return false;
        }

        _facts.Add(new SpokenFact(_subject, attribute, value));
        if (attribute == Attributes.Name && ChineseValue.Of(match.Groups["old"].Value) is { } old)
        {
            _facts.Add(new SpokenFact(_subject, attribute, old, Negated: true));
        }

        return true;
    }

    private IReadOnlyList<SpokenFact> Predicate(ChineseBearers bearer, string? subject, ChineseSubject? named, string words, string sentence)
    {
        var leading = Leading.Match(words);
        var rest = words[leading.Length..];
        var clause = new ChineseClause(
            bearer,
            subject,
            words,
            rest,
            Joined(leading.Groups["time"]),
            Joined(leading.Groups["often"]),
            leading.Groups["past"].Success,
            sentence)
        {
            With = named?.With,
        };
        foreach (var rule in Rules)
        {
            if (rule.Read(clause) is { } facts)
            {
                return ChineseTense.Holding(facts, _time, clause);
            }
        }

        // Who says neither "I" nor anything else about themselves speaks of what is usual.
        IReadOnlyList<SpokenFact> habit =
            bearer is Pet or Together || (bearer == Unnamed && sentence.Length > LongestUnnamed)
                ? []
                : [.. ChineseTense.Holding([.. ChineseTaste.Habit(clause)], _time, clause)];
        return habit.Count > 0 || bearer == Pet ? habit : [.. ChineseLife.Event(clause)];
    }

    private static string Joined(Group group) => group.Captures.Count > 1 ? string.Concat(group.Captures.Select(capture => capture.Value)) : group.Value;
}
