/**
 * The one table of words the importer knows. Everything that varies from place to place in the genre is data here:
 * a word is added by adding a line, never by editing a rule. All words are written as they stand after NFKC.
 */
import type { DocumentStatus, FindingStatus, LabelKind } from './types.ts';

/** Words separated by spaces or line ends. */
const words = (list: string): readonly string[] => list.trim().split(/\s+/u);

/** Labels that open a part of a finding, by what they open. Longer synonyms win over shorter ones. */
export const LABELS: Readonly<Record<LabelKind, readonly string[]>> = {
  finding: words(`
    反馈问题 存在问题 存在的问题 巡察反馈问题 巡视反馈问题 反馈的问题 具体问题 问题描述 问题表现 问题
    主要问题 反馈意见 巡视反馈指出 巡察反馈指出 审计发现问题 审计查出问题 问题清单 问题事项 反馈事项
  `),
  measures: words(`
    整改情况 整改落实情况 整改措施 整改进展 整改进展情况 整改工作进展 整改工作进展情况 整改工作情况 整改落实
    整改举措 整改做法 采取措施 采取的措施 采取的整改措施 具体措施 具体举措 落实情况 进展情况 措施及进展
    工作措施 整改措施及成效 整改措施及进展 整改措施和成效 整改措施落实情况 整改落实进展 整改落实进展情况
    办理情况 整改过程 整改工作 整改具体情况 整改措施及落实情况 整改措施及完成情况 整改情况及成效 主要措施
    主要做法 整改任务落实情况 落实措施
  `),
  status: words(`
    整改结果 整改成效 整改状态 整改进度 整改完成情况 完成情况 完成状态 整改结论 整改效果 销号情况 销号状态
    办结情况 整改评价 目前状态 整改到位情况 整改成果 办理结果 整改现状 当前状态 整改成效情况 完成进度
    整改销号情况
  `),
  leader: words('责任领导 分管领导 牵头领导 包案领导 责任校领导 牵头责任人'),
  department: words('责任部门 责任单位 责任科室 责任处室 牵头单位 牵头部门 牵头科室 责任股室 整改责任单位 牵头处室'),
  person: words('责任人 具体责任人 直接责任人 经办人 整改责任人 承办人'),
  deadline: words('整改时限 完成时限 整改期限 完成时间 整改完成时限 办结时限 时限 计划完成时间'),
};

/** Words before 问题 in a number of a finding: 存在问题一:. */
export const PROBLEM_PREFIXES: readonly string[] = words('反馈 存在 具体 主要 巡察反馈 审计发现');

/** Words of one result, strongest claim last; the order of rows is the order of the tests (see status.ts). */
export const STATUS_WORDS: readonly { status: FindingStatus; words: readonly string[] }[] = [
  {
    status: 'NOT_DONE',
    words: words(
      '未完成整改 未整改到位 尚未完成 尚未整改 未能完成 没有完成 未按期完成 未完成 未整改 未办结 未销号 未启动',
    ),
  },
  {
    status: 'BASICALLY',
    words: words('基本完成整改 基本整改完成 基本整改到位 基本整改完毕 基本整改 基本完成 基本到位 基本解决 基本办结'),
  },
  {
    status: 'PARTIAL',
    words: words('部分整改到位 部分完成整改 部分整改 部分完成 部分到位 部分解决 取得明显进展 明显进展'),
  },
  {
    status: 'ONGOING',
    words: words(`
    阶段性完成整改 阶段性完成 阶段性整改到位 取得阶段性成效 取得阶段性成果 取得阶段性进展 阶段性成效
    阶段性成果 阶段性进展 正在持续整改 正在整改 尚在整改中 尚在整改 正在整改中 仍在整改 整改中 正在积极推进 正在推进 正在进行 正在办理
    有待持续整改 有序推进 积极推进中 需长期整改 长期整改 推进中 正在落实
  `),
  },
  {
    status: 'COMPLETED',
    words: words(`
    整改任务全部完成 全部完成整改 已完成整改 完成整改 整改完成 全部整改到位 已整改到位 整改到位 已整改完毕
    整改完毕 全部整改 已整改 整改已完成 全部完成 已完成 已办结 办结 已销号 完成销号 对账销号 销号 已落实到位
    已解决 完成 立行立改到位 已立行立改 已落实 全面完成
  `),
  },
  {
    status: 'ONGOING',
    words: words('持续整改 持续推进 持续深化 持续坚持 长期坚持 持续落实 持续巩固 常态化推进'),
  },
];

