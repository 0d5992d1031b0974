import { describe, expect, it } from 'vitest';
import { actionsOf } from './actions.ts';
import { amountsIn, measureAmounts } from './money.ts';
import { datesIn, resolveDates } from './dates.ts';
import { documentsIn } from './documents.ts';
import { eventsOf } from './events.ts';
import { resultReader } from './status.ts';
import { linesOf, numberOf, viewOf } from './text.ts';
import { markerOf } from './markers.ts';
import { meetingsIn } from './meetings.ts';
import { parseReport } from './parse.ts';
import { renderReport } from './render.ts';
import { talksIn } from './talks.ts';
import { wrapperAt } from './wrapper.ts';

const WINDOW = { start: '2023-07-25', end: '2024-12-26', endStated: false };
const dates = (text: string): string[] =>
  resolveDates(datesIn(viewOf(text), 0, text.length), WINDOW).map(
    (d) => `${d.value ?? 'null'} ${d.precision} ${d.year ?? '-'}`,
  );

describe('dates', () => {
  it.each([
    ['2024年6月18日印发', ['2024-06-18 DAY STATED']],
    ['二〇二三年九月五日至十一月十日', ['2023-09-05/2023-11-10 RANGE STATED']],
    ['2023年9月13日至14日', ['2023-09-13/2023-09-14 RANGE STATED']],
    ['2022年12月6日至2023年2月17日', ['2022-12-06/2023-02-17 RANGE STATED']],
    ['2024年12月28日至1月3日', ['2024-12-28/2025-01-03 RANGE STATED']],
    ['2023年10月中旬', ['2023-10/中旬 TENDAY STATED']],
    ['2024年8月召开', ['2024-08 MONTH STATED']],
    ['2022年10月26日、30日', ['2022-10-26 DAY STATED', '2022-10-30 DAY STATED']],
    ['2024年4月22日,…。5月17日', ['2024-04-22 DAY STATED', '2024-05-17 DAY CARRIED']],
    ['2024年6月18日;6月14日', ['2024-06-18 DAY STATED', '2024-06-14 DAY CARRIED']],
    ['2023年12月28日。1月5日', ['2023-12-28 DAY STATED', '2024-01-05 DAY ROLLOVER']],
    ['3月14日召开', ['2024-03-14 DAY INFERRED']],
    ['8月29日邀请', ['null DAY -']],
    ['2024年3月5日;次年1月8日', ['2024-03-05 DAY STATED', '2025-01-08 DAY ROLLOVER']],
    ['2025年1021日', ['null DAMAGED -']],
    ['202442日至820日', ['null DAMAGED -']],
    ['2025324日至56', ['null DAMAGED -']],
    ['2024年2月30日', ['null DAMAGED -']],
    ['2024 年 6 月 18 日', ['2024-06-18 DAY STATED']],
    ['２０２４年６月１８日', ['2024-06-18 DAY STATED']],
    ['2024年6月18-20日', ['2024-06-18/2024-06-20 RANGE STATED']],
    ['2023-05-26 09:14', ['2023-05-26 DAY STATED']],
    ['近3个月、2021年度、第2次', []],
  ])('%s', (text, wanted) => expect(dates(text)).toEqual(wanted));

  it('a deadline or an attribute is no event', () => {
    const events = (text: string): boolean[] => datesIn(viewOf(text), 0, text.length).map((d) => d.event);
    expect(events('2024年12月底前完成')).toEqual([false]);
    expect(events('2023年7月30日的4篇推文')).toEqual([false]);
    expect(events('1月15日召开的民主生活会')).toEqual([true]);
  });
});

