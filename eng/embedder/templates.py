"""Everyday sentences and questions made by template, out of WordNet's words and jieba's."""
import os
import random
import re
import tokenizer

NAMES = """Anna Ben Carla Daniel Emma Frank Grace Henry Isabel Jack Karen Leo Maria Nick Olivia Paul Rachel Sam Tina Victor
Alice Bob Chloe David Ella Felix Hannah Ian Julia Kevin Laura Mike Nina Oscar Peter Rosa Steve Tom Wendy Alex Sarah James
Linda Robert Susan Lisa Mark Amy Brian Kate Eric Diana George Helen Jason Megan Ryan Sophie Tim Zoe Omar Priya Wei Yuki
Carlos Fatima Ahmed Ingrid Pierre Lucia Marco Elena Ivan Mei""".split()
TIMES = """yesterday|today|last night|last week|last month|last year|two days ago|this morning|this weekend|last Friday|
on Monday|in May|in the summer|in 2019|in 2023|last Christmas|a few weeks ago|on my birthday|three years ago|next week|
tomorrow|next month|on June 5|in October 2022|during the holidays|every day|every Sunday|right now|after work|before dinner""".replace("\n", "").split("|")
KIN = """my sister|my brother|my mom|my dad|my wife|my husband|my son|my daughter|my boss|my friend|my best friend|my neighbor|
my roommate|my cousin|my aunt|my grandma|my teacher|my dog|our team|the kids|my doctor|a colleague|my girlfriend|my boyfriend""".replace("\n", "").split("|")
FEELINGS = """happy sad proud excited nervous tired worried grateful angry relieved lonely amazed bored scared surprised
disappointed stressed calm inspired confused""".split()
QUESTIONS = """When did {name} {verb} the {thing}?|What did {name} {verb} {time}?|Where does {name} keep the {thing}?|
Who gave {name} the {thing}?|Why is {name} so {feeling} about the {act}?|How long has {name} been interested in {topic}?|
What kind of {food} does {name} like?|What is {name}'s favorite {thing}?|Did {name} ever go to the {place} with {kin}?|
Which {thing} did {name} buy {time}?|How many {things} does {name} have?|What does {name} think about {topic}?|
When is {name} going to the {place}?|Where did {name} find the {animal}?|Has {name} told {kin} about the {act}?|
What happened at the {place} {time}?|How did {name} feel after the {act}?|What are {name}'s plans for {time}?|
Do you remember the {thing} I told you about?|What was the name of the {person} I met at the {place}?|
Can you recommend a good {thing} for {topic}?|How do I {verb} a {thing}?|What should I {verb} before the {act}?|
Is it okay to {verb} the {thing} {time}?|Could you help me {verb} my {thing}?|What is the difference between a {thing} and a {thing}?|
How much did the {thing} cost?|What is the best way to {verb} {topic}?|Who is {name}?|What is {name}'s job?|
Would {name} enjoy {topic}?|What did {name} say about {kin}?|How often does {name} {verb}?|Where was {name} {time}?|
Why did {name} decide to {verb} the {thing}?|What does the {adj} {thing} look like?|Which {place} did {name} visit {time}?|
What gift did {name} get from {kin}?|Are you allergic to {food}?|What {things} do we still need for the {act}?""".replace("\n", "").split("|")
STATEMENTS = """I went to the {place} with {kin} {time}.|I just bought a {adj} {thing} and I love it!|
{name}: I have been learning about {topic} lately.|We had {food} for dinner {time}, it was so good.|
My {thing} is broken, so I have to {verb} it.|I feel {feeling} about the {act}.|{name} works as a {person} at a {place}.|
I'm planning to {verb} a {thing} {time}.|{kin} gave me a {thing} for my birthday.|I don't like {food}, but {kin} loves it.|
Hey {name}! How was the {act} {time}?|That's great, {name}! I'm so {feeling} for you.|We adopted a {animal} {time}.|
I moved to a new {place} because of the {act}.|The {act} was {adj}, but I learned a lot about {topic}.|
My favorite hobby is {topic}.|I have a meeting about the {thing} {time}.|{name}: Thanks! The {thing} really helped me.|
I need to remember to {verb} the {thing} {time}.|Let's meet at the {place} {time}.|I always {verb} when I am {feeling}.|
I saw a {adj} {animal} near the {place}.|I used to be a {person}, now I work on {topic}.|You should try the {food} there, it's amazing.|
I can't {verb} anymore because of my {body}.|My {body} has been hurting since the {act}.|{name} signed up for a {topic} class.|
I took a picture of the {thing}, look how {adj} it is!|{kin} and I {past} the {thing} together.|Wow, that {thing} is so {adj}!|
I {past} the {thing} {time}.|{name} {past} a {thing} at the {place}.|She {past} her {thing} and felt {feeling}.|
We {past} at the {place} for two hours.|They {past} the {adj} {thing} {time}.|I prefer {food} to {food}.|
The {person} told me to {verb} the {thing}.|It reminds me of the {act} with {kin}.|I read a book about {topic} and {topic}.|
Please {verb} the {thing} and send me the {thing}.|I'm thinking of starting a {thing} business.|I am {ing} a {thing} for {kin}.|
Sorry, I was {ing} the {thing}.|{name} is {ing} {topic} this year.|I enjoy {ing} with {kin} at the {place}.""".replace("\n", "").split("|")
SLOTS = {"thing": (6,), "food": (13,), "animal": (5,), "person": (18,), "place": (15, 6), "act": (4, 11), "body": (8,), "topic": (9, 4, 12, 10)}


