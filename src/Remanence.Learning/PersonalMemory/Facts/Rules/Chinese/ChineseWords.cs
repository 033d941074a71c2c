namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Words that the Chinese rules share, as pieces of patterns; the longer stands before what it begins with.</summary>
internal static class ChineseWords
{
    public const string Han = "[\\p{IsCJKUnifiedIdeographs}]";
    public const string Number = "[一二三四五六七八九十两几半百零〇\\d]+";
    public const string Latin = "[A-Za-z][\\w&.'’+#-]*( [A-Za-z][\\w&.'’+#-]*){0,4}";

    public const string Spouse =
        "前女友|前男友|女朋友|男朋友|女友|男友|未婚妻|未婚夫|老婆|妻子|太太|媳妇儿|媳妇|老公|丈夫|先生(?!气)|爱人|对象|另一半|伴侣|老伴儿|老伴|boyfriend|girlfriend|husband|wife|partner|fianc[ée]e?|bf|gf";

    public const string Child =
        "双胞胎(儿子|女儿)?|龙凤胎|[大小二三]?(儿子|女儿|闺女)|[大二三]宝|孩子|小孩|娃娃|娃|宝宝|宝贝|老大|老二|老三|daughter|son|kids?|baby";

    public const string Sibling =
        "双胞胎(哥哥|弟弟|姐姐|妹妹)|[亲堂表大二三小]?(哥哥|弟弟|姐姐|妹妹)|[亲堂表大二三小]?(哥(?!们)|弟(?!子)|姐(?![们夫])|妹(?!子|夫))|brother|sister|cousin";

    public const string Parent =
        "爸妈|父母|爸爸|妈妈|父亲|母亲|老爸|老妈|爸(?!呀)|妈(?!呀|耶|蛋)|mom|mum|mother|dad|father";

    public const string Elder =
        "岳父|岳母|丈母娘|老丈人|公公|婆婆|公婆|奶奶|爷爷|外婆|外公|姥姥|姥爷|叔叔|阿姨|姑姑|姑妈|舅舅|舅妈|姨妈|小姨|伯伯|婶婶|嫂子|姐夫|妹夫|弟媳|侄子|侄女|外甥女|外甥|孙子|孙女|外孙女|外孙|grandma|grandpa|grandmother|grandfather";

    public const string Friend =
        "闺蜜|死党|发小|好兄弟|好哥们儿?|哥们儿?|兄弟|最好的朋友|好朋友|朋友(?!圈|们)|(大学|高中|初中|小学|研究生)?(室友|舍友|同学(?!会|录|聚|们))|前同事|同事(?!们)|老板(?!们)|领导(?!们)|上司|主管|邻居|房东|老师(?!们)|导师|班主任|教练"
        + "|医生|合伙人|徒弟|师傅|保姆|best friend|friend|roommate|boss|manager|colleague|coworker";

    public const string Relation = $"{Child}|{Sibling}|{Spouse}|{Parent}|{Elder}|{Friend}";

    public const string Breed =
        "边境牧羊犬|边牧|金毛寻回犬|金毛|拉布拉多|柯基|柴犬|哈士奇|二哈|泰迪|贵宾犬|贵宾|比熊|法斗|法国斗牛犬|斗牛犬|萨摩耶|萨摩|阿拉斯加|德牧|博美|吉娃娃|雪纳瑞|田园犬|中华田园犬|田园猫|土狗|土猫|橘猫|英短|美短|布偶猫|布偶|暹罗猫|暹罗|加菲猫|加菲|蓝猫|蓝白"
        + "|银渐层|金渐层|三花猫|三花|狸花猫|狸花|奶牛猫|无毛猫|缅因猫|缅因|波斯猫|折耳猫|流浪猫|流浪狗|黑猫|白猫|橘白|串串狗|(?i:golden retriever|retriever|husky|corgi|poodle|labrador|shiba inu|shiba"
        + "|samoyed|ragdoll|siamese|kitten|puppy|hamster|rabbit|parrot|cat|dog)";

    public const string Pets =
        $"{Breed}|虎皮鹦鹉|玄凤鹦鹉|玄凤|鹦鹉|仓鼠|金丝熊|龙猫|荷兰猪|豚鼠|兔子|兔兔|垂耳兔|小兔|巴西龟|陆龟|乌龟|小乌龟|金鱼|锦鲤|热带鱼|斗鱼|孔雀鱼|八哥|鸽子|刺猬|蜥蜴|守宫|玉米蛇|柯尔鸭|羊驼|小香猪|雪貂|松鼠|蜜袋鼯|狗狗|狗子|小狗|小猫|大狗|猫咪"
        + $"|猫猫|猫(?!粮|砂|爬|咖|头)|狗(?!粮|窝|屁|血|年)|小鸟|鸟(?!类|巢)";

