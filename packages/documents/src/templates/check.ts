import type { TemplateKind } from '@closeout/domain';
import type { DXT } from 'docxtemplater';
import inspectModuleFile from 'docxtemplater/js/inspect-module.js';
import { openZip, readEntryChunks } from '../containers/zip.ts';
import { documentMessage, type MessageCode, type MessageParams } from '../messages.ts';
import { checkUpload } from '../upload/check-upload.ts';
import { parseXml } from '../xlsx/xml.ts';
import { compiled } from './engine.ts';
import { MAX_TEMPLATE_BYTES, PLACEHOLDERS, REQUIRED_PLACEHOLDERS, type Placeholder } from './placeholders.ts';

/** What is wrong with a template, in the user's words of both languages. */
export interface TemplateProblem {
  code: MessageCode;
  params: MessageParams;
  zh: string;
  en: string;
}

/** The library's types say a class is exported; what is exported makes one. */
const inspectModule = inspectModuleFile as unknown as () => InstanceType<typeof inspectModuleFile.default>;

const MAX_PROBLEMS = 30;
const UNPACKED = { entries: 500, totalBytes: 20 * 1024 * 1024 };

const problem = (code: MessageCode, params: MessageParams = {}): TemplateProblem => ({
  code,
  params,
  zh: documentMessage(code, params),
  en: documentMessage(code, params, 'en'),
});

/**
 * Whether a file can be the template of a kind: a harmless .docx of a layout's size, whose braces fit together, with known
 * placeholders alone, each where it has a value, and none missing that the document cannot do without. Empty: it can.
 */
export async function checkTemplate(
  kind: TemplateKind,
  bytes: Uint8Array,
  fileName: string,
): Promise<TemplateProblem[]> {
  if (!/\.docx$/i.test(fileName)) return [problem('TEMPLATE_NOT_DOCX')];
  if (bytes.byteLength > MAX_TEMPLATE_BYTES)
    return [problem('FILE_TOO_LARGE', { limit: MAX_TEMPLATE_BYTES / 1024 / 1024 })];
  const upload = await checkUpload(bytes, fileName);
  if (!upload.ok) return [problem(upload.code, upload.params)];
  if (await unpacksTooLarge(bytes)) return [problem('ZIP_BOMB')];
  const { inFields, split } = await placesOf(bytes);
  const tags = tagsOf(bytes);
  const found = Array.isArray(tags) ? [...inFields, ...split, ...wordsProblems(kind, tags)] : [...inFields, ...tags.problems]; // prettier-ignore
  return distinct(found).slice(0, MAX_PROBLEMS);
}

const distinct = (all: readonly TemplateProblem[]): TemplateProblem[] => [
  ...new Map(all.map((one) => [one.zh, one])).values(),
];

async function unpacksTooLarge(bytes: Uint8Array): Promise<boolean> {
  try {
    openZip(bytes, UNPACKED);
    return false;
  } catch {
    return true;
  }
}

interface Places {
  /** Placeholders in the code of fields. */
  inFields: TemplateProblem[];
  /** Placeholders that one paragraph opens and another closes. */
  split: TemplateProblem[];
}

/** Where placeholders stand in vain: a field's code is never filled, and one over two paragraphs would join them. */
async function placesOf(bytes: Uint8Array): Promise<Places> {
  const archive = openZip(bytes, UNPACKED);
  const places: Places = { inFields: [], split: [] };
  for (const entry of archive.entries.values()) {
    if (!/^word\/[^/]+\.xml$/.test(entry.name)) continue;
    const reader = placesReader(places);
    await parseXml(readEntryChunks(archive, entry), reader);
  }
  return places;
}

