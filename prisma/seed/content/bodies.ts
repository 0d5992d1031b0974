import type { BodyKey } from './types.ts';

/** The round, the bodies and their inspections. The city, its bodies and every name are invented. */

export const round = { year: 2026, number: 2, name: '中共澜川市委第二轮巡察' };

export const office = { name: '中共澜川市委巡察工作领导小组办公室', shortName: '市委巡察办' };

export const disciplineGroup = {
  name: '澜川市纪委监委驻市文化旅游局纪检监察组',
  shortName: '驻市文旅局纪检监察组',
  supervises: ['qiaoqing', 'tizong'] as BodyKey[],
};

/** Days of the round, the same for all bodies: on site, feedback, plan accepted, end of the concentrated period. */
export const days = {
  onSiteFrom: '2026-03-10',
  onSiteTo: '2026-05-15',
  feedback: '2026-06-18',
  planAccepted: '2026-07-16',
  concentratedEnd: '2026-12-18',
};

export interface DemoBody {
  key: BodyKey;
  name: string;
  shortName: string;
  creditCode: string;
  team: string;
  statedCounts: Record<string, number>;
  departments: { key: string; name: string }[];
  aspects: { key: string; title: string }[];
}

export const bodies: DemoBody[] = [
  {
    key: 'qiaoqing',
    name: '中共澜川市侨界青年联合会党组',
    shortName: '市侨青会',
    creditCode: '13990100DEMO00001A',
    team: '市委第二巡察组',
    statedCounts: { 方面: 6, 问题: 33 },
    departments: [
      { key: 'office', name: '办公室' },
      { key: 'personnel', name: '组织人事部' },
      { key: 'finance', name: '计划财务部' },
      { key: 'publicity', name: '宣传文化部' },
      { key: 'societies', name: '社团服务部' },
      { key: 'liaison', name: '联络发展部' },
    ],
    aspects: [
      { key: 'guidance', title: '政治引领作用发挥不充分' },
      { key: 'service', title: '服务侨界青年和全市中心工作不到位' },
      { key: 'discipline', title: '管党治党责任压得不实' },
      { key: 'conduct', title: '作风建设存在薄弱环节' },
      { key: 'party', title: '党建基础工作抓得不细' },
      { key: 'rectification', title: '整改常抓长管的劲头不足' },
    ],
  },
  {
    key: 'yuanlin',
    name: '中共澜川市园林绿化中心委员会',
    shortName: '市园林中心',
    creditCode: '12990100DEMO00002B',
    team: '市委第四巡察组',
    statedCounts: { 方面: 3, 问题: 12 },
    departments: [
      { key: 'general', name: '综合科' },
      { key: 'accounts', name: '计划财务科' },
      { key: 'upkeep', name: '养护管理科' },
      { key: 'works', name: '工程建设科' },
    ],
    aspects: [
      { key: 'green', title: '履行园林绿化职责有差距' },
      { key: 'funds', title: '资金和工程管理有漏洞' },
      { key: 'team', title: '干部队伍和党建工作有弱项' },
    ],
  },
  {
    key: 'tizong',
    name: '中共澜川市体育总会党组',
    shortName: '市体总',
    creditCode: '51990100DEMO00003C',
    team: '市委第二巡察组',
    statedCounts: { 问题: 10 },
    departments: [
      { key: 'desk', name: '办公室' },
      { key: 'training', name: '竞赛训练部' },
      { key: 'mass', name: '群众体育部' },
    ],
    aspects: [
      { key: 'sport', title: '发展群众体育和竞技体育有短板' },
      { key: 'rules', title: '执行纪律和财务规定不严格' },
    ],
  },
];
