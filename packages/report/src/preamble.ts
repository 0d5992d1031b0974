import { datesIn, resolveDates } from './dates.ts';
import { isBodyName } from './bodies.ts';
import { meetings } from './events.ts';
import { sentencesOf } from './text.ts';
import type { DateHit, ResolvedDate, YearWindow } from './dates.ts';
import type { ParsedMeeting, ParsedPreamble } from './types.ts';
import type { Sections } from './sections.ts';

const OPEN_WINDOW: YearWindow = { start: null, end: null, endStated: false };
const INSPECTED = /(?:巡察|巡视|巡查|审计|督查|督察|检查|考核)/u;
const DONE = /(?:开展|进行|进驻|实施|展开|派出|巡察了|巡视了)/u;
const FEEDBACK = /反馈(?!会召开后)[^,。;]{0,14}(?:意见|情况|问题|结果|报告|会)|反馈(?=[。,;]|$)|反馈了/u;
const NOT_FEEDBACK = /(?:根据|按照|针对|对照|研究|落实|围绕|收到|传达|结合)[^,。]{0,12}$/u;

/** What the opening part states. Nothing is repaired: a damaged or missing date stays null. */
export function parsePreamble(source: string, view: string, sections: Sections): ParsedPreamble {
  const end = sections.preambleEnd;
  const opening = openingEnd(view, sections, end);
  const dates = resolveDates(datesIn(view, 0, end), OPEN_WINDOW);
  const period = periodOf(view, opening, dates) ?? periodOf(view, end, dates);
  const feedback = feedbackOf(view, opening, dates);
  return {
    issuingBody: issuingBody(source, view, sections, end),
    team:
      /[\p{Script=Han}]{0,6}(?:省委|市委|区委|县委|州委|党委|旗委|委)[\p{Script=Han}]{0,12}?(?:巡察|巡视|巡查)(?:第?[一二三四五六七八九十\d]{1,3})?组/u.exec(
        afterPunctuation(view.slice(0, end)),
      )?.[0] ?? null,
    inspectionStart: period?.start ?? null,
    inspectionEnd: period?.end ?? null,
    feedbackDate: feedback,
    publishedDate: publishedDate(view, sections),
    statedCounts: statedCounts(view.slice(0, countsEnd(view, sections, end))),
    meetings: preambleMeetings(source, view, sections, dates),
    contact: contactOf(source, view, sections),
  };
}

/** Counts below the line that names one of several bodies are that body's own. */
function countsEnd(view: string, sections: Sections, end: number): number {
  const body = sections.other.find((o) => o.kind === 'heading' && isBodyName(view.slice(...o.span)));
  return Math.min(end, body?.span[0] ?? end);
}

function preambleMeetings(
  source: string,
  view: string,
  sections: Sections,
  dates: readonly ResolvedDate[],
): ParsedMeeting[] {
  const stretches = sections.other.filter(
    ({ kind, span }) => (kind === 'preamble' || kind === 'organisation') && span[1] <= sections.preambleEnd,
  );
  return stretches.flatMap(({ span }) => meetings(source, view, span[0], span[1], dates));
}

/** Names are read from clause to clause: a team never starts in the middle of the clause before. */
const afterPunctuation = (text: string): string => text.replace(/(?<!\d)\d{1,2}日|部署|安排|要求/gu, ',');

function openingEnd(view: string, sections: Sections, end: number): number {
  const heading = sections.other.find((o) => o.kind === 'heading' && !isBodyName(view.slice(...o.span)));
  return Math.min(end, heading?.span[0] ?? end);
}

const isRange = (h: DateHit): boolean => h.to !== null;

function periodOf(
  view: string,
  end: number,
  dates: readonly ResolvedDate[],
): { start: string | null; end: string | null } | null {
  for (const s of sentencesOf(view, 0, end, '。')) {
    const text = view.slice(s.start, s.end);
    if (!INSPECTED.test(text) || !DONE.test(text)) continue;
    const inside = dates.filter((d) => d.hit.start >= s.start && d.hit.end <= s.end);
    const ranges = inside.filter((d) => isRange(d.hit) && d.value !== null && d.precision === 'RANGE');
    const first = ranges[0]?.value?.split('/');
    const last = ranges.at(-1)?.value?.split('/');
    const day = (value: string | undefined): string | null =>
      value && /^\d{4}-\d\d-\d\d$/u.test(value) ? value : null;
    if (first && last) return { start: day(first[0]), end: day(last[1]) };
    const start = inside.find(
      (d) => /^\s*(?:起|开始)/u.test(view.slice(d.hit.end, d.hit.end + 3)) && d.precision === 'DAY',
    );
    if (start) return { start: start.value, end: null };
  }
  return null;
}