describe('amounts', () => {
  it.each([
    ['1.6万元', 1600000],
    ['251023.54万元', 251023540000],
    ['237054.47 万元', 237054470000],
    ['1.05亿元', 10500000000],
    ['15,150元', 1515000],
    ['4.32元', 432],
    ['１２３．４５元', 12345],
    ['3万余元', 3000000],
  ])('%s is %d fen', (text, fen) => expect(amountsIn(viewOf(text), 0, text.length).map((a) => a.fen)).toEqual([fen]));

  it.each(['5.2万人', '2024年元旦', '2个单元', '0.001元'])('%s is no sum', (text) =>
    expect(amountsIn(text, 0, text.length)).toEqual([]),
  );
  it('knows sums per head', () => expect(amountsIn('服装(人均721.43元)', 0, 13).map((a) => a.perHead)).toEqual([true]));

  it.each([
    ['清退行车安全奖1200元,纪检工作津贴5720元', ['清退 120000', '清退 572000'], []],
    ['研究决定清退工资、绩效共计8294元,9月12日,进行了追缴,并上交市财政局', ['清退/追缴/上交 829400'], []],
    ['追缴欠缴租金32,980元', ['追缴 3298000'], []],
    ['经请示,对5400元奖励卡同意不予清退', [], [540000]],
    ['计划追缴12万元', [], [12000000]],
    ['应清退5万元,已清退3万元', ['清退 3000000'], [5000000]],
    ['新增投入70万元,累计带动效益1.5亿元', [], [70000000, 15000000000]],
    ['2.4万元罚没款已按规定缴库', [], [2400000]],
    ['追回无法核实的油费25,090元', ['追回 2509000'], []],
    ['已将1.2万元全部上缴财政', ['上缴 1200000'], []],
    ['挽回经济损失30万元', [], [30000000]],
  ])('%s', (text, refunds, others) => {
    const found = measureAmounts(viewOf(text), 0, text.length);
    expect(found.refunds.map((r) => `${r.verbs.join('/')} ${r.hit.fen}`)).toEqual(refunds);
    expect(found.others.map((o) => o.fen)).toEqual(others);
  });

  it('dates a refund by the day it was paid', () => {
    const text = '2023年9月11日,召开党组会,研究决定清退8294元,9月12日,进行了追缴';
    expect(eventsOf(text, text, [[0, text.length]], WINDOW).refunds).toEqual([
      { fen: 829400, quote: '8294元', verb: '清退/追缴', date: '2023-09-12' },
    ]);
  });
});

describe('documents', () => {
  it.each([
    ['印发了《甲办法》的通知', ['甲办法 ISSUED']],
    ['制定出台了《甲办法(试行)》《乙流程》文件', ['甲办法(试行) ISSUED', '乙流程 ISSUED']],
    ['印发关于征求《甲办法(草案)》意见建议的通知', ['甲办法(草案) DRAFT']],
    ['拟制《甲 乙关于修订〈丙办法〉的通知》', ['甲 乙关于修订〈丙办法〉的通知 DRAFT']],
    ['组织学习《条例》《守则》', ['条例 REFERENCED', '守则 REFERENCED']],
    ['严格执行新修订的《条例》', ['条例 REFERENCED']],
    ['制定措施落实《条例》', ['条例 REFERENCED']],
    ['编印案例汇编,《以案为鉴读本》发至每个支部', ['以案为鉴读本 REFERENCED']],
    ['市委人才工作领导小组2024年2月2日印发了《若干措施》', ['若干措施 ISSUED_BY_OTHER']],
    ['《甲办法》已印发各支部', ['甲办法 ISSUED']],
    ['计划出台《甲办法》', ['甲办法 DRAFT']],
    ['签订《技术研发合同》', ['技术研发合同 REFERENCED']],
  ])('%s', (text, wanted) =>
    expect(documentsIn(text, 0, text.length).map((d) => `${text.slice(...d.title)} ${d.status}`)).toEqual(wanted),
  );

  it('reads the number behind the title and one entry per title', () => {
    const text = '2023年5月17日印发《甲办法》（政发〔2023〕7 号）。组织学习《甲办法》。';
    const { documents } = eventsOf(text, viewOf(text), [[0, text.length]], WINDOW);
    expect(documents).toEqual([{ title: '甲办法', number: '政发〔2023〕7 号', date: '2023-05-17', status: 'ISSUED' }]);
  });
});

