import {
  lackingOf,
  readSettings,
  URGED_STATES,
  urgencyOf,
  warningLevelOf,
  type FindingState,
  type MissingItem,
  type Urgency,
  type WarningColour,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { visibleFinding } from '../access/visibility.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { reading } from '../findings/change-finding.ts';
import { findingFactsSql, readFacts, type FactsJson } from '../findings/finding.facts.ts';

/** One open finding with what it lacks, as a sent list keeps it. */
export interface StoredLine {
  findingId: string;
  seq: number;
  title: string;
  state: FindingState;
  dueOn: string | null;
  urgency: Urgency;
  colour: WarningColour | null;
  handlerName: string | null;
  missing: MissingItem[];
}

export interface DepartmentLines {
  departmentId: string | null;
  departmentName: string | null;
  lastSentAt: Date | null;
  lines: StoredLine[];
}

interface Row {
  id: string;
  seq: number;
  title: string;
  state: FindingState;
  due_on: string | null;
  handler: string | null;
  department_id: string | null;
  department: string | null;
  last_sent_at: Date | null;
  facts: FactsJson;
}

function lineOf(row: Row, today: string): StoredLine {
  const [own, round] = row.facts.settings;
  const settings = readSettings(own, readSettings(round));
  const { state, due_on: dueOn } = row;
  return {
    findingId: row.id,
    seq: row.seq,
    title: row.title,
    state,
    dueOn,
    urgency: urgencyOf(state, dueOn, today, settings),
    colour: warningLevelOf({ state, dueOn }, today, settings)?.colour ?? null,
    handlerName: row.handler,
    missing: lackingOf(readFacts(row.facts)),
  };
}

/**
 * The open findings of an inspection that the viewer may read, by lead department, each with what the gate says is missing:
 * one statement, however many there are.
 */
export async function departmentLines(
  ctx: Context,
  tx: Pick<Transaction, '$queryRawUnsafe'>,
  inspectionId: string,
  departmentId: string | null = null,
): Promise<DepartmentLines[]> {
  const r = reading(ctx);
  const p = r.statement;
  const text = `SELECT f.id, f.seq, f.title, f.state, f.due_on::text, n.name AS handler, d.id AS department_id, d.name AS department,
      (SELECT max(u.sent_at) FROM urge u WHERE u.inspection_id = f.inspection_id AND u.department_id = d.id) AS last_sent_at,
      ${findingFactsSql('f', r)} AS facts
    FROM finding f LEFT JOIN department d ON d.id = f.lead_department_id LEFT JOIN person n ON n.id = f.handler_id
    WHERE f.inspection_id = ${p.param(inspectionId, 'uuid')} AND f.state = ANY(${p.param(URGED_STATES, 'text[]::finding_state[]')})
      AND (${p.param(departmentId, 'text::uuid')} IS NULL OR d.id = ${p.param(departmentId, 'text::uuid')}) AND (${visibleFinding('f', r)})
    ORDER BY d.ordinal NULLS LAST, d.id, f.due_on NULLS LAST, f.seq`;
  const rows = await tx.$queryRawUnsafe<Row[]>(text, ...p.values);
  const groups = new Map<string, DepartmentLines>();
  for (const row of rows) {
    const key = row.department_id ?? '';
    const group = groups.get(key) ?? {
      departmentId: row.department_id,
      departmentName: row.department,
      lastSentAt: row.last_sent_at,
      lines: [],
    };
    group.lines.push(lineOf(row, r.today));
    groups.set(key, group);
  }
  return [...groups.values()];
}
