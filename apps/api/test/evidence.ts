import type { Caller } from './api.ts';
import { mutate } from './work.ts';

/** A piece of evidence as the slice's tests ask for it. */
export interface Piece {
  id: string;
  kind: string;
  pieceNumber: string;
  title: string;
  version: number;
  acceptance: string;
  restricted: boolean;
  date: { on: string | null; precision: string };
  onBehalfOf: { name: string } | null;
  meeting: { type: string; chair: string | null } | null;
  hints: string[];
  actions: { edges: { node: { id: string } }[] };
}
interface Got {
  evidence: Piece | null;
}
export const PIECE =
  'id kind pieceNumber title version acceptance restricted date { on precision } onBehalfOf { name } meeting { type chair } hints actions(first: 50) { edges { node { id } } }';
/** One verb about a piece; answers it, or why it was refused. */
export const put = (who: Caller, name: string, input: Record<string, unknown>) =>
  mutate<Got>(who, name, input, `evidence { ${PIECE} }`);

/** A meeting by its four fields, to prove these actions. */
export const meetingOf = (actionIds: string[], more: Record<string, unknown> = {}) => ({
  actionIds,
  type: 'PARTY_GROUP',
  title: '党组会研究报销制度',
  date: { on: '2026-11-10' },
  ...more,
});
