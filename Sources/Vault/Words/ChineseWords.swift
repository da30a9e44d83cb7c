/// 256 everyday Chinese words of two characters, each with its sound without tones; no two sound
/// alike, so that they may be typed by sound. Written for this program.
///
/// The order is part of the format of printed recovery shares and never changes.
let chineseWords = """
    白菜 baicai  百合 baihe  白马 baima  白糖 baitang  白云 baiyun
    宝塔 baota  报纸 baozhi  包子 baozi  贝壳 beike  被子 beizi
    冰箱 bingxiang  菠萝 boluo  布鞋 buxie  菜刀 caidao  菜地 caidi
    彩虹 caihong  草莓 caomei  草原 caoyuan  茶杯 chabei  茶壶 chahu
    茶叶 chaye  城市 chengshi  橙子 chengzi  车站 chezhan  池塘 chitang
    尺子 chizi  窗户 chuanghu  窗帘 chuanglian  厨房 chufang  春天 chuntian
    春雨 chunyu  厨师 chushi  村庄 cunzhuang  大海 dahai  大米 dami
    稻田 daotian  岛屿 daoyu  大蒜 dasuan  大象 daxiang  灯笼 denglong
    电话 dianhua  电视 dianshi  地图 ditu  笛子 dizi  冬瓜 donggua
    冬天 dongtian  豆腐 doufu  帆船 fanchuan  房子 fangzi  番茄 fanqie
    飞机 feiji  肥皂 feizao  蜂蜜 fengmi  枫叶 fengye  风筝 fengzheng
    钢琴 gangqin  高山 gaoshan  歌曲 gequ  鸽子 gezi  公鸡 gongji
    公园 gongyuan  广场 guangchang  桂花 guihua  锅盖 guogai  果园 guoyuan
    故事 gushi  海带 haidai  海豚 haitun  荷花 hehua  河流 heliu
    核桃 hetao  红色 hongse  红枣 hongzao  猴子 houzi  画家 huajia
    花猫 huamao  黄瓜 huanggua  黄金 huangjin  黄牛 huangniu  花生 huasheng
    花园 huayuan  蝴蝶 hudie  火柴 huochai  火车 huoche  湖水 hushui
    剪刀 jiandao  酱油 jiangyou  教室 jiaoshi  胶水 jiaoshui  饺子 jiaozi
    鸡蛋 jidan  街道 jiedao  积木 jimu  鲸鱼 jingyu  镜子 jingzi
    今年 jinnian  金鱼 jinyu  菊花 juhua  孔雀 kongque  口袋 koudai
    筷子 kuaizi  裤子 kuzi  辣椒 lajiao  兰花 lanhua  篮球 lanqiu
    蓝色 lanse  篮子 lanzi  老虎 laohu  老师 laoshi  蜡烛 lazhu
    雷声 leisheng  脸盆 lianpen  梨花 lihua  邻居 linju  柳树 liushu
    鲤鱼 liyu  荔枝 lizhi  楼梯 louti  轮船 lunchuan  萝卜 luobo
    骆驼 luotuo  马车 mache  馒头 mantou  毛笔 maobi  毛巾 maojin
    毛毯 maotan  毛衣 maoyi  帽子 maozi  码头 matou  蚂蚁 mayi
    玫瑰 meigui  梅花 meihua  门口 menkou  棉花 mianhua  面条 miantiao
    绵羊 mianyang  米饭 mifan  蜜蜂 mifeng  明天 mingtian  蘑菇 mogu
    茉莉 moli  木匠 mujiang  木马 muma  奶奶 nainai  南瓜 nangua
    闹钟 naozhong  柠檬 ningmeng  牛奶 niunai  农民 nongmin  螃蟹 pangxie
    盘子 panzi  朋友 pengyou  苹果 pingguo  瀑布 pubu  葡萄 putao
    铅笔 qianbi  桥梁 qiaoliang  汽车 qiche  茄子 qiezi  青草 qingcao
    蜻蜓 qingting  青蛙 qingwa  气球 qiqiu  秋千 qiuqian  秋天 qiutian
    裙子 qunzi  日历 rili  扫帚 saozhou  沙发 shafa  沙漠 shamo
    山洞 shandong  商店 shangdian  山谷 shangu  珊瑚 shanhu  山羊 shanyang
    勺子 shaozi  沙滩 shatan  生姜 shengjiang  市场 shichang  诗歌 shige
    石头 shitou  狮子 shizi  手表 shoubiao  手套 shoutao  书包 shubao
    水桶 shuitong  树林 shulin  树叶 shuye  梳子 shuzi  丝绸 sichou
    松鼠 songshu  太阳 taiyang  汤圆 tangyuan  桃子 taozi  天空 tiankong
    跳绳 tiaosheng  铁路 tielu  同学 tongxue  土豆 tudou  图画 tuhua
    兔子 tuzi  外套 waitao  袜子 wazi  微风 weifeng  围巾 weijin
    温泉 wenquan  蜗牛 woniu  舞蹈 wudao  屋顶 wuding  乌龟 wugui
    香蕉 xiangjiao  橡皮 xiangpi  象棋 xiangqi  箱子 xiangzi  小狗 xiaogou
    小麦 xiaomai  小溪 xiaoxi  夏天 xiatian  西瓜 xigua  信封 xinfeng
    星星 xingxing  熊猫 xiongmao  喜鹊 xique  雪花 xuehua  学校 xuexiao
    阳台 yangtai  颜色 yanse  燕子 yanzi  钥匙 yaoshi  牙刷 yashua
    鸭子 yazi  衣服 yifu  樱桃 yingtao  音乐 yinyue  医院 yiyuan
    椅子 yizi  邮局 youju  邮票 youpiao  院子 yuanzi  月饼 yuebing
    月亮 yueliang  玉米 yumi  雨伞 yusan  玉石 yushi  早晨 zaochen
    枕头 zhentou  针线 zhenxian  珍珠 zhenzhu  中午 zhongwu  种子 zhongzi
    桌子 zhuozi  竹笋 zhusun  竹子 zhuzi  字典 zidian  粽子 zongzi
    足球 zuqiu
    """
