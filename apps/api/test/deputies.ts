import { expect } from 'vitest';
import type { Api, Caller } from './api.ts';
import { mutate } from './work.ts';

export interface Deputation {
  id: string;
  version: number;
  state: string;
  inForce: boolean;
  waitsForMe: boolean;
  mayEnd: boolean;
}
export interface Payload {
  deputation: Deputation | null;
}
export interface Post {
  grantId: string;
  role: string;
  scopeName: string;
  personName: string;
  own: boolean;
  candidates: { id: string; name: string }[];
}

export const DEPUTATION = 'deputation { id version state inForce waitsForMe mayEnd }';
export const POSTS = '{ deputisedPosts { grantId role scopeName personName own candidates { id name postTitle } } }';
export const LIST =
  '{ deputations(first: 50) { edges { node { id principalName deputyName reason state inForce role scopeName } } } }';
export const REVIEW = `query R($refNo: String) { finding(refNo: $refNo) { id version state closedByName viewerCan
  pendingSubmission { id currentStep { kind deputyNames } steps { kind state skipReason signerName signerPost principalName } } } }`;

export interface Review {
  id: string;
  version: number;
  state: string;
  closedByName: string | null;
  viewerCan: string[];
  pendingSubmission: {
    id: string;
    currentStep: { kind: string; deputyNames: string[] };
    steps: Record<string, string | null>[];
  } | null;
}

export const TODAY = '2026-11-22';

/** What the tests of deputies do again and again, as whoever is named by login. */
export function deputiesOver(api: Api) {
  const callers = new Map<string, Caller>();
  const as = async (login: string): Promise<Caller> => {
    if (!callers.has(login)) callers.set(login, await api.as(login));
    return callers.get(login)!;
  };
  const person = async (login: string): Promise<string> =>
    (await api.sql<{ id: string }>(`SELECT 'psn_' || person_id AS id FROM account WHERE login = $1`, [login]))[0]!.id;
  const grantOf = async (login: string): Promise<string> =>
    (
      await api.sql<{ id: string }>(
        `SELECT 'grt_' || g.id AS id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = $1`,
        [login],
      )
    )[0]!.id;
  const appoint = async (by: string, of: string, deputy: string, change: Record<string, unknown> = {}) =>
    mutate<Payload>(
      await as(by),
      'appointDeputy',
      {
        grantId: await grantOf(of),
        deputyId: await person(deputy),
        fromOn: TODAY,
        toOn: '2026-11-30',
        reason: '外出培训',
        ...change,
      },
      DEPUTATION,
    );
  const decide = async (by: string, deputation: Deputation, confirm = true, opinion?: string) =>
    mutate<Payload>(
      await as(by),
      'confirmDeputy',
      { deputationId: deputation.id, version: deputation.version, confirm, opinion },
      DEPUTATION,
    );
  const standIn = async (of: string, deputy: string): Promise<Deputation> => {
    const asked = await appoint(of, of, deputy);
    expect(asked.userErrors).toEqual([]);
    const confirmed = await decide('secretary', asked.deputation!);
    expect(confirmed.userErrors).toEqual([]);
    return confirmed.deputation!;
  };
  const review = async (login: string, seq: number): Promise<Review | null> =>
    (await (await as(login)).execute<{ finding: Review | null }>(REVIEW, { refNo: `2026-2-市侨青会-${seq}` })).finding;
  return { as, person, grantOf, appoint, decide, standIn, review };
}
