import { inPart } from './channel-parts.js';
import { TemplateErrors } from '../templates/template.errors.js';
import { deriveText } from '../templates/derived-text.js';
import { CONTENT_PARTIAL, type Partials } from '../templates/template-compiler.js';

/** A piece that a brand gives its templates, in one language. */
export interface KitPiece {
  readonly html?: string;
  readonly mjml?: string;
  readonly text?: string;
}

/** What a brand gives the templates of one channel, in one language. */
export interface Kit {
  readonly layouts: ReadonlyMap<string, KitPiece>;
  readonly partials: ReadonlyMap<string, KitPiece>;
}

export const NO_KIT: Kit = { layouts: new Map(), partials: new Map() };

/** A source and what its partials stand for. */
export interface FramedSource {
  readonly source: string;
  readonly partials: Partials;
  /** Which source it is, where it is not the template's own. */
  readonly of: string | undefined;
}

/** The layout that a template names. @throws templates.unknown-layout */
export function layoutOf(kit: Kit, name: string | undefined): KitPiece | undefined {
  if (name === undefined) return undefined;
  const found = kit.layouts.get(name);
  if (!found) {
    const known = [...kit.layouts.keys()].join(', ');
    throw inPart('layout', TemplateErrors.unknownLayout({ name, known }));
  }
  return found;
}

/** Lays a layout around a source; the layout says where with `{{> content}}`. @throws templates.unknown-layout */
export function framed(
  kit: Kit,
  layout: string | undefined,
  { variant, own }: { readonly variant: 'html' | 'text'; readonly own: string },
): FramedSource {
  const partials = partialsOf(kit, variant);
  const piece = layoutOf(kit, layout);
  const frame = piece && written(piece, variant);
  if (layout === undefined || frame === undefined) return { source: own, partials, of: undefined };
  return {
    source: frame,
    partials: new Map([...partials, [CONTENT_PARTIAL, own]]),
    of: `the layout '${layout}'`,
  };
}

/** What partials stand for, in HTML or in plain text. */
export function partialsOf(kit: Kit, variant: 'html' | 'text'): Partials {
  return new Map(
    [...kit.partials].flatMap(([name, piece]) => {
      const source = written(piece, variant);
      return source === undefined ? [] : [[name, source] as const];
    }),
  );
}

function written({ html, text }: KitPiece, variant: 'html' | 'text'): string | undefined {
  if (variant === 'html') return html;
  return text ?? (html === undefined ? undefined : deriveText(html));
}
