import type { BodyKey } from './types.ts';

/** Who works where, which post they hold, and under which login they try the demo. All names are invented. */

export type DemoRole =
  | 'HANDLER'
  | 'DEPARTMENT_HEAD'
  | 'LEADER'
  | 'SECRETARY'
  | 'CLERK'
  | 'DISCIPLINE_GROUP'
  | 'INSPECTION_OFFICE'
  | 'SYSTEM_ADMIN'
  | 'SECURITY_ADMIN'
  | 'AUDIT_ADMIN'
  | 'INTEGRATOR';

export interface DemoPerson {
  key: string;
  name: string;
  body: BodyKey | 'discipline-group' | 'office-body';
  department?: string;
  role: DemoRole;
  login: string;
  post: string;
  /** Key by which findings name a leadership post. */
  postKey?: string;
  inChargeOf?: string[];
  /** Former holder of the post and the last day in it: the post's items went to the successor. */
  predecessor?: { name: string; until: string };
}

function staff(body: DemoPerson['body'], rows: Omit<DemoPerson, 'body'>[]): DemoPerson[] {
  return rows.map((row) => ({ ...row, body }));
}

const qiaoqing = staff('qiaoqing', [
  { key: 'wen', name: '闻予知', role: 'SECRETARY', login: 'secretary', post: '党组书记、主席', postKey: 'secretary' },
  {
    key: 'wu',
    name: '邬蔚岚',
    role: 'LEADER',
    login: 'leader2',
    post: '党组成员、副主席（办公室、宣传）',
    postKey: 'vice1',
    inChargeOf: ['office', 'publicity'],
  },
  {
    key: 'bai',
    name: '柏舟',
    role: 'LEADER',
    login: 'leader',
    post: '党组成员、副主席（财务、社团）',
    postKey: 'vice2',
    inChargeOf: ['finance', 'societies'],
  },
  {
    key: 'xu',
    name: '许临川',
    role: 'LEADER',
    login: 'leader3',
    post: '党组成员、副主席（人事、联络）',
    postKey: 'vice3',
    inChargeOf: ['personnel', 'liaison'],
  },
  {
    key: 'shen',
    name: '沈砚青',
    department: 'finance',
    role: 'DEPARTMENT_HEAD',
    login: 'head',
    post: '计划财务部部长',
  },
  { key: 'cheng', name: '程亦舒', department: 'office', role: 'DEPARTMENT_HEAD', login: 'head2', post: '办公室主任' },
  {
    key: 'luo',
    name: '罗简',
    department: 'personnel',
    role: 'DEPARTMENT_HEAD',
    login: 'head3',
    post: '组织人事部部长',
  },
  {
    key: 'ruan',
    name: '阮知秋',
    department: 'publicity',
    role: 'DEPARTMENT_HEAD',
    login: 'head4',
    post: '宣传文化部部长',
  },
  {
    key: 'ding',
    name: '丁一舟',
    department: 'societies',
    role: 'DEPARTMENT_HEAD',
    login: 'head5',
    post: '社团服务部部长',
    predecessor: { name: '潘晓渡', until: '2026-08-21' },
  },
  {
    key: 'lian',
    name: '骆清和',
    department: 'liaison',
    role: 'DEPARTMENT_HEAD',
    login: 'head6',
    post: '联络发展部部长',
  },
  { key: 'jiang', name: '江晚', department: 'finance', role: 'HANDLER', login: 'handler', post: '计划财务部会计' },
  { key: 'ye', name: '叶疏桐', department: 'office', role: 'HANDLER', login: 'handler2', post: '办公室干事' },
  { key: 'qin', name: '覃望舒', department: 'personnel', role: 'HANDLER', login: 'handler3', post: '组织人事部干事' },
  { key: 'song', name: '宋珺', department: 'personnel', role: 'HANDLER', login: 'handler4', post: '机关党务干事' },
  { key: 'shao', name: '邵安歌', department: 'publicity', role: 'HANDLER', login: 'handler5', post: '宣传文化部干事' },
  {
    key: 'zhuang',
    name: '庄向晚',
    department: 'societies',
    role: 'HANDLER',
    login: 'handler6',
    post: '社团服务部干事',
  },
  { key: 'he', name: '贺南枝', department: 'liaison', role: 'HANDLER', login: 'handler7', post: '联络发展部干事' },
  { key: 'gu', name: '顾秋', department: 'office', role: 'CLERK', login: 'clerk', post: '整改办联络员' },
  { key: 'lu', name: '卢思源', department: 'office', role: 'INTEGRATOR', login: 'integrator', post: '数据对接岗' },
  { key: 'ji', name: '季明澈', department: 'office', role: 'SYSTEM_ADMIN', login: 'sysadmin', post: '系统管理员' },
  { key: 'yin', name: '尹若谷', department: 'office', role: 'SECURITY_ADMIN', login: 'secadmin', post: '安全管理员' },
  { key: 'tao', name: '陶令仪', department: 'office', role: 'AUDIT_ADMIN', login: 'auditadmin', post: '审计管理员' },
]);

