import type { Plugin } from 'vite';

/** Built-ins that Chromium 87 lacks and `public/boot.js` does not add: syntax is lowered by the build, these are not. */
const TOO_NEW = [
  /\bstructuredClone\(/,
  /\.findLast(?:Index)?\(/,
  /\.to(?:Sorted|Reversed|Spliced)\(/,
  /\.randomUUID\(/,
  /\b(?:Object|Map)\.groupBy\(/,
  /\bPromise\.withResolvers\(/,
  /\bAbortSignal\.any\(/,
  /\bArray\.fromAsync\(/,
];

/** Stops a build that would fail on the oldest browsers we promise, naming the file and the call. */
export function oldBrowsers(): Plugin {
  return {
    name: 'closeout:old-browsers',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const call = TOO_NEW.map((pattern) => pattern.exec(file.code)?.[0]).find(Boolean);
        if (call)
          this.error(
            `${file.fileName} uses ${call}…), which Chromium 87 does not know: write it otherwise or add it to public/boot.js.`,
          );
      }
    },
  };
}