describe('talks', () => {
  it.each([
    ['分管领导对纪检员进行了提醒谈话', ['提醒谈话']],
    ['对甲进行了约谈,对乙进行了批评教育', ['约谈', '批评教育']],
    ['党组书记进行了谈话提醒', ['谈话提醒']],
    ['给予党内警告处分1人、诫勉1人', []],
    ['开展批评和自我批评', []],
    ['修订《谈心谈话制度》', []],
    ['拟对负责人进行约谈', []],
    ['对负责人进行了诫勉', ['诫勉']],
  ])('%s', (text, wanted) => expect(talksIn(text, 0, text.length).map((t) => t.type)).toEqual(wanted));
});

describe('meetings', () => {
  const found = (text: string): string[] => meetingsIn(text, 0, text.length).map((m) => text.slice(...m.noun));
  it.each([
    ['召开党组会专题研究', ['党组会']],
    ['召开党组理论学习中心组2024年第4次集体(扩大)学习', ['中心组2024年第4次集体(扩大)学习']],
    ['召开家长委员会会议', ['家长委员会会议']],
    ['组织召开签订《战略合作协议》系列活动', []],
    ['党组会专题研究了述职工作', ['党组会']],
    ['召开了支委会,根据得票情况,支委会讨论评定8名', ['支委会']],
    ['先后召开党组会6次', []],
    ['未召开支委会', []],
    ['组织收听会议精神', []],
    ['同6名专家座谈', ['座谈']],
    ['制定《党组会议事规则》', []],
    ['成立学会、协会和工作委员会', []],
  ])('%s', (text, wanted) => expect(found(text)).toEqual(wanted));

  it('is one event per date', () => {
    const text = '2023年11月20日,2023年11月27日,党组会专题研究人事工作';
    expect(eventsOf(text, text, [[0, text.length]], WINDOW).meetings.map((m) => m.date)).toEqual([
      '2023-11-20',
      '2023-11-27',
    ]);
  });
});

describe('results', () => {
  it.each([
    ['已整改到位。', 'COMPLETED'],
    ['己全部整改到位', 'COMPLETED'],
    ['已完成,长期坚持', 'COMPLETED'],
    ['整改任务全部完成', 'COMPLETED'],
    ['基本完成取得阶段性成果并持续整改', 'BASICALLY'],
    ['部分整改', 'PARTIAL'],
    ['阶段性完成,长期坚持', 'ONGOING'],
    ['需长期整改，目前取得阶段性成效', 'ONGOING'],
    ['长期坚持', 'ONGOING'],
    ['尚未完成整改', 'NOT_DONE'],
    ['', 'UNKNOWN'],
    ['见附件', 'UNKNOWN'],
  ])('%s is %s', (words, status) => expect(resultReader().statusOf(words)).toBe(status));

  it.each([
    ['学习制度更加健全,任务完成率98%', 'UNKNOWN'],
    ['已完成整改,制度更加健全', 'COMPLETED'],
    ['制定制度3项,完成培训5期', 'UNKNOWN'],
  ])('behind a label, %s is %s', (words, status) => expect(resultReader().labelledStatus(words)).toBe(status));
});