def read(path):
    return open(path, encoding="utf8").read().split("\n")


def inflect(verb, irregular, ending):
    if ending == "ed" and verb in irregular:
        return irregular[verb]
    doubled = re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", verb)
    if doubled:
        return verb + verb[-1] + ending
    if verb.endswith("e") and not (ending == "ing" and verb.endswith(("ee", "oe", "ye"))):
        return verb[:-1] + ending
    if ending == "ed" and re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + ending


def english(packages, work, count):
    folder = os.path.join(packages, "wordnet-base/usr/share/wordnet")
    whole = set(read(os.path.join(work, "en-tokens.txt")))
    counts = {}
    for line in read(os.path.join(folder, "cntlist.rev")):
        key = re.match(r"([a-z_]+)%(\d):(\d\d):\S* \d+ (\d+)", line)
        if key and all(part in whole for part in key[1].split("_")) and len(key[1]) > 2:
            group = int(key[3]) if key[2] == "1" else {"2": "verb", "3": "adj", "5": "adj"}.get(key[2])
            counts.setdefault(group, {}).setdefault(key[1].replace("_", " "), 0)
            counts[group][key[1].replace("_", " ")] += int(key[4])
    irregular = {}
    for line in read(os.path.join(folder, "verb.exc")):
        form, _, base = line.partition(" ")
        if not form.endswith(("ing", "s")):
            irregular.setdefault(base, form)

    def pool(groups):
        merged = {}
        for group in groups:
            for word, n in counts[group].items():
                merged[word] = merged.get(word, 0) + n
        return list(merged), [(n + 1) ** 0.4 for n in merged.values()]

    pools = {slot: pool(groups) for slot, groups in SLOTS.items()}
    pools["verb"], pools["adj"] = pool(["verb"]), pool(["adj"])

    def word(slot):
        if slot in ("past", "ing"):
            verb, *rest = word("verb").split(" ")
            return " ".join([inflect(verb, irregular, "ed" if slot == "past" else "ing")] + rest)
        if slot == "things":
            return word("thing") + "s"
        fixed = {"name": NAMES, "time": TIMES, "kin": KIN, "feeling": FEELINGS}.get(slot)
        return random.choice(fixed) if fixed else random.choices(*pools[slot])[0]

    for _ in range(count):
        text = random.choice(random.choice((QUESTIONS, STATEMENTS)))
        text = re.sub(r"\{(\w+)\}", lambda m: word(m[1]), text)
        text = re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)
        yield text[0].upper() + text[1:]


