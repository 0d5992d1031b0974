import { FIELD_CLASSES, TOKEN_VERBS, type FieldClass, type TokenVerb } from '@closeout/domain';
import type { Api, Caller } from './api.ts';

export interface MadeToken {
  id: string;
  secret: string;
  caller: Caller;
}

/** Makes a token as the security administrator, and has the body's secretary approve it where it asks for more than statistics. */
export async function tokenFor(
  api: Api,
  body: string,
  scope: { classes?: readonly FieldClass[]; verbs?: readonly TokenVerb[]; approve?: boolean; name?: string } = {},
): Promise<MadeToken> {
  const { classes = FIELD_CLASSES, verbs = TOKEN_VERBS, approve = true, name = 'x' } = scope;
  const [found] = await api.sql<{ body: string; account: string; login: string }>(
    `SELECT b.id AS body, a.id AS account, a.login FROM body b JOIN role_grant g ON g.body_id = b.id AND g.role = 'SECRETARY' JOIN account a ON a.id = g.account_id WHERE b.short_name = $1 ORDER BY g.created_at, g.id LIMIT 1`,
    [body],
  );
  const secadmin = await api.as('secadmin');
  const { createApiToken: made } = await secadmin.execute<{
    createApiToken: { apiToken: { id: string } | null; secret: string; userErrors: unknown[] };
  }>(
    'mutation T($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiToken { id } secret userErrors { code field message } } }',
    {
      input: {
        name,
        bodyId: `bdy_${found?.body}`,
        classes,
        verbs,
        approverId: `acc_${found?.account}`,
        expiresOn: '2027-01-31',
      },
    },
  );
  if (made.apiToken === null) throw new Error(`no token: ${JSON.stringify(made.userErrors)}`);
  const { id } = made.apiToken;
  if (approve && classes.some((one) => one !== 'STATISTICS')) {
    const { decideApiToken } = await (
      await api.as(found?.login ?? '')
    ).execute<{
      decideApiToken: { userErrors: unknown[] };
    }>('mutation D($input: DecideApiTokenInput!) { decideApiToken(input: $input) { userErrors { code message } } }', {
      input: { apiTokenId: id, version: 1, approve: true },
    });
    if (decideApiToken.userErrors.length > 0) throw new Error(JSON.stringify(decideApiToken.userErrors));
  }
  return { id, secret: made.secret, caller: api.withHeaders({ authorization: `Bearer ${made.secret}` }) };
}