const yuanlin = staff('yuanlin', [
  { key: 'yue', name: '岳停云', role: 'SECRETARY', login: 'othersecretary', post: '党委书记、主任', postKey: 'chief' },
  {
    key: 'zhu',
    name: '祝青禾',
    role: 'LEADER',
    login: 'otherleader',
    post: '党委委员、副主任（养护、工程）',
    postKey: 'deputy1',
    inChargeOf: ['upkeep', 'works'],
  },
  {
    key: 'lu2',
    name: '鲁见山',
    role: 'LEADER',
    login: 'otherleader2',
    post: '党委委员、副主任（综合、财务）',
    postKey: 'deputy2',
    inChargeOf: ['general', 'accounts'],
  },
  {
    key: 'shi',
    name: '石映川',
    department: 'upkeep',
    role: 'DEPARTMENT_HEAD',
    login: 'otherhead',
    post: '养护管理科科长',
  },
  {
    key: 'qian',
    name: '钱月坡',
    department: 'works',
    role: 'DEPARTMENT_HEAD',
    login: 'otherhead2',
    post: '工程建设科科长',
  },
  {
    key: 'gong',
    name: '龚守拙',
    department: 'accounts',
    role: 'DEPARTMENT_HEAD',
    login: 'otherhead3',
    post: '计划财务科科长',
  },
  {
    key: 'yao',
    name: '姚晚晴',
    department: 'general',
    role: 'DEPARTMENT_HEAD',
    login: 'otherhead4',
    post: '综合科科长',
  },
  {
    key: 'lian2',
    name: '连雨桐',
    department: 'upkeep',
    role: 'HANDLER',
    login: 'otherhandler',
    post: '养护管理科科员',
  },
  { key: 'min', name: '闵堃', department: 'works', role: 'HANDLER', login: 'otherhandler2', post: '工程建设科科员' },
  {
    key: 'bian',
    name: '卞小满',
    department: 'accounts',
    role: 'HANDLER',
    login: 'otherhandler3',
    post: '计划财务科科员',
  },
  { key: 'wei', name: '韦立夏', department: 'general', role: 'HANDLER', login: 'otherhandler4', post: '综合科科员' },
  { key: 'zhang', name: '章子衿', department: 'general', role: 'CLERK', login: 'otherclerk', post: '整改办联络员' },
]);

const tizong = staff('tizong', [
  {
    key: 'wu2',
    name: '武长河',
    role: 'SECRETARY',
    login: 'thirdsecretary',
    post: '党组书记、主席',
    postKey: 'president',
  },
  {
    key: 'nie',
    name: '聂知远',
    role: 'LEADER',
    login: 'thirdleader',
    post: '党组成员、副主席',
    postKey: 'vicepresident',
    inChargeOf: ['desk', 'training', 'mass'],
  },
  {
    key: 'mo',
    name: '莫小楼',
    department: 'training',
    role: 'DEPARTMENT_HEAD',
    login: 'thirdhead',
    post: '竞赛训练部部长',
  },
  {
    key: 'feng2',
    name: '冯半夏',
    department: 'mass',
    role: 'DEPARTMENT_HEAD',
    login: 'thirdhead2',
    post: '群众体育部部长',
  },
  { key: 'yu', name: '俞清欢', department: 'mass', role: 'HANDLER', login: 'thirdhandler', post: '群众体育部干事' },
  { key: 'fang2', name: '房止戈', department: 'desk', role: 'CLERK', login: 'thirdclerk', post: '整改办联络员' },
]);

const overseers: DemoPerson[] = [
  {
    key: 'fang',
    name: '方既明',
    body: 'discipline-group',
    role: 'DISCIPLINE_GROUP',
    login: 'discipline',
    post: '纪检监察组组长',
  },
  { key: 'chang', name: '常思齐', body: 'office-body', role: 'INSPECTION_OFFICE', login: 'office', post: '督查科科长' },
];

export const people: DemoPerson[] = [...qiaoqing, ...yuanlin, ...tizong, ...overseers];
