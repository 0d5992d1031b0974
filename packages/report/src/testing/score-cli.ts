/** npm run score [-- FOLDER]: what the reports of a folder score against their truth, the worst last; status 1 below the goal. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseReport, readReportFile } from '../index.ts';
import { scoreReport } from './score.ts';
import type { Truth } from './score.ts';

const GOAL = 0.95;
const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL('../../fixtures/', import.meta.url)));
const names = readdirSync(folder);

/** The truth beside a report: its own, or that of the report with the same leading number. */
const truthOf = (name: string): string | undefined =>
  names.find((other) => other === `${path.parse(name).name}.json`) ??
  names.find((other) => other.endsWith('.json') && other.split('-')[0] === name.split('-')[0]);

const rows: { name: string; overall: number; below: string }[] = [];
for (const name of names.filter((one) => /\.(?:txt|md|docx|html|pdf)$/u.test(one)).sort()) {
  const truth = truthOf(name);
  if (truth === undefined) continue;
  const { text } = await readReportFile(readFileSync(path.join(folder, name)), name);
  const { overall = 0, ...parts } = scoreReport(
    parseReport(text),
    JSON.parse(readFileSync(path.join(folder, truth), 'utf8')) as Truth,
  );
  const below = Object.entries(parts).flatMap(([part, value]) => (value < 1 ? [`${part} ${value.toFixed(3)}`] : []));
  rows.push({ name, overall, below: below.join(', ') });
}
for (const { name, overall, below } of rows.sort((a, b) => b.overall - a.overall))
  console.log(`${overall.toFixed(3)}  ${name}${below ? `  (${below})` : ''}`);
const failed = rows.filter(({ overall }) => overall < GOAL);
console.log(`${rows.length} reports, ${failed.length} below ${GOAL}`);
if (rows.length === 0 || failed.length > 0) process.exitCode = 1;
