import type { EvidenceKind } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { visibleEvidence } from '../access/visibility.ts';
import { visibleAttachment } from '../evidence/evidence.read.ts';
import { reading } from '../findings/change-finding.ts';

/** A stored file, and the finding in whose box it lies. */
export interface ArchivedFileRow {
  fileName: string;
  sha256: string;
  purpose: 'SCAN' | 'VOUCHER' | 'FILE' | 'SIGNED_FORM' | 'CONSENT';
  evidenceId: string | null;
  findingId: string | null;
}

export interface ArchivedPiece {
  id: string;
  number: string;
  title: string;
  kind: EvidenceKind;
  date: string | null;
  restricted: boolean;
  accepted: boolean;
  /** The findings that it proves. */
  findingIds: string[];
}

export interface ArchivedFinding {
  id: string;
  seq: number;
  title: string;
}

/** What an archive holds of an inspection: exactly what its owner may read. */
export interface ArchivedRecords {
  findings: ArchivedFinding[];
  pieces: ArchivedPiece[];
  files: ArchivedFileRow[];
}

/** Pieces by their number, 5-2-01 before 5-10-01. */
const BY_NUMBER = `string_to_array(e.piece_number, '-')::int[], e.id`;

async function pieces(ctx: Context, inspectionId: string): Promise<ArchivedPiece[]> {
  const r = reading(ctx);
  const sql = `SELECT e.id, e.piece_number AS number, e.title, e.kind::text AS kind, coalesce(e.occurred_on::text, e.date_text) AS date,
      e.restricted, e.acceptance <> 'REJECTED' AS accepted,
      ARRAY(SELECT DISTINCT a.finding_id::text FROM evidence_action l JOIN action a ON a.id = l.action_id WHERE l.evidence_id = e.id) AS "findingIds"
    FROM evidence e WHERE e.inspection_id = ${r.statement.param(inspectionId, 'text::uuid')} AND (${visibleEvidence('e', r)}) ORDER BY ${BY_NUMBER}`;
  return ctx.db.$queryRawUnsafe<ArchivedPiece[]>(sql, ...r.statement.values);
}

/** Files of the pieces, vouchers of recoveries, consents of waivers, signed forms of findings: by piece and time. */
async function files(ctx: Context, inspectionId: string): Promise<ArchivedFileRow[]> {
  const r = reading(ctx);
  const sql = `SELECT t.file_name AS "fileName", t.sha256, t.purpose::text AS purpose, t.evidence_id::text AS "evidenceId",
      coalesce(t.finding_id, rs.finding_id, ws.finding_id)::text AS "findingId"
    FROM attachment t LEFT JOIN evidence e ON e.id = t.evidence_id
      LEFT JOIN recovery c ON c.id = t.recovery_id LEFT JOIN money_sum rs ON rs.id = c.sum_id
      LEFT JOIN waiver_consent w ON w.id = t.consent_id LEFT JOIN waiver wv ON wv.id = w.waiver_id LEFT JOIN money_sum ws ON ws.id = wv.sum_id
      LEFT JOIN finding f ON f.id = coalesce(t.finding_id, rs.finding_id, ws.finding_id)
    WHERE coalesce(e.inspection_id, f.inspection_id) = ${r.statement.param(inspectionId, 'text::uuid')} AND (${visibleAttachment('t', r)})
    ORDER BY f.seq NULLS FIRST, ${BY_NUMBER}, t.uploaded_at, t.id`;
  return ctx.db.$queryRawUnsafe<ArchivedFileRow[]>(sql, ...r.statement.values);
}

export async function archivedRecords(ctx: Context, inspectionId: string): Promise<ArchivedRecords> {
  const findings = await ctx.db.finding.findMany({
    where: { inspectionId },
    select: { id: true, seq: true, title: true },
    orderBy: { seq: 'asc' },
  });
  return { findings, pieces: await pieces(ctx, inspectionId), files: await files(ctx, inspectionId) };
}
