import { describe, expect, test } from 'vitest';
import { curlCommand, firstQuery } from './CurlSample.tsx';

describe('the first request of a token', () => {
  test.each([
    [
      ['readOutline', 'readFinding'],
      ['STATISTICS'],
      'findings(first: 3) { totalCount edges { node { id refNo state result } } }',
    ],
    [
      ['readFinding'],
      ['STATISTICS', 'TEXT', 'NAMES', 'MONEY'],
      'node { id refNo state result title handler { name } balance { outstandingFen } }',
    ],
    [['readFinding'], ['MONEY'], 'node { id balance { outstandingFen } }'],
    [['readOutline'], ['STATISTICS'], 'findingOutlines(first: 3)'],
    [['exportLedger'], ['STATISTICS'], '{ viewer { name classes } }'],
  ] as const)('%j with %j asks for what it may read', (verbs, classes, part) => {
    expect(firstQuery({ verbs, classes })).toContain(part);
  });

  test('runs in a shell: the secret or its variable is filled in, the query is one JSON text', () => {
    const command = curlCommand('$CLOSEOUT_TOKEN', { verbs: ['readFinding'], classes: ['STATISTICS'] }, 'http://x');
    expect(command).toContain('-H "authorization: Bearer $CLOSEOUT_TOKEN"');
    const body = /-d '(.*)'$/s.exec(command)?.[1] ?? '';
    expect(JSON.parse(body)).toEqual({ query: firstQuery({ verbs: ['readFinding'], classes: ['STATISTICS'] }) });
  });
});
