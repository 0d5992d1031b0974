// npm run generate: everything generated, the committed GraphQL schema included, in the order in which one needs the other.
import { generateConsole, generatePrisma, install, script } from './lib/steps.mjs';
import { main } from './lib/workspace.mjs';

main(async () => {
  await install();
  await generatePrisma();
  await script('apps/api', 'generate');
  await generateConsole();
});
