import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { once } from './stamp.mjs';
import { NODE, ROOT, Refusal, runQuietly, workspaceEnv } from './workspace.mjs';

const MANIFESTS = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'prisma/package.json', 'e2e/package.json'];
const say = (line) => process.stderr.write(`${line}\n`);

/** Installs the workspace exactly as locked, unless that is done already. */
export async function install() {
  const inputs = [...MANIFESTS, ...manifestsBelow('apps'), ...manifestsBelow('packages')];
  const outputs = ['node_modules/node/bin', 'apps/api/node_modules', 'apps/console/node_modules'];
  await once({ name: 'install', inputs, outputs }, () =>
    step('Installing packages', 'the first time about a minute', async () => {
      // CI=true: nobody is there to answer, whatever pnpm would like to ask.
      await pnpm('install', ['install', '--frozen-lockfile'], { CI: 'true' });
      if (!existsSync(NODE))
        throw new Refusal(`Node 24 was not installed to ${NODE}: remove node_modules and start again.`);
    }),
  );
}

/** Generates what is not committed: the Prisma client and the console's typed GraphQL documents. */
export async function generate() {
  await generatePrisma();
  await generateConsole();
}

export async function generatePrisma() {
  await once(
    {
      name: 'generate-prisma',
      inputs: ['prisma/schema', 'prisma/package.json', 'prisma/prisma.config.ts', 'pnpm-lock.yaml'],
      outputs: ['prisma/generated/client/client.ts'],
    },
    () => step('Generating the database client', '', () => script('prisma', 'generate')),
  );
}

export async function generateConsole() {
  await once(
    {
      name: 'generate-console',
      inputs: ['apps/api/schema.graphql', 'apps/console/codegen.ts', 'apps/console/src', 'pnpm-lock.yaml'],
      outputs: ['apps/console/src/gql'],
    },
    () => step("Generating the console's documents", '', () => script('apps/console', 'generate')),
  );
}

/** Builds console, explorer and API, each unless its sources are those of the last build. */
export async function build() {
  const shared = ['packages', 'prisma/schema', 'pnpm-lock.yaml'];
  const builds = [
    {
      name: 'console',
      inputs: ['apps/console', 'apps/api/schema.graphql', ...shared],
      outputs: ['apps/console/dist/index.html'],
    },
    {
      name: 'explorer',
      inputs: ['apps/explorer', 'pnpm-lock.yaml'],
      outputs: ['apps/explorer/dist/index.html'],
    },
    {
      name: 'api',
      inputs: [
        'apps/api/src',
        'apps/api/package.json',
        'apps/api/vite.config.ts',
        'apps/api/tsconfig.json',
        'tsconfig.base.json',
        'pnpm-lock.yaml',
      ],
      outputs: ['apps/api/dist/main.js'],
    },
  ];
  for (const { name, inputs, outputs } of builds) {
    await once({ name: `build-${name}`, inputs, outputs }, () =>
      step(`Building the ${name === 'api' ? 'API' : name}`, '', () => script(`apps/${name}`, 'build')),
    );
  }
}

/** Runs a script of a workspace package by pnpm, quietly. */
export function script(folder, name) {
  return pnpm(`${name} of ${folder}`, ['--dir', path.join(ROOT, folder), 'run', name]);
}

function pnpm(title, args, extra = {}) {
  return runQuietly(title, process.platform === 'win32' ? 'npx.cmd' : 'npx', ['--yes', 'pnpm@12', ...args], {
    env: quietEnv(extra),
  });
}

/** npm's own settings reach a child as npm_config_*; pnpm would take some of them for its own. */
function quietEnv(extra) {
  const kept = Object.entries(workspaceEnv()).filter(
    ([name]) => !/^npm_config_(?!registry|userconfig|cache)/i.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

async function step(title, hint, work) {
  say(`${title}${hint ? ` (${hint})` : ''} …`);
  const begun = Date.now();
  await work();
  say(`  done in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

function manifestsBelow(folder) {
  return readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}/package.json`);
}
