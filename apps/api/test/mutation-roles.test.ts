import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApiSchema } from '../src/graphql/schema.ts';
import type { Actor } from './authz/actors.ts';
import { tryMutation, type MutationPass } from './authz/mutations.ts';
import { requestFor } from './authz/requests.ts';
import { startWrites } from './authz/run.ts';
import { MUTATION_ROLES, WHO } from './mutation-roles.table.ts';

const mutations = Object.keys(buildApiSchema().getMutationType()?.getFields() ?? {});

/** Every mutation by every role for the table's finding as it stands; authz/ asks the same at every place and in every state. */
describe('every mutation by every role', () => {
  let pass: MutationPass;
  beforeAll(async () => {
    process.env['LOG_LEVEL'] = 'silent';
    pass = await startWrites(true);
  });
  afterAll(() => pass.api.stop());

  it('the table names every mutation of the schema and none besides', () => {
    expect([...MUTATION_ROLES.keys()].sort()).toEqual([...mutations].sort());
  });

  it.each(mutations)('%s', async (verb) => {
    const request = requestFor(pass.schema, pass.world, verb);
    const seen: Record<string, string> = {};
    for (const who of WHO) {
      const caller = pass.callers.get(who === 'token' ? 'token:ALL' : (who satisfies Actor));
      if (caller === undefined) throw new Error(`nobody is called ${who}`);
      const tried = await tryMutation(caller, verb, request);
      const refused = tried.seen === 'deny' || tried.seen === 'absent';
      seen[who] = tried.seen === 'error' ? `fault: ${tried.said}` : refused ? 'refused' : 'allowed';
    }
    const expected = Object.fromEntries(
      WHO.map((who) => [who, MUTATION_ROLES.get(verb)?.includes(who) === true ? 'allowed' : 'refused']),
    );
    expect(seen).toEqual(expected);
  });
});
