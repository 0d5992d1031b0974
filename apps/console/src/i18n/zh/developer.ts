/** For those who connect another system. */
export const developer = {
  sub: '用 GraphQL 读取台账,只读',
  firstRequest: '第一次请求',
  token: {
    title: '一、取得令牌',
    text: '请本单位安全管理员建立令牌:写明用途、单位、可读内容和有效期。令牌原文只显示一次,请存放在对接系统的密钥库中,不要写进代码或发到聊天群。',
    make: '去新建令牌',
  },
  first: {
    title: '二、第一次请求',
    text: '把令牌放进环境变量 CLOSEOUT_TOKEN,然后在命令行执行:',
    explorer: '打开查询浏览器',
    explorerText: '查询浏览器(GraphiQL)随系统安装,不连外网:可以边写边查字段说明,用当前登录的权限执行。',
  },
  classes: {
    title: '三、能读到什么',
    name: '可读内容',
    code: '代码',
    what: '包含',
    STATISTICS: '编号、状态、日期、数量,问题数和完成率',
    TEXT: '问题、措施、佐证的文字',
    NAMES: '人员姓名',
    MONEY: '金额',
  },
  expect: {
    title: '四、约定',
    read: '令牌只能读,不能写;查询了未授予类别的字段,整个请求都会被拒绝。',
    body: '一个令牌只读一个单位;别的单位与不存在的回答相同。',
    pages: '列表用游标翻页:first 最大 100,用 pageInfo.endCursor 作 after 取下一页。',
    rates: '每次回答的 RateLimit-Remaining 为本分钟内剩余点数;用完返回 429,等 Retry-After 秒后再试。',
    errors: '错误看 errors[].extensions.code:UNAUTHENTICATED 为令牌失效,RATE_LIMITED 为请求过快。',
  },
  docs: '完整的类型、参数和说明可用标准内省查询从 /graphql 取得;安装包的 docs/api.md 有可直接运行的例子,apps/api/schema.graphql 是完整的契约。',
};
