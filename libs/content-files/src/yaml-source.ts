import { isJsonObject, type JsonObject, type JsonValue, pointer } from '@parcours/kernel';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';

import type { FileDefect, FileDefectCode } from './file-defect.js';

/** The largest file that is read: twice the largest document, for indentation. */
export const MAX_FILE_BYTES = 2 * 1_048_576;

const MAX_DEPTH = 100;
/** References to an anchor; with repetitions of repetitions counted in. */
const MAX_ALIASES = 100;
const TOLD_DEFECTS = 10;

/** Plain YAML 1.2: no tags, no merge keys, every key a text, no number that JSON could not keep. */
const PARSING = {
  version: '1.2',
  strict: true,
  stringKeys: true,
  uniqueKeys: true,
  intAsBigInt: true,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

interface Place {
  readonly line: number;
  readonly column: number;
}

/** A file of YAML that was read without trusting it. */
export class YamlSource {
  readonly defects: FileDefect[] = [];
  /** Undefined where there are defects. */
  readonly value: JsonObject | undefined;
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed | undefined;

  constructor(
    readonly path: string,
    text: string,
  ) {
    if (Buffer.byteLength(text) > MAX_FILE_BYTES) {
      this.tell('file.too-large', 0, `It has more than ${String(MAX_FILE_BYTES / 1_048_576)} MiB.`);
      return;
    }
    try {
      this.document = parseDocument(text, { ...PARSING, lineCounter: this.lines });
      this.value = this.read(this.document);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.tell('file.too-deep', 0, `It is nested more than ${String(MAX_DEPTH)} deep.`);
    }
  }

  /** Where the value at a JSON pointer stands, or the nearest above it that is there. */
  placeOf(place: string): Place {
    const path = place
      .split('/')
      .slice(1)
      .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
    for (let length = path.length; length >= 0; length--) {
      const offset = this.offsetOf(path.slice(0, length));
      if (offset !== undefined) return this.lineOf(offset);
    }
    return { line: 1, column: 1 };
  }

  tellAt(code: FileDefectCode, place: string, message: string): void {
    this.defects.push({ code, path: this.path, ...this.placeOf(place), message });
  }

  private read(document: Document.Parsed): JsonObject | undefined {
    for (const { code, message, pos } of document.errors.slice(0, TOLD_DEFECTS)) {
      const isRepeated = code === 'DUPLICATE_KEY';
      const told = isRepeated ? 'This member is there already.' : `${message.split('\n')[0] ?? ''}.`;
      this.tell(isRepeated ? 'file.duplicate-member' : 'file.not-yaml', pos[0], told);
    }
    if (this.defects.length > 0) return undefined;
    this.refuseTags(document);
    const value = this.defects.length === 0 ? this.plain(document) : undefined;
    if (this.defects.length > 0) return undefined;
    if (isJsonObject(value)) return value;
    this.tell('file.not-a-document', 0, 'It is to hold members such as key and name.');
    return undefined;
  }

  private refuseTags(document: Document.Parsed): void {
    visit(document, {
      Node: (_key, { tag, range }) => {
        if (tag === undefined) return;
        const told = tag.replace('tag:yaml.org,2002:', '!!');
        this.tell(
          'file.tag',
          range?.[0] ?? 0,
          `Leave the tag ${told} out; quote the value to make it a text.`,
        );
      },
    });
  }

  private plain(document: Document.Parsed): JsonValue | undefined {
    try {
      return this.jsonOf(document.toJS({ maxAliasCount: MAX_ALIASES }), []);
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      this.tell('file.too-many-aliases', 0, 'Its aliases repeat too much; write the values out.');
      return undefined;
    }
  }

  private jsonOf(value: unknown, path: readonly (string | number)[]): JsonValue {
    const refuse = (code: FileDefectCode, message: string): null => {
      this.tellAt(code, pointer(...path), message);
      return null;
    };
    if (path.length > MAX_DEPTH) throw new RangeError('too deep');
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') {
      return value.includes('\0') ? refuse('file.not-json', 'NUL characters cannot be kept.') : value;
    }
    if (typeof value === 'number') {
      return Number.isFinite(value) ? value : refuse('file.not-json', 'Quote it, to make it a text.');
    }
    if (typeof value === 'bigint') {
      const number = Number(value);
      if (BigInt(number) === value || String(number) === String(value)) return number;
      return refuse(
        'file.inexact-number',
        'It has too many digits for a number. Quote it, to make it a text.',
      );
    }
    if (Array.isArray(value)) return value.map((item, at) => this.jsonOf(item, [...path, at]));
    if (typeof value !== 'object') return null;
    if (Object.hasOwn(value, '__proto__'))
      return refuse('file.not-json', "No member can be named '__proto__'.");
    return Object.fromEntries(
      Object.entries(value).map(([member, inner]) => [member, this.jsonOf(inner, [...path, member])]),
    );
  }

  private offsetOf(path: readonly string[]): number | undefined {
    if (!this.document) return undefined;
    const [container, member] = [path.slice(0, -1), path.at(-1)];
    const parent = container.length === 0 ? this.document.contents : this.document.getIn(container, true);
    if (member === undefined) return isNode(parent) ? parent.range?.[0] : undefined;
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === member);
      const key: unknown = pair?.key;
      return isScalar(key) ? key.range?.[0] : undefined;
    }
    const node: unknown = this.document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }

  private tell(code: FileDefectCode, offset: number, message: string): void {
    this.defects.push({ code, path: this.path, ...this.lineOf(offset), message });
  }

  private lineOf(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}
