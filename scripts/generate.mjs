// npm run generate: everything generated, the committed GraphQL schema included.
import { generate, install, script } from './lib/steps.mjs';
import { hasScript, main } from './lib/workspace.mjs';

main(async () => {
  await install();
  await generate();
  if (!hasScript('apps/api', 'generate')) return;
  await script('apps/api', 'generate');
  await generate();
});