    /// <summary>Work that is named without "one": what is no trade there says who somebody is in another way.</summary>
    public const string Job =
        "(?!(大|小)?(吃货|人家|国家|大家|专家级|一家|行家|赢家|玩家|卖家|买家|独家|自家|老家|搬家|回家|冤家|输家|管家婆|上班族|大师|新生|女生|男生|学生|考生|医学生))[\\p{IsCJKUnifiedIdeographs}A-Za-z+#/ "
        + "]{0,12}?(工程师|程序员|设计师|架构师|分析师|会计师|律师|医师|护师|药师|厨师|教师|老师|讲师|摄影师|造型师|化妆师|美容师|理发师|按摩师|咨询师|策划师|规划师|培训师|营养师|动画师|剪辑师|园艺师|面点师|烘焙师|甜品师|咖啡师|调酒师|魔术师|建筑师"
        + "|精算师|审计师|评估师|牙医|兽医|中医|医生|大夫|护士|护工|药剂师|会计|出纳|审计|财务|记者|编辑|编剧|导演|演员|歌手|画家|作家|科学家|音乐家|钢琴家|企业家|艺术家|舞蹈家|翻译|司机|警察|民警|交警|辅警|消防员|军人|公务员|法官|检察官|研究员|教授"
        + "|教练|飞行员|空姐|空少|乘务员|快递员|外卖员|骑手|保安|保洁|服务员|收银员|售货员|营业员|销售员|推销员|业务员|采购员|质检员|管理员|图书管理员|接线员|客服|前台|行政|文员|秘书|助理|运营|产品经理|项目经理|客户经理|大堂经理|经理|总监|主管|店长|校长"
        + "|院长|站长|船长|车间主任|主任|老板|个体户|中介|房产中介|保险代理人|经纪人|猎头|人事|HR|顾问|销售|采购|策划|文案|插画师|原画师|漫画家|木工|木匠|电工|焊工|水电工|钳工|车工|瓦工|油漆工|修理工|维修工|技工|水手|海员|渔民|农民|果农|裁缝|鞋匠"
        + "|理发员|主播|博主|UP主|up主|自由撰稿人|撰稿人|模特|舞者|调音师|录音师|开发者|测试|前端|后端|算法|数据分析|程序猿|码农|博士后|创业者|合伙人|创始人|负责人|志愿者|社工|月嫂|育儿嫂|幼师|家教|导游|领队|经销商|供应商|批发商|投行|交易员|操盘手"
        + "|基金经理|股票经纪|公关|法务|合规|风控|检验员|化验员|矿工|飞手|裁判|运动员|翻译员|校对|出版人|策展人|牧师|和尚|鼓手|吉他手|贝斯手|乐手|DJ|(?i:engineer|developer|designer|manager|scientist|analyst"
        + "|teacher|doctor|nurse|lawyer|consultant|writer|editor|pm|qa|sde|swe|researcher|accountant|barista|photographer|programmer|architect|chef"
        + "|intern|sales|marketing|product owner|devops|freelancer))";

    /// <summary>What somebody is whom no trade names.</summary>
    public const string Standing = "自由职业者?|自由撰稿人|家庭主妇|家庭主夫|全职(妈妈|太太|爸爸|主妇|宝妈|奶爸)|全职在家带娃|待业|无业|无业游民|失业|退休(老师|教师|工人|医生|干部|职工|人员|公务员)|个体户";

    public const string School =
        "([\\p{IsCJKUnifiedIdeographs}]{1,14}(大学|学院|中学|高中|初中|小学|幼儿园|附中|一中|二中|三中|实验学校|学校|职高|中专|大专|技校|党校|研究所|研究院)"
        + "|[北清复浙南武川中厦山港同交兰吉东华人农林西苏郑湖深云贵广哈天][大华旦交财理工农师科]大?|北大|清华|复旦|浙大|交大|人大|同济|北航|北师大|华科|中科大|哈工大|西电|上财|央财|港大|港中文|港科大|[A-Z][A-Za-z&. ]{1,30})";

    public const string Stage =
        "(大|高|初|研|博)[一二三四五]|[一二三四五六七八九1-9]年级|小学[一二三四五六]?(年级)?|初中|高中|(幼儿园)?(中班|大班|小班|托班)|幼儿园|学前班|本科|大专|中专|研究生|硕士|博士|博后|MBA|(?i:kindergarten|preschool"
        + "|freshman|sophomore|junior|senior|grad school|phd|master)";

    public const string Language =
        "英语|英文|日语|日文|韩语|韩文|法语|德语|西班牙语|西语|葡萄牙语|葡语|俄语|意大利语|阿拉伯语|泰语|越南语|粤语|广东话|闽南语|闽南话|客家话|上海话|四川话|东北话|温州话|潮汕话|普通话|中文|汉语|藏语|蒙古语|维吾尔语|马来语|印尼语|印地语|土耳其语|荷兰语"
        + "|瑞典语|挪威语|芬兰语|波兰语|希腊语|拉丁语|希伯来语|波斯语|手语|世界语|(?i:english|japanese|french|german|spanish|korean|italian|russian|portuguese|mandarin|cantonese|chinese)";
}