function feedbackOf(view: string, end: number, dates: readonly ResolvedDate[]): string | null {
  for (const s of sentencesOf(view, 0, end, '。')) {
    const text = view.slice(s.start, s.end);
    for (let from = 0; ;) {
      const m = FEEDBACK.exec(text.slice(from));
      if (!m) break;
      const at = s.start + from + m.index;
      from += m.index + m[0].length;
      if (NOT_FEEDBACK.test(view.slice(s.start, at))) continue;
      const single = dates.filter((d) => !isRange(d.hit) && d.hit.start >= s.start && d.hit.end <= s.end);
      const before = single.filter((d) => d.hit.end <= at).at(-1);
      const after = single.find(
        (d) => d.hit.start >= at && d.hit.start - at < 16 && /于\s*$/u.test(view.slice(at, d.hit.start)),
      );
      const found = before ?? after;
      if (found) return found.precision === 'DAY' ? found.value : null;
    }
  }
  return null;
}

function issuingBody(source: string, view: string, sections: Sections, end: number): string | null {
  for (const { kind, span } of sections.other) {
    if (kind !== 'title') continue;
    const m = /^(.{2,40}?)关于/u.exec(view.slice(...span));
    if (m) return source.slice(span[0], span[0] + (m[1] as string).length);
  }
  const m = /对([^,。;\n]{2,40}?)(?:等\d+[^,。;]{0,12})?(?:党员领导干部)?(?:开展|进行)/u.exec(view.slice(0, end));
  if (!m) return null;
  const at = m.index + 1;
  return source.slice(at, at + (m[1] as string).length);
}

function publishedDate(view: string, sections: Sections): string | null {
  const labelled = /(?:发布日期|发布时间|发文日期|公开日期|成文日期|日期|时间)\s*[:】]\s*/u;
  for (const { kind, span } of sections.other) {
    if (kind !== 'metadata') continue;
    const m = labelled.exec(view.slice(...span));
    const value = m && resolveDates(datesIn(view, span[0] + m.index, span[1]), OPEN_WINDOW)[0]?.value;
    if (value) return value;
  }
  const signed = sections.other.findLast(
    (other) => other.kind === 'signature' && /\d|年/u.test(view.slice(...other.span)),
  );
  const dates = signed ? datesIn(view, ...signed.span) : subtitleDates(view, sections);
  const last = resolveDates(dates, OPEN_WINDOW).at(-1);
  return last?.precision === 'DAY' && last.year === 'STATED' ? last.value : null;
}

function subtitleDates(view: string, sections: Sections): DateHit[] {
  const line = sections.other.find(({ kind, span }) => kind === 'title' && /^(?:—|-)+/u.test(view.slice(...span)));
  return line ? datesIn(view, ...line.span) : [];
}

const COUNTED =
  /(?<!\d)(\d+)\s*(?:个|项|条|件|次|人次|人|起|份)((?:主要|具体|反馈|共性|村级(?:组织)?|重点)?(?:问题|方面|大类|类问题|整改措施|措施|整改任务|任务|意见建议|制度|线索|信访件))/gu;
const COUNTED_BEHIND =
  /((?:共性|个性|具体|主要|反馈|村级(?:党?组织)?|重点)?问题|整改任务|整改措施|意见建议)\s*(\d+)\s*[个项条]/gu;
const DONE_COUNT =
  /(党组会议?|党委会议?|(?:专题)?民主生活会|主席办公会|领导小组会议|已?完成整改|整改完成|阶段性完成|正在整改|部分整改|基本完成|已整改|持续整改|未完成)(?:整改)?\s*(\d+)\s*(?:个|项|条|次|场)/gu;

/** Counts that the text claims, under its own words; the first of equal words stands. */
function statedCounts(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const m of text.matchAll(COUNTED)) counts[m[2] as string] ??= Number(m[1]);
  for (const m of text.matchAll(COUNTED_BEHIND)) counts[m[1] as string] ??= Number(m[2]);
  for (const m of text.matchAll(/(?<!\d)(\d+)\s*(大?类)/gu)) counts[m[2] as string] ??= Number(m[1]);
  for (const m of text.matchAll(/(?<!\d)(\d+)\s*个\s*方面/gu)) counts['方面'] ??= Number(m[1]);
  for (const m of text.matchAll(DONE_COUNT)) counts[m[1] as string] ??= Number(m[2]);
  return counts;
}

function contactOf(source: string, view: string, sections: Sections): ParsedPreamble['contact'] {
  const lines = sections.other.filter((other) => other.kind === 'contact' || other.kind === 'closing');
  const from = lines[0]?.span[0];
  if (from === undefined) return { phone: null, address: null, email: null };
  const text = view.slice(from);
  const pick = (form: RegExp): string | null => {
    const m = form.exec(text);
    if (!m) return null;
    const at = from + m.index + m[0].lastIndexOf(m[1] as string);
    return source.slice(at, at + (m[1] as string).length);
  };
  return {
    phone: pick(/(?:电话|热线)[^\d]{0,6}((?:\d{3,4}-)?\d{7,8}(?:-\d{1,5})?|1\d{10}|\d{5})/u),
    address: pick(/(?:地址|邮政信箱|信箱)\s*[:]\s*([^;。\n]{4,60}?)(?=[;。\n(]|\s*$)/u),
    email: pick(/(?<![\w.+-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)/u),
  };
}
