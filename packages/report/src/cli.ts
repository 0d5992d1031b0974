import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ReportFileError, parseReport, readParsedReport, readReportFile, renderReport } from './index.ts';

const USAGE = '用法：report parse 文件（.txt、.md、.docx、.html、.pdf） | report render 已解析的.json';

/** parse prints one JSON document, render prints the text; anything else ends with status 2 and one line. */
async function main([command, file, ...rest]: string[]): Promise<void> {
  if (rest.length > 0 || !file || (command !== 'parse' && command !== 'render')) throw new Error(USAGE);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `找不到文件“${file}”。` : `无法读取“${file}”：${error.code ?? error.message}。`,
    );
  });
  await print(command === 'parse' ? await parse(bytes, basename(file)) : render(bytes));
}

async function parse(bytes: Uint8Array, name: string): Promise<string> {
  const { text, setAside } = await readReportFile(bytes, name);
  const report = parseReport(text, { setAside });
  const none = report.warnings.find((warning) => warning.code === 'NO_FINDINGS');
  if (none) throw new ReportFileError('NO_FINDINGS', `“${name}”${none.message}`);
  return `${JSON.stringify(report, null, 2)}\n`;
}

function render(bytes: Uint8Array): string {
  const json = new TextDecoder('utf-8').decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error('这不是JSON文件：render需要parse输出的JSON。');
  }
  return renderReport(readParsedReport(value));
}

const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));

main(process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message.replace(/\s*\n\s*/gu, ' ')}\n`);
  process.exitCode = 2;
});
