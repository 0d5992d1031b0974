// npm run build: generates and builds what a production start needs, without starting it.
import { build, generate, install } from './lib/steps.mjs';
import { main } from './lib/workspace.mjs';

main(async () => {
  await install();
  await generate();
  await build();
});