function placesReader({ inFields, split }: Places): Parameters<typeof parseXml>[1] {
  let code: string | null = null;
  let inText = false;
  const paragraphs: string[] = [];
  const take = (instruction: string): void => {
    for (const [, name = ''] of instruction.matchAll(/\{([^{}]{1,60})\}/g))
      inFields.push(problem('TEMPLATE_IN_FIELD', { name }));
  };
  return {
    open: (name, attributes) => {
      if (name === 'p') paragraphs.push('');
      inText = name === 't' || name === 'instrText';
      if (name === 'instrText') code ??= '';
      if (name === 'fldSimple') take(attributes['w:instr'] ?? '');
      if (name !== 'fldChar' || code === null) return;
      take(code);
      code = null;
    },
    text: (text) => {
      if (!inText) return;
      if (code === null) paragraphs.push((paragraphs.pop() ?? '') + text);
      else if (code.length < 10_000) code += text;
    },
    close: (name) => {
      inText = false;
      if (name !== 'p') return;
      const open = /\{([^{}]*)$/.exec(paragraphs.pop() ?? '');
      if (open !== null) split.push(problem('TEMPLATE_SPLIT', { name: (open[1] ?? '').slice(0, 60) }));
    },
  };
}

interface Fault {
  properties?: { id?: string; xtag?: string; openingtag?: string; errors?: readonly Fault[] };
}

const FAULTS: Readonly<Record<string, MessageCode>> = {
  unclosed_tag: 'TEMPLATE_UNCLOSED',
  duplicate_open_tag: 'TEMPLATE_UNCLOSED',
  unopened_tag: 'TEMPLATE_UNOPENED',
  duplicate_close_tag: 'TEMPLATE_UNOPENED',
  unclosed_loop: 'TEMPLATE_LIST_UNCLOSED',
  unopened_loop: 'TEMPLATE_LIST_UNOPENED',
  closing_tag_does_not_match_opening_tag: 'TEMPLATE_LIST_CROSSED',
  unbalanced_loop_tags: 'TEMPLATE_LIST_PLACE',
  loop_position_invalid: 'TEMPLATE_LIST_PLACE',
  raw_xml_tag_should_be_only_text_in_paragraph: 'TEMPLATE_CODE',
  invalid_raw_xml_value: 'TEMPLATE_CODE',
};

/** The placeholders of all parts, nested as they stand, or why they cannot be read. */
function tagsOf(bytes: Uint8Array): DXT.Part[] | { problems: TemplateProblem[] } {
  const inspector = inspectModule();
  try {
    compiled(bytes, [inspector as DXT.Module]);
    return inspector.getAllStructuredTags();
  } catch (error) {
    const { properties } = error as Fault;
    if (properties === undefined) throw error;
    const faults = properties.errors ?? [error as Fault];
    return {
      problems: faults.map(({ properties: { id = '', xtag, openingtag } = {} }) => {
        const name = (xtag ?? openingtag ?? '').replace(/[{}]/g, '').trim().slice(0, 60);
        return problem(FAULTS[id] ?? 'TEMPLATE_UNREADABLE', { name });
      }),
    };
  }
}

/** Whether every name is known, of its sort, and stands where it has a value; and what is missing. */
function wordsProblems(kind: TemplateKind, tags: readonly DXT.Part[]): TemplateProblem[] {
  const known = PLACEHOLDERS[kind];
  const used = new Set<string>();
  const problems: TemplateProblem[] = [];
  const visit = (parts: readonly DXT.Part[], scopes: readonly (readonly Placeholder[])[]): void => {
    for (const part of parts) {
      const name = part.value;
      used.add(name);
      const entry = scopes.flat().find((one) => one.name === name);
      const wrong = entry === undefined ? unknown(name, known) : misused(part, entry);
      if (wrong !== null) problems.push(wrong);
      const inner = (part as { subparsed?: readonly DXT.Part[] }).subparsed;
      if (inner !== undefined) visit(inner, entry?.items === undefined ? scopes : [entry.items, ...scopes]);
    }
  };
  visit(tags, [known]);
  const missing = REQUIRED_PLACEHOLDERS[kind].filter((names) => !names.some((name) => used.has(name)));
  return [
    ...problems,
    ...missing.map((names) => problem('TEMPLATE_REQUIRED', { names: names.map((name) => `{${name}}`).join('或') })),
  ];
}

/** {@…} would be document code and {^…} the opposite of a list; of values there is text alone. */
function misused({ module, value: name }: DXT.Part, { items }: Placeholder): TemplateProblem | null {
  if (module === 'loop') return null;
  if (module !== undefined) return problem('TEMPLATE_CODE', { name });
  return items === undefined ? null : problem('TEMPLATE_LIST_AS_TEXT', { name });
}

/** A name that only an item has says inside which list it belongs. */
function unknown(name: string, known: readonly Placeholder[]): TemplateProblem {
  const lists = known.flatMap((one) => (one.items === undefined ? [] : holders(one, name)));
  const [list] = lists;
  return list === undefined ? problem('TEMPLATE_UNKNOWN', { name }) : problem('TEMPLATE_OUTSIDE_LIST', { name, list });
}

const holders = ({ name: own, items = [] }: Placeholder, name: string): string[] =>
  items.flatMap((one) => [...(one.name === name ? [own] : []), ...holders(one, name)]);
