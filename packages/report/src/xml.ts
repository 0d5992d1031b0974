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

/** Office documents have no document type; one that declares entities is refused, not expanded. */
export function parseXml(xml: string): XmlNode[] {
  if (xml.includes('<!DOCTYPE')) throw new SyntaxError('document type in an Office part');
  const nodes: unknown = parser.parse(xml);
  return Array.isArray(nodes) ? (nodes as XmlNode[]) : [];
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

/** All nodes with a tag, at any depth, in document order. */
export function deep(nodes: readonly XmlNode[], tag: string): XmlNode[] {
  return nodes.flatMap((node) => (tag in node ? [node, ...deep(childrenOf(node), tag)] : deep(childrenOf(node), tag)));
}
