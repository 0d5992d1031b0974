import type { BodyKey, PointOutcome } from './types.ts';

/** Somebody outside the body, with the fact and progress of his own. All of them are invented. */
export interface DemoParty {
  body: BodyKey;
  /** Number of the finding. */
  no: number;
  kind: 'COMPANY' | 'PERSON' | 'OTHER';
  name: string;
  fact: string;
  progress?: string;
  outcome?: PointOutcome;
}

const company = (no: number, name: string, fact: string, more: Partial<DemoParty> = {}): DemoParty => ({
  body: 'qiaoqing',
  no,
  kind: 'COMPANY',
  name,
  fact,
  ...more,
});

/** One company is spelt in two ways (饮片/饮品): the second spelling is what the ledger asks to be checked. */
export const parties: readonly DemoParty[] = [
  company(15, '澜川青禾中药饮片有限公司', '已引进归国团队，未建立联络站', {
    progress: '2026年9月建站，联络员已到岗',
    outcome: 'DONE',
  }),
  company(15, '澜川云岭精密制造有限公司', '协议签订两年，项目未开工', {
    progress: '用地手续已办结，预计2027年3月开工',
    outcome: 'CONTINUING',
  }),
  company(15, '澜湖数科（澜川）有限公司', '承诺的人才公寓没有兑现', { progress: '已交付12套', outcome: 'DONE' }),
  company(15, '澜川海桐生态农业发展有限公司', '座谈时反映的融资问题没有答复', {
    progress: '已对接两家银行，正在授信',
    outcome: 'CONTINUING',
  }),
  company(15, '澜川博川新材料有限公司', '没有纳入重点服务名单', { progress: '已纳入，每季度走访', outcome: 'DONE' }),
  company(16, '澜川青禾中药饮品有限公司', '示范基地收购协议没有履行', {
    progress: '与桐湖县服务点重新签订收购协议',
    outcome: 'DONE',
  }),
  {
    ...company(16, '桐湖县三溪合作社', '两年没有技术指导'),
    kind: 'OTHER',
    progress: '已派出3名指导员',
    outcome: 'DONE',
  },
];
