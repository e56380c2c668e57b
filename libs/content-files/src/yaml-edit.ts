import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from '@parcours/kernel';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

import { quoteWhatHides, WRITING } from './yaml-style.js';

/**
 * The file with other members, its comments, the order of its members and the style of what stays as they are.
 * Undefined where that cannot be done, such as for a value that an alias elsewhere repeats.
 */
export function editYaml(text: string, members: JsonObject): string | undefined {
  const document = parseDocument(text, { version: '1.2', stringKeys: true, logLevel: 'error' });
  if (!isMap(document.contents)) return undefined;
  try {
    editMap(document, document.contents, members);
    quoteWhatHides(document.contents);
    return document.toString({ ...WRITING, ...styleOf(text) });
  } catch {
    // What is left to fail is an alias whose anchor is gone.
    return undefined;
  }
}

/** The node changed into one of the value, or another in its place. */
function edited(document: Document, node: Node | null, value: JsonValue): Node {
  if (node === null) return created(document, value);
  if (saysTheSame(document, node, value)) return node;
  if (!isAlias(node)) {
    if (isMap(node) && isJsonObject(value)) return editMap(document, node, value);
    if (isSeq(node) && Array.isArray(value)) return editSequence(document, node, value);
  }
  const next = created(document, value);
  if (!isAlias(node)) {
    if (node.comment != null) next.comment = node.comment;
    if (isScalar(node) && isScalar(next) && isOneLine(node) && isOneLine(next) && node.type)
      next.type = node.type;
  }
  if (node.commentBefore != null) next.commentBefore = node.commentBefore;
  if (node.spaceBefore === true) next.spaceBefore = true;
  return next;
}

function editMap(document: Document, map: YAMLMap, value: JsonObject): YAMLMap {
  const names = Object.keys(value);
  dropMembers(map, (name) => !names.includes(name));
  names.forEach((name, at) => {
    const pair = pairOf(map, name);
    const member = value[name];
    if (member === undefined) return;
    if (pair) pair.value = edited(document, isNode(pair.value) ? pair.value : null, member);
    else insert(map, document.createPair(name, member), names.slice(0, at));
  });
  return map;
}

/** The comment over the first member is that of the file, and stays when the member goes. */
function dropMembers(map: YAMLMap, isGone: (name: string) => boolean): void {
  const head = headOf(map);
  map.items = map.items.filter(({ key }) => !isGone(nameOf(key)));
  const [first] = map.items;
  const key: unknown = first?.key;
  if (head != null && isScalar(key) && headOf(map) !== head) {
    key.commentBefore = [head, key.commentBefore].filter((part) => part != null).join('\n');
  }
}

function headOf(map: YAMLMap): string | null | undefined {
  const key: unknown = map.items[0]?.key;
  return isScalar(key) ? key.commentBefore : undefined;
}

/** Behind the nearest of the members that are to stand before it; at the head when there is none. */
function insert(map: YAMLMap, pair: Pair, before: readonly string[]): void {
  const places = before.map((name) => map.items.findIndex(({ key }) => nameOf(key) === name));
  const at = Math.max(-1, ...places) + 1;
  const key: unknown = map.items[0]?.key;
  if (at === 0 && isScalar(key) && isScalar(pair.key)) {
    const head = key.commentBefore;
    if (head != null) pair.key.commentBefore = head;
    key.commentBefore = null;
  }
  map.items.splice(at, 0, pair);
}

/** Equal items at both ends keep their nodes; what lies between is changed in its place. */
function editSequence(document: Document, list: YAMLSeq, value: readonly JsonValue[]): YAMLSeq {
  const nodes = list.items.map((item) => (isNode(item) ? item : null));
  const isSame = (node: Node | null | undefined, item: JsonValue | undefined) =>
    node != null && item !== undefined && saysTheSame(document, node, item);
  const shorter = Math.min(nodes.length, value.length);
  let head = 0;
  while (head < shorter && isSame(nodes[head], value[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(nodes.at(-1 - tail), value.at(-1 - tail))) tail++;
  const middle = value
    .slice(head, value.length - tail)
    .map((item, at) =>
      edited(document, (head + at < nodes.length - tail ? nodes[head + at] : null) ?? null, item),
    );
  list.items = [...list.items.slice(0, head), ...middle, ...list.items.slice(nodes.length - tail)];
  return list;
}

function created(document: Document, value: JsonValue): Node {
  return document.createNode(value, { aliasDuplicateObjects: false });
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => nameOf(key) === name);
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function saysTheSame(document: Document, node: Node, value: JsonValue): boolean {
  return canonicalJson(node.toJS(document)) === canonicalJson(value);
}

function isOneLine({ value, type }: Scalar): boolean {
  const isBlock = type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL;
  return typeof value === 'string' && !isBlock && !value.includes('\n');
}

/** How the file indents, where that shows. */
function styleOf(text: string): { indent?: number; indentSeq?: boolean } {
  const indent = /^[^\s#-][^\n]*:\n( +)[^\s#-]/m.exec(text)?.[1]?.length;
  const isFlush = /^( *)[^\s#-][^\n]*:\n\1- /m.test(text);
  return { ...(indent !== undefined && indent <= 8 && { indent }), ...(isFlush && { indentSeq: false }) };
}
