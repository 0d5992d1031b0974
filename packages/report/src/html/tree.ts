import { Parser } from 'htmlparser2';

/** A web page as a tree: an element with what stands in it, or text. */
export interface Element {
  tag: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/** Pages of content systems nest some sixty deep; more is meant to exhaust whoever reads it. */
const MOST_DEPTH = 500;
const MOST_NODES = 200_000;

export class EndlessPage extends Error {
  override readonly name = 'EndlessPage';
}

/** What a page loads, runs or offers to press: no text of it. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object embed applet canvas audio video map select button input textarea'.split(' '), // prettier-ignore
);
const EMPTY: ReadonlySet<string> = new Set('area base br col embed hr img input link meta param source track wbr'.split(' ')); // prettier-ignore

/** Reads a page tolerantly, as browsers do; nothing in it is loaded or run. Throws EndlessPage instead of filling the memory. */
export function treeOf(html: string): Element {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  let dropped = 0;
  let nodes = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      nodes += 1;
      if (open.length + dropped > MOST_DEPTH || nodes > MOST_NODES) throw new EndlessPage();
      if (dropped > 0 || WITHOUT_TEXT.has(tag)) {
        if (!EMPTY.has(tag)) dropped += 1;
        return;
      }
      const element: Element = { tag, attributes, children: [] };
      (open.at(-1) as Element).children.push(element);
      if (!EMPTY.has(tag)) open.push(element);
    },
    ontext(text) {
      if (dropped > 0) return;
      const { children } = open.at(-1) as Element;
      const last = children.at(-1);
      if (typeof last === 'string') children[children.length - 1] = last + text;
      else children.push(text);
    },
    onclosetag(tag) {
      if (EMPTY.has(tag)) return;
      if (dropped > 0) dropped -= 1;
      else if (open.length > 1) open.pop();
    },
  });
  parser.write(html);
  parser.end();
  return root;
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string';

/** All elements with a tag, at any depth. */
export const within = (node: Element, tag: string): Element[] =>
  node.children
    .filter(isElement)
    .flatMap((child) => (child.tag === tag ? [child, ...within(child, tag)] : within(child, tag)));
