import { LRUCache } from 'lru-cache';

import { markTags } from '../templates/tag-marks.js';

/** What MJML says is wrong, and in which line of its source. */
export interface MjmlProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

export interface CompiledMjml {
  /** HTML with the tags of the template where they stood. */
  readonly html: string;
  readonly problems: readonly MjmlProblem[];
}

interface MjmlAnswer {
  readonly html: string;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

type Mjml2Html = (source: string, options: object) => Promise<MjmlAnswer>;

/** Elements that hold elements and no text: a tag between them has to be put in raw. */
const HOLDERS = new Set(['mj-body', 'mj-wrapper', 'mj-section', 'mj-group', 'mj-column', 'mj-hero']);

const PIECE = /<!--[\s\S]*?-->|<(\/?)(mjml|mj-[a-z-]+)\b[^>]*?(\/?)>|\n*\s*prc(\d+)tag\s*/g;

const compiled = new LRUCache<string, CompiledMjml>({ max: 200 });

let loading: Promise<Mjml2Html> | undefined;

/**
 * Turns MJML into HTML that mail clients show as it is meant. It is compiled when a version is checked or first read, never
 * for a message; MJML is loaded when the first is met, which takes most of a second.
 */
export async function compileMjml(source: string): Promise<CompiledMjml> {
  const known = compiled.get(source);
  if (known) return known;
  const made = await compileAnew(source);
  compiled.set(source, made);
  return made;
}

async function compileAnew(source: string): Promise<CompiledMjml> {
  const include = /<mj-include\b/i.exec(source);
  if (include) {
    const message = 'mj-include is not allowed: put what it holds into a partial of the brand.';
    return { html: '', problems: [{ line: lineAt(source, include.index), message }] };
  }
  const { marked, tags } = markTags(source, (number, tag) => `prc${String(number)}tag${linesOf(tag)}`);
  loading ??= load();
  const mjml2html = await loading;
  try {
    const { html, errors } = await mjml2html(wrapLoose(marked), {
      validationLevel: 'soft',
      keepComments: false,
      ignoreIncludes: true,
      fonts: {},
    });
    const problems = errors.flatMap(({ line, message }) => {
      // What a tag will stand for is not known yet; a measure has to be, because columns are reckoned with it.
      const isUnknown = /prc\d+tag/.test(message) && !/type Unit/.test(message);
      return isUnknown ? [] : [{ line, message: `${restored(message, tags).trim()}.` }];
    });
    return { html: restored(html, tags), problems };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'MJML could not be read.';
    return { html: '', problems: [{ line: 1, message: restored(message, tags) }] };
  }
}

async function load(): Promise<Mjml2Html> {
  const [core, preset] = await Promise.all([import('mjml-core'), import('mjml-preset-core')]);
  const mjml2html = outermost(core);
  const presets = [outermost(preset)];
  if (typeof mjml2html !== 'function') throw new TypeError('mjml-core has no function to call');
  return (source, options) => (mjml2html as Mjml2Html)(source, { ...options, presets });
}

/** CommonJS seen from a module, or from Jest, has its default one level deeper or not. */
function outermost(module: unknown): unknown {
  let value: unknown = module;
  while (typeof value === 'object' && value !== null && 'default' in value) value = value.default;
  return value;
}

/** Tags between elements that hold no text are put into `mj-raw`; lines stay where they are. */
function wrapLoose(marked: string): string {
  const open: string[] = [];
  return marked.replace(
    PIECE,
    (piece, closing: string, name: string | undefined, self: string, tag: string | undefined) => {
      if (tag !== undefined) {
        return HOLDERS.has(open.at(-1) ?? '') ? piece.replace(/prc\d+tag/, '<mj-raw>$&</mj-raw>') : piece;
      }
      if (name === undefined || self === '/') return piece;
      if (closing === '/') {
        const at = open.lastIndexOf(name);
        if (at !== -1) open.length = at;
      } else open.push(name);
      return piece;
    },
  );
}

function restored(text: string, tags: readonly string[]): string {
  return text.replace(/prc(\d+)tag/g, (mark, number: string) => tags[Number(number)] ?? mark);
}

function linesOf(tag: string): string {
  return '\n'.repeat(tag.split('\n').length - 1);
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length;
}
