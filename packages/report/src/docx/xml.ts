import { XMLParser } from 'fast-xml-parser';

/** A node as fast-xml-parser gives it with preserveOrder: one key for the tag, ':@' for attributes, '#text' for text. */
export type XmlNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
  htmlEntities: true,
});

/** Tables within tables within text boxes reach some forty; more is meant to exhaust whoever reads it. */
const MOST_DEPTH = 300;
/** A report of a hundred pages has some hundred thousand. */
const MOST_ELEMENTS = 400_000;

/** Office documents have no document type; one that declares entities is refused, not expanded; so are endless parts. */
export function parseXml(xml: string): XmlNode[] {
  if (xml.includes('<!DOCTYPE')) throw new SyntaxError('document type in an Office part');
  demandSane(xml);
  const nodes: unknown = parser.parse(xml);
  return Array.isArray(nodes) ? (nodes as XmlNode[]) : [];
}

function demandSane(xml: string): void {
  let depth = 0;
  let elements = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1];
    if (next === '/') depth -= 1;
    else if (next !== '?' && next !== '!') {
      const end = xml.indexOf('>', at);
      if (xml[end - 1] !== '/') depth += 1;
      elements += 1;
    }
    if (depth > MOST_DEPTH || elements > MOST_ELEMENTS) throw new RangeError('more than any report holds');
  }
}

export const tagOf = (node: XmlNode): string => Object.keys(node).find((key) => key !== ':@') ?? '';

export function childrenOf(node: XmlNode | undefined): XmlNode[] {
  const inside = node ? node[tagOf(node)] : undefined;
  return Array.isArray(inside) ? (inside as XmlNode[]) : [];
}

export function attribute(node: XmlNode | undefined, name: string): string {
  const all = node?.[':@'];
  const value = all && typeof all === 'object' ? (all as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}

export const named = (nodes: readonly XmlNode[], tag: string): XmlNode | undefined => nodes.find((node) => tag in node);

/** The first node at the end of a path of tags. */
export const at = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((found, tag) => named(childrenOf(found), tag), node);

/** A switch such as <w:vanish/>: there, and not turned off. */
export function isOn(properties: XmlNode | undefined, tag: string): boolean {
  const node = named(childrenOf(properties), tag);
  return node !== undefined && !/^(?:0|false|off|none)$/iu.test(attribute(node, 'w:val'));
}

/** All nodes with a tag, at any depth, in document order. */
export function deep(nodes: readonly XmlNode[], tag: string): XmlNode[] {
  return nodes.flatMap((node) => (tag in node ? [node, ...deep(childrenOf(node), tag)] : deep(childrenOf(node), tag)));
}
