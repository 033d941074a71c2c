"""Writes what the C# tests compare against: golden.py TABLE.bin golden.json"""
import json
import sys
import table
from tokenizer import tokenize

TEXTS = [
    # The first ten come with the beginning of their vectors.
    "When did Caroline go to the support group?",
    "Melanie: I just signed up for a pottery class, it's like therapy for me!",
    "我家的猫昨天去打疫苗了",
    "他在北京大学学习计算机科学。",
    "我用 Python 写了一个 REST API，部署在 Kubernetes 上",
    "Café déjà vu — naïve résumé, Ångström, ÜBER straße",
    "她喜歡每週末去圖書館看書，也喜歡聽音樂",
    "On 2023-05-07 we paid $1,234.56 (about 20%) for 3 tickets.",
    "こんにちは、東京タワーへ行きました",
    "안녕하세요, 서울에서 만나요",
    # Tokens only.
    "",
    "   \t\n\u3000 ",
    "😀🎉👍🏽",
    "I love this 😀🎉 so much!!!",
    "hello😀world",
    "👨\u200d👩\u200d👧 family",
    "unbelievably antidisestablishmentarianism floccinaucinihilipilification",
    "a" * 101 + " short",
    "x" * 100,
    "don't can't I'm we've O'Neill's",
    "e-mail state-of-the-art C++ C# .NET f(x)=x^2 ~50% <tag> a|b `code`",
    "HTTP://Example.com/Path?query=1&b=2#frag user@example.org",
    "v1.2.3-rc.4 0x7FFF 1e-5 ١٢٣",
    "iPhone15 GPT-4o 3D打印 5G网络 T恤",
    "“Smart quotes” — ‘single’ … «guillemets» ‹x› ¿qué? ¡hola!",
    "，。！？；：「」『』《》、…—～·",
    "中华人民共和国",
    "二〇二三年五月七日",
    "人人都有梦想，時時刻刻努力",
    "龘靐齉㐀𠮷野家",
    "微信支付和支付宝哪个好用",
    "豈更車 compatibility ideographs",
    "ﬁne ﬂuent ½ ² ™ Ⅳ",
    "ＡＢＣ　１２３ full width",
    "İstanbul Iğdır ΣΊΣΥΦΟΣ Σίσυφος",
    "Москва и Санкт-Петербург",
    "Tiếng Việt có dấu",
    "שלום عالم नमस्ते ไทย",
    "soft\u00adhyphen zero\u200bwidth bell\u0007 nul\u0000 bom\ufeff",
    "line one\r\nline two\u0085line three\u2028line four\vline five",
    "e\u0301 combining a\u0308\u0323 marks",
    "the the the THE The",
    "[CLS] [SEP] [MASK] [UNK] [PAD] ##ing",
    "カタカナ ひらがな ｶﾀｶﾅ がぎぐ ぱぴぷ 時々",
    "£5 €10 ¥100 ₿1 §7 ©2024 ®",
    "Let's meet 明天下午三点 at Starbucks 星巴克!",
]

model = table.Table(sys.argv[1])
cases = []
for i, text in enumerate(TEXTS):
    case = {"text": text, "tokens": tokenize(text, model.index)}
    if i < 10:
        case["vector"] = [round(float(x), 6) for x in model.embed(text)[:8]]
    cases.append(case)
with open(sys.argv[2], "w", encoding="utf8") as f:
    f.write("[\n" + ",\n".join("  " + json.dumps(c, ensure_ascii=True) for c in cases) + "\n]\n")
