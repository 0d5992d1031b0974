import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { Product } from './product.ts';
import { ask } from './steps.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = path.join(ROOT, 'apps', 'api', 'src', 'cli', 'token.ts');

/** Everything by which a finding could be reached: its own id and number, its pieces and the links of its files. */
export interface Traces {
  finding: string;
  inspection: string;
  piece: string;
  file: string;
}

interface Found {
  finding: {
    inspection: { id: string };
    actions: {
      edges: { node: { evidence: { edges: { node: { id: string; attachments: { path: string }[] } }[] } } }[];
    };
  };
}

/** Collected by somebody who may see it all, to be tried by somebody who may not. */
export async function tracesOf(page: Page, finding: string): Promise<Traces> {
  const { finding: found } = await ask<Found>(
    page,
    `query Traces($id: ID!) { finding(id: $id) { inspection { id } actions(first: 10) { edges { node {
      evidence(first: 10) { edges { node { id attachments { path } } } } } } } } }`,
    { id: finding },
  );
  const pieces = found.actions.edges.flatMap(({ node }) => node.evidence.edges.map((edge) => edge.node));
  const [piece] = pieces.filter(({ attachments }) => attachments.length > 0);
  const file = piece?.attachments[0]?.path;
  if (piece === undefined || file === undefined) throw new Error('the finding has no piece with a file');
  return { finding, inspection: found.inspection.id, piece: piece.id, file };
}

/** What each way to it answers; the same question for a session and for a token. */
export const EVERY_WAY = `query EveryWay($finding: ID!, $piece: ID!, $inspection: ID!, $within: String!, $text: String!) {
  finding(id: $finding) { title }
  node(id: $finding) { id }
  evidencePiece(id: $piece) { id }
  inspection(id: $inspection) { id }
  ofInspection: findings(first: 10, filter: { inspectionId: $within }) { totalCount edges { node { title } } }
  byText: findings(first: 10, filter: { text: $text }) { totalCount edges { node { title } } }
}`;

export const NOTHING = {
  finding: null,
  node: null,
  evidencePiece: null,
  inspection: null,
  ofInspection: { totalCount: 0, edges: [] },
  byText: { totalCount: 0, edges: [] },
};

export const waysTo = (traces: Traces, text: string) => ({
  finding: traces.finding,
  piece: traces.piece,
  inspection: traces.inspection,
  within: traces.inspection,
  text,
});

/** What `npm run token` runs: a read-only token of one body, made on the command line of the running installation. */
export async function makeToken(product: Product, body: string, approver: string): Promise<string> {
  const loader = new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
  const scope = ['--classes', 'STATISTICS,TEXT,NAMES,MONEY', '--verbs', 'readOutline,readFinding,exportLedger'];
  const wanted = ['--body', body, '--name', '对接测试', '--approver', approver, ...scope];
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, COMMAND, ...wanted], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...product.settings,
      NODE_OPTIONS: '',
      TSX_TSCONFIG_PATH: path.join(ROOT, 'apps', 'api', 'tsconfig.json'),
    },
  });
  return stdout.trim();
}