describe('the words of an inspection', () => {
  const own = { COMPLETED: ['清零见底', '阶段性完成'], ONGOING: ['滚动推进'], NOT_DONE: ['挂账'], PARTIAL: ['完成'] };
  const reader = resultReader(own);
  it.each([
    ['清零见底', 'COMPLETED'],
    ['阶段性完成', 'COMPLETED'],
    ['目前滚动推进。', 'ONGOING'],
    ['挂账', 'NOT_DONE'],
    ['完成', 'PARTIAL'],
    ['未完成', 'NOT_DONE'],
    ['基本完成', 'BASICALLY'],
    ['已整改到位', 'COMPLETED'],
    ['见附件', 'UNKNOWN'],
  ])('%s is %s', (words, status) => expect(reader.statusOf(words)).toBe(status));

  it('are read wherever a report states results, and kept with the layout', () => {
    const text = '1.关于“甲”的问题\n一是乙。二是丙。清零见底。\n2.关于“丁”的问题\n一是戊。二是己。滚动推进。';
    const words = (results?: object): unknown[] => parseReport(text, results ? { profile: { results } } : {}).findings.map((f) => [f.resultText, f.status, f.actions.length]); // prettier-ignore
    expect(words()).toEqual([[null, 'UNKNOWN', 2], [null, 'UNKNOWN', 2]]); // prettier-ignore
    expect(words(own)).toEqual([['清零见底', 'COMPLETED', 2], ['滚动推进', 'ONGOING', 2]]); // prettier-ignore
    const parsed = parseReport(text, { profile: { results: own } });
    expect([parsed.profile.corrected.results, renderReport(parsed)]).toEqual([own, text]);
  });
});

describe('enumerators', () => {
  const texts = (text: string): string[] =>
    actionsOf(viewOf(text), 0, text.length).actions.map((a) => text.slice(...a.text));
  it.each([
    ['一是甲。乙。二是丙；三是丁。', ['甲。乙', '丙', '丁']],
    ['一是坚持“一是一、二是二”，不变通。二是甲。', ['坚持“一是一、二是二”，不变通', '甲']],
    ['为此:一是甲,二是乙,三是丙。', ['甲', '乙', '丙']],
    ['（1）甲。（2）乙。', ['甲', '乙']],
    ['①甲；②乙。', ['甲', '乙']],
    ['1.精简材料25项。2.2名人员返回。', ['精简材料25项', '2名人员返回']],
    ['第一，甲。第二，乙。', ['甲', '乙']],
    ['一方面，甲；另一方面，乙。', ['甲', '乙']],
    ['对照问题举一反三，全面清理。', ['对照问题举一反三，全面清理']],
    ['', []],
  ])('%s', (text, wanted) => expect(texts(text)).toEqual(wanted));
  it('counts a break in the sequence', () => expect(actionsOf('一是甲。三是乙。', 0, 8).gaps).toBe(1));
});

describe('wrappers and numbers', () => {
  it.each([
    ['关于““第一议题”打折扣。学用“两张皮””的问题。', '“第一议题”打折扣。学用“两张皮”'],
    ['关于“第一议题”制度执行打折扣的问题。2021年', '“第一议题”制度执行打折扣'],
    ['对于监督失之于宽，对3起线索以谈话代替；运用不精准的问题。一是', '监督失之于宽，对3起线索以谈话代替；运用不精准'],
    ['针对巡察反馈的“学习不深”问题', '学习不深'],
    ['关于“甲”问题的整改情况', '甲'],
    ['“过紧日子”的思想树得不牢。', null],
    ['对群众反映的问题置之不理。', null],
  ])('%s', (text, inner) => {
    const view = viewOf(text);
    const wrapper = wrapperAt(view, 0, view.length);
    expect(wrapper && text.slice(...wrapper.inner)).toBe(inner);
  });

  it.each([
    ['2.2020年来只有2次', 1, 'num 2'],
    ['3.3个续建项目', 2, 'num 3'],
    ['3.5万元未入账', 2, ''],
    ['4.48万元开支', 3, ''],
    ['１３．监督', 12, 'num 13'],
    ['（十二）甲', 0, 'cnParen 12'],
    ['问题3：甲', 0, 'problem 3'],
    ['一是甲', 0, ''],
  ])('%s', (text, previous, wanted) => {
    const view = viewOf(text);
    const marker = markerOf(view, linesOf(view)[0] ?? { start: 0, end: 0 }, previous);
    expect(marker ? `${marker.kind} ${marker.ordinal}` : '').toBe(wanted);
  });

  it('reads Chinese numerals', () =>
    expect(['十', '十二', '二十', '三十一', '二〇二三'].map(numberOf)).toEqual([10, 12, 20, 31, 2023]));
});