ZH_NAMES = "小明 小红 小李 小王 老张 老陈 李雷 王芳 张伟 刘洋 陈静 赵敏 妈妈 爸爸 姐姐 弟弟 爷爷 奶奶 老板 同事 室友 邻居 医生 老师 女朋友 男朋友 我 我们 他 她".split()
ZH_TIMES = "昨天 今天 明天 上周 下周 上个月 去年 今年 周末 早上 晚上 三天前 前几天 刚才 国庆节 春节 五月 2023年 十月五号 下午三点 每天 小时候 毕业以后 最近".split()
ZH_FEELINGS = "开心 难过 激动 紧张 担心 生气 累 骄傲 感动 失望 无聊 害怕 放松 焦虑 惊讶 满意".split()
ZH_TEMPLATES = """{name}{time}去了{place}。|{name}什么时候{verb}的？|{name}在{place}{verb}了{noun}。|你还记得我说过的{noun}吗？|
{name}喜欢什么样的{noun}？|{name}最喜欢{noun}和{noun}。|我想{verb}{noun}，你有什么建议？|{time}我和{name}一起{verb}{noun}。|
为什么{name}对{noun}这么{feeling}？|{name}打算{time}去{place}{verb}。|怎么{verb}{noun}比较好？|{noun}和{noun}有什么区别？|
我{time}买了一个{adj}的{noun}。|{name}送给我{noun}做生日礼物。|{name}不喜欢{noun}，但是很喜欢{noun}。|{name}的工作和{noun}有关。|
我对{noun}过敏。|{place}的{noun}很{adj}。|{time}的{noun}怎么样？|这个{noun}太{adj}了！|{name}因为{noun}很{feeling}。|
{name}住在{place}，他是做{noun}的。|谁告诉{name}{noun}的事？|帮我{verb}一下{noun}。|我们需要讨论{noun}和{noun}的问题。|
{name}说{noun}已经{verb}了。|{name}觉得{noun}很重要。|请{time}之前{verb}{noun}。|我正在学习{noun}，想了解{noun}。|
{name}从{place}搬到了{place}。|在{place}能不能{verb}？|{noun}是什么意思？|{name}常常{verb}。|{name}有没有{verb}过{noun}？|
{noun}多少钱？|{name}最近在研究{noun}，感觉很{feeling}。|{time}公司{verb}了{noun}。|关于{noun}，政府决定{verb}。|{word}|
{name}说：{word}。|{noun}{word}|{word}，{noun}很{adj}。|他们{verb}{noun}，{word}。|提醒我{time}{verb}{noun}。|{name}{time}参加了{noun}。|
哪个{place}的{noun}比较{adj}？|{name}养了一只{adj}的{noun}。|{name}每天{verb}，身体很{adj}。|{noun}的{noun}{verb}了。|不要{verb}{noun}。""".replace("\n", "").split("|")


def chinese(packages, work, count):
    entries = set(read(os.path.join(work, "zh-words.txt")))
    pools = {"noun": ([], []), "verb": ([], []), "adj": ([], []), "place": ([], []), "word": ([], [])}
    for line in read(os.path.join(packages, "python3-jieba/usr/lib/python3/dist-packages/jieba/dict.txt")):
        if not line:
            continue
        word, n, kind = line.split(" ")[:3]
        if word not in entries and not (len(word) == 1 and tokenizer.is_ideograph(word) and int(n) > 50):
            continue
        slot = {"n": "noun", "nz": "noun", "vn": "noun", "nt": "noun", "v": "verb", "a": "adj", "z": "adj",
                "ns": "place", "s": "place"}.get(kind, "word")
        pools[slot][0].append(word)
        pools[slot][1].append(int(n) ** 0.3)
    pools["place"][0].extend("公园 海边 医院 学校 公司 餐厅 图书馆 超市 机场 咖啡馆 健身房 电影院 家里 博物馆 山上".split())
    pools["place"][1].extend([60] * 15)

    def word(slot):
        fixed = {"name": ZH_NAMES, "time": ZH_TIMES, "feeling": ZH_FEELINGS}.get(slot)
        return random.choice(fixed) if fixed else random.choices(*pools[slot])[0]

    for _ in range(count):
        yield re.sub(r"\{(\w+)\}", lambda m: word(m[1]), random.choice(ZH_TEMPLATES))