/** Words that may surround a result in a sentence that says nothing but the result. */
export const STATUS_FILLERS: readonly string[] = words(`
    截至目前 截止目前 到目前为止 目前 现阶段 现 该项问题 该项整改任务 该项整改 该项任务 该问题 该项 此项问题
    此问题 此项 本项问题 本问题 本项 上述问题 以上问题 问题 整改任务 整改工作 整改事项 任务 相关 均 都 已经
    已 全部 全面 并 且 将 需要 需 要 下一步 下步 下阶段 继续 后续 取得 到位 结果 状态 情况 整改 为 是 仍 还
    成效 的 了 工作 进入 和 常态化 阶段 予以 加以 经 有 按期 按时 如期 我局 我校 我委 我单位 较好 落实
  `);

/** What is printed for a status that nobody in this report has printed yet. */
export const DEFAULT_STATUS_TEXT: Readonly<Record<Exclude<FindingStatus, 'UNKNOWN'>, string>> = {
  COMPLETED: '已整改到位',
  BASICALLY: '基本完成整改',
  PARTIAL: '部分整改',
  ONGOING: '持续整改',
  NOT_DONE: '未完成整改',
};

/** Families of enumerators inside measures; `items` are the printed forms in order. */
export const ENUMERATORS: readonly { name: string; items: readonly string[]; after?: string }[] = [
  {
    name: '一是',
    items: words('一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 十一是 十二是 十三是 十四是 十五是'),
  },
  { name: '其一', items: words('其一 其二 其三 其四 其五 其六 其七 其八'), after: ',、:' },
  {
    name: '第一',
    items: words('第一 第二 第三 第四 第五 第六 第七 第八 第九 第十'),
    after: ',、.:',
  },
  { name: '首先', items: ['首先', '其次', '再次', '最后'], after: ',' },
  { name: '一方面', items: ['一方面', '另一方面'], after: ',:' },
  { name: '①', items: [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'] },
  { name: '⑴', items: [...'⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'] },
  { name: '⒈', items: [...'⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'] },
];

/** Words that wrap a finding: 关于“…”的问题的整改情况. */
export const WRAPPER_OPENERS: readonly string[] = words('关于 针对 对于 对照 聚焦 围绕 就 对 在');
/** Those that name a topic: above deeper numbers such a line is a heading, not a finding. */
export const TOPIC_OPENERS: readonly string[] = words('对照 聚焦 围绕 就 在');

/** Words of a paragraph that describes a problem, and of one that says what was done about it. */
export const PROBLEM_WORDS: readonly string[] = words(`
    不够 不足 不到位 不深 不实 不严 不力 不强 不高 不规范 不及时 不符 未 没有 缺乏 缺少 缺失 薄弱 滞后 仅 只有 仍有 仍然
    存在 超标 违规 闲置 空置 流于形式 走过场 混乱 漏洞 短板 差距 偏差 淡薄 弱化 雷同 逾期 拖欠 挪用 虚报 超范围
  `);
export const MEASURE_WORDS: readonly string[] = words(`
    召开 印发 制定 修订 出台 开展 组织 建立 完善 健全 清退 追缴 追回 收回 退还 约谈 提醒谈话 批评教育 诫勉 整改 落实 安排
    明确 成立 举办 排查 清理 更换 补齐 补发 投入 推进 规范 优化 压减 增设 公示 签订 督促 检查
  `);

/** Verbs that bring a document into force, prepare it, or only use it. */
export const DOCUMENT_VERBS: readonly { status: DocumentStatus; verbs: readonly string[] }[] = [
  {
    status: 'DRAFT',
    verbs: words('拟制 拟定 草拟 起草 拟订 征求 拟出台 拟印发 拟制定 计划印发 计划出台 计划制定 正在制定 正在修订'),
  },
  {
    status: 'ISSUED',
    verbs: words(`
    制定出台 制定印发 修订印发 修订完善 印发 制定 制订 出台 修订 发布 建立 编印 编制 编写 汇编 完善 健全 修改
    下发 制发 公布 颁布 颁发 发文 出具 新建 编发 明确出台 重新制定 新修订
  `),
  },
  {
    status: 'REFERENCED',
    verbs: words(`
    学习 执行 落实 依据 根据 按照 对照 贯彻 传达 签订 观看 讲授 纳入 遵守 遵照 宣传 解读 宣讲 培训 参照 违反
    符合 结合 转发 未印发 未制定 未修订 未出台 未建立 作出 报送 提交 填写 发放 上报 收到 审核
  `),
  },
];

/** Words in a title, or just before it, that make it a draft. */
export const DRAFT_MARKS: readonly string[] = words('草案 征求意见稿 讨论稿 送审稿 初稿 代拟稿 审议稿');

/** A body that is not the reporting one: a document issued by it is ISSUED_BY_OTHER. */
export const OTHER_ISSUERS: readonly string[] = words(
  '中央 国务院 省委 省政府 市委 市政府 区委 区政府 县委 县政府 上级',
);

/** Verbs that move money back; the first in a clause names the refund. */
export const REFUND_VERBS: readonly string[] = words(`
    收缴补缴 收回清退 清退 追缴 追回 退缴 退还 退回 退赔 返还 收缴 补缴 补交 上缴 上交 缴回 交回 收回 清缴
    追收 归还原资金渠道 归还 追退 扣回 清收 追偿
  `);
/** Directly before a refund verb these words say that it did not, or does not yet, happen. */
export const REFUND_NEGATIONS: readonly string[] = words(
  '不予 免予 免于 不再 无需 未予 尚未 未能 未 无法 拟 计划 预计 将于 应予 应当 应 待 准备 要求 不',
);
/** A clause with one of these is about other money, even beside a refund. */
export const SPENDING_WORDS: readonly string[] = words(
  '投入 投资 支出 新增 拨付 效益 挽回 安排 下拨 罚没 争取 补助资金 节约 节省 压减',
);

/** Words before a sum that make it a sum per head. */
export const PER_HEAD_WORDS: readonly string[] = words('人均 每人 平均每人 户均 每户 人均约 每人每月 每月');

/** Verbs that hold a meeting. */
export const MEETING_VERBS: readonly string[] = ['召开', '举行', '召集'];
/** Weaker verbs: they hold a meeting only with one of MEETING_STRONG_NOUNS. */
export const MEETING_WEAK_VERBS: readonly string[] = words('开展 举办 组织 参加 出席');
export const MEETING_WEAK_NEGATIVE: readonly string[] = ['参加', '出席'];
export const MEETING_STRONG_NOUNS: readonly string[] = words(`
    座谈会 推进会 调度会 研讨会 推介会 交流会 报告会 动员会 部署会 民主生活会 组织生活会 现场会 例会 联席会
    民主评议会 中心组学习 中心组集体学习 中心组专题学习 中心组集中学习
  `);
/** Meetings that stand as the subject of a sentence: 党组会专题研究…. */
export const MEETING_SUBJECTS: readonly string[] = words(`
    党组扩大会议 党组(扩大)会议 党组(扩大)会 党组会议 党组会 党委会议 党委会 党委常委会 局务会 局长办公会
    主席办公会 主任办公会 校长办公会 院长办公会 会长办公会 办公会议 办公会 支委会 班子会 党工委会议
    领导小组会议 党支部会 办务会 委务会 理事会
  `);
export const MEETING_SUBJECT_VERBS: readonly string[] = words(
  '专题研究 研究 审议 听取 专题听取 专题学习 传达 部署 通报 专题部署 专题审议 集体研究',
);
/** Words that end in 会 and are bodies or things, not meetings. */
export const NOT_MEETINGS: readonly string[] = words(`
    委员会 学会 协会 研究会 社会 机会 工会 商会 联合会 基金会 董事会 理事会 监事会 居委会 村委会 管委会
    促进会 校友会 聚会 拜会 体会 领会 误会 融会 妇联会 联谊会 常委会 慈善会
  `);
/** Words after which a `学习` or `研讨` held by 召开 is a meeting. */
export const MEETING_STUDIES: readonly string[] = ['中心组'];

/** Kinds of talks, longest first. */
export const TALKS: readonly string[] = words(`
    集体谈话提醒 集体提醒谈话 集体诫勉谈话 集体廉政谈话 廉政提醒谈话 提醒谈话 谈话提醒 诫勉谈话 集体约谈
    警示约谈 工作约谈 廉政约谈 提醒约谈 约谈提醒 约谈 批评教育 谈心谈话 批评帮助 廉政谈话 警示谈话 任前谈话
    集体谈话 谈话教育 函询谈话 谈话函询 提示谈话 工作谈话 监督谈话
  `);
/** Weaker words that are a talk only after 进行 or 予以. */
export const TALKS_AFTER_VERB: readonly string[] = ['诫勉', '提醒', '谈话', '批评'];
export const TALK_NEGATIONS: readonly string[] = words('未 没有 缺少 不再 拟 计划 将 不予');

/** Headings of parts that hold no findings, for reports whose findings carry no label. */
export const NON_FINDING_PARTS: readonly string[] = words(`
    组织领导 主体责任 政治责任 整改责任 组织整改 提高站位 政治站位 下一步 下步 打算 巩固 长效 常态 工作安排
    努力方向 今后 标本兼治 组织落实情况
  `);

/** Headings of the part that tells what was done about the findings. */
export const FINDING_PARTS: readonly string[] = words(`
    反馈问题 整改落实情况 整改进展 整改情况 问题整改 整改任务 整改落实 落实整改
  `);

/** Starts of lines that close the report. */
export const CLOSING_STARTS: readonly string[] = words(`
    下一步 下步 下阶段 欢迎 联系电话 联系方式 联系地址 联系人 邮政信箱 电子邮箱 电子邮件 监督电话 通讯地址
    通信地址 邮政编码 邮箱 特此 以上报告 举报电话 地址 电话 如有意见 附件 今后 接下来 来信 信箱 公示期
    公开期限 监督举报
  `);
/** Starts of lines that belong to the web page, not to the report. */
export const METADATA_STARTS: readonly string[] = words(`
    信息索引号 索引号 发布机构 发布日期 发布时间 发文日期 发文机关 信息来源 来源 浏览量 浏览次数 字号 作者
    编辑 责任编辑 审核 点击 日期 时间 文号 主题分类 公开日期 成文日期 阅读 分享 打印 撰稿
  `);

/** Buttons and links of a web page; a line of nothing but these belongs to the site. */
export const SITE_BUTTONS: readonly string[] = words(`
    打印本页 打印此页 打印文章 打印页面 打印 关闭窗口 关闭本页 关闭页面 关闭此页 关闭 返回顶部 回到顶部 返回首页 返回列表 返回上一页 返回
    收藏本页 收藏 加入收藏 设为首页 网站首页 首页 网站地图 网站声明 关于我们 联系我们 隐私声明 无障碍浏览 无障碍阅读 无障碍 长者模式 关怀版 适老版
    繁体版 繁体 简体版 简体 繁體 手机版 电脑版 登录 注册 搜索 检索 分享到 分享至 分享 微信 微博 新浪微博 腾讯微博 QQ空间 QQ好友 QQ 朋友圈 人人网
    更多 下载 上一页 下一页 尾页 末页 点赞 大 中 小 超大 默认 A+ A- 扫一扫在手机打开当前页 扫一扫在手机上查看当前页面 扫一扫 用手机看 政务公开 信息公开 新闻中心
    互动交流 政务服务 办事服务 专题专栏 通知公告 机构概况 领导简介 工作动态 政策法规 党建工作 公众参与 English RSS
  `);
/** Starts of lines that say where in the site the page stands. */
export const SITE_PLACES: readonly string[] = words(`
    当前位置 您当前的位置 您现在的位置 您的位置 您所在的位置 您当前所在位置 你现在的位置 你的位置 当前所在位置 所在位置 现在位置
  `);
/** Starts of lines with which the site goes on behind the article. */
export const SITE_ENDS: readonly string[] = words(`
    上一篇 下一篇 上一条 下一条 上篇 下篇 前一篇 后一篇 相关链接 相关文章 相关阅读 相关新闻 相关信息 相关推荐 延伸阅读 友情链接 热门文章 热点推荐
    推荐阅读 最新文章 猜你喜欢 版权所有 版权声明 主办单位 承办单位 主管单位 技术支持 网站标识码 备案号 网站支持IPV6 Copyright copyright ©
  `);

/** Column heads of a report printed as a table, as they stand. */
export const TABLE_HEADS: Readonly<Record<string, readonly string[]>> = {
  number: ['序号', '编号'],
  category: words('问题方面 类别 问题类别 方面 问题类型 反馈方面 大类'),
  finding: words('反馈问题 问题 具体问题 存在问题 问题清单 问题描述 反馈的问题 主要问题 巡察反馈问题 反馈意见'),
  measures: words('整改措施 整改情况 整改落实情况 整改进展 整改进展情况 措施 任务清单 采取的措施 整改举措'),
  status: words('整改结果 整改成效 完成情况 整改状态 状态 备注 整改完成情况 销号情况 是否完成 结果'),
  leader: ['责任领导', '分管领导', '牵头领导'],
  department: words('责任部门 责任单位 责任科室 牵头单位 牵头部门'),
  person: ['责任人', '具体责任人', '经办人'],
  deadline: words('整改时限 完成时限 整改期限 完成时间 时限'),
};

/** Words inside a longer column head (整改措施及成效); the first row of the list that fits decides. */
export const TABLE_HEAD_HINTS: readonly { column: string; words: readonly string[] }[] = [
  { column: 'deadline', words: words('时限 期限 完成时间 整改时间') },
  { column: 'leader', words: words('责任领导 分管领导 牵头领导 包案领导') },
  { column: 'department', words: words('责任部门 责任单位 责任科室 牵头单位 牵头部门 牵头科室') },
  { column: 'person', words: words('责任人 经办人 承办人') },
  { column: 'category', words: words('类别 类型 方面 大类') },
  { column: 'measures', words: words('措施 举措 做法 整改进展 落实情况 整改情况 进展情况') },
  { column: 'status', words: words('结果 成效 状态 完成 销号 办结') },
  { column: 'finding', words: words('问题 反馈意见') },
  { column: 'number', words: words('序号 编号') },
];

/** Endings of names of bodies: headings made of them are bodies (villages, departments), not aspects. */
export const BODY_ENDINGS: readonly string[] = words(
  '党支部 党总支 党委 党组 村委会 居委会 社区 村 街道办事处 街道 办事处 委员会 中心 学校 公司 医院 镇 乡',
);
