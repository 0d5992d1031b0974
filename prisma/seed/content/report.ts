import { bodies } from './bodies.ts';
import { findings } from './findings.ts';
import type { BodyKey, DemoFinding } from './types.ts';

const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const words = {
  COMPLETED: '已整改到位',
  ONGOING: '持续整改',
  RUNNING: '正在整改',
};

/** The word that a published report prints for the state a finding is in. */
export function printedWord(finding: DemoFinding): string {
  if (finding.printed) return words[finding.printed];
  if (finding.state === 'CLOSED') return words.COMPLETED;
  return finding.state === 'CONTINUING' ? words.ONGOING : words.RUNNING;
}

/** One finding as printed: the finding, its measures counted 一是, 二是, …, its result. */
function printedFinding(finding: DemoFinding): string {
  const measures = finding.actions.map((action, index) => `${digits[index]}是${action.text}`).join('');
  return `${finding.no}.${finding.text}\n整改情况：${measures}\n整改结果：${printedWord(finding)}。`;
}

/** Part two: 立行立改 first, then one heading for each aspect. */
function partTwo(key: BodyKey): string {
  const body = bodies.find((candidate) => candidate.key === key)!;
  const groups = [{ key: null, title: '立行立改情况' }, ...body.aspects];
  return groups
    .map(({ key: aspect, title }, index) => {
      const own = findings[key].filter((finding) => finding.aspect === aspect);
      return [`（${digits[index]}）${title}`, ...own.map(printedFinding)].join('\n');
    })
    .join('\n');
}

function count(key: BodyKey, word: string): number {
  return findings[key].filter((finding) => printedWord(finding) === word).length;
}

/** The main body's progress report as it would be published, composed from the same data as the seeded ledger. */
export function qiaoqingReport(): string {
  const [closed, continuing, running] = [words.COMPLETED, words.ONGOING, words.RUNNING].map((w) =>
    count('qiaoqing', w),
  );
  return `中共澜川市侨界青年联合会党组关于市委第二轮巡察整改进展情况的通报
根据市委部署，2026年3月10日至5月15日，市委第二巡察组对市侨青会党组进行了巡察。2026年6月18日，巡察组向市侨青会党组反馈了意见。按照党务公开的要求，现将整改进展情况予以公布。
一、扛牢整改责任，把任务落到人头
（一）党组带头抓。反馈会后第二天，党组即召开会议学习反馈意见，成立由党组书记任组长、其他班子成员任副组长的整改领导小组，下设整改办。党组先后召开党组会议4次、专题民主生活会1次、主席办公会2次，研究整改事项。
（二）逐条建清单。6月29日，党组会审议整改方案；7月16日，方案经市委巡察办审核同意。方案对照反馈的6个方面33个问题列出问题、任务、责任三张清单，每个问题都有责任领导、牵头部门和时限。
（三）对账促落实。整改办按周更新台账，党组书记每月调度，逾期事项当面说明原因。截至目前，33个问题中已整改到位${closed}个，持续整改${continuing}个，正在整改${running}个。
二、对照反馈意见，逐项推进整改
${partTwo('qiaoqing')}
三、下一步打算
（一）未完成的不松手。对正在整改和持续整改的问题，按时限逐件销号，到期复核。
（二）已完成的防反弹。每半年抽查已销号问题，发现反弹的重新列入台账。
（三）把办法立起来。把整改中行之有效的做法写进制度，用到日常管理中。
欢迎干部群众对整改情况进行监督，有意见建议请与我们联系。
联系电话：5550100
联系地址：澜川市沿江路18号市侨青会整改办
电子邮箱：zgb@qiaoqing.example
`;
}

/** The third body's published report, from which its ledger was recorded. */
export function tizongReport(): string {
  return `中共澜川市体育总会党组关于市委第二轮巡察整改进展情况的通报
根据市委部署，2026年3月10日至5月15日，市委第二巡察组对市体总党组进行了巡察，2026年6月18日反馈了意见。现将整改进展情况予以公布。
一、整改组织情况
市体总党组专题研究反馈意见，制定整改方案，10个问题逐一明确责任人和完成时间。
二、整改落实情况
${partTwo('tizong')}
三、下一步打算
继续抓好未完成事项，巩固已有成果，推动体育工作上台阶。
联系电话：5550180
联系地址：澜川市体育路6号市体育总会办公室
`;
}
