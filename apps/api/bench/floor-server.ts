import { createServer } from 'node:http';
import pg from 'pg';
import { FLOOR_SQL } from './floor-sql.ts';
import { serve, setting } from './serve.ts';

/**
 * The floor: plain node:http, no GraphQL, no sign-in, no authorization, one prepared statement written by hand for this one
 * question. POST { body: uuid }; the text that PostgreSQL built is the answer.
 */
const pool = new pg.Pool({
  connectionString: setting('BENCH_DATABASE'),
  max: 10,
  options: '-c TimeZone=UTC -c jit=off',
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => {
    const { body } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { body: string };
    pool.query<{ json: string }>({ name: 'ledger', text: FLOOR_SQL, values: [body] }).then(
      ({ rows }) => {
        const answer = Buffer.from(rows[0]?.json ?? '', 'utf8');
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
        response.end(answer);
      },
      (error: unknown) => {
        response.writeHead(500);
        response.end(String(error));
      },
    );
  });
});
serve(server);
