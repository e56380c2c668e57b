import { BRAND_TYPE, type BrandDocument, type BrandPiece } from '@parcours/catalog';
import { ContentSnapshot } from '@parcours/content';
import { type Finding, isError, type JsonObject, type LocalisedText, pointer } from '@parcours/kernel';

import { checkParts } from '../channels/channel-parts.js';
import { partialsOf } from '../channels/kit.js';
import { compileMjml } from '../channels/mjml.js';
import { checkTemplate } from '../templates/template-check.js';
import { CONTENT_PARTIAL, type Partials } from '../templates/template-compiler.js';
import { MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';
import { failure } from '../templates/template.findings.js';
import { warmUpFindings } from '../gates/warm-up.rules.js';
import { brandOf } from './brand-of.rules.js';
import { kitOf } from './brand-kit.js';

interface Context {
  readonly key: string;
  readonly published: ContentSnapshot;
}

type Form = keyof BrandPiece;

/** A piece of a brand in one form and one language. */
interface Written {
  readonly kind: 'layouts' | 'partials';
  readonly channel: string;
  readonly name: string;
  readonly form: Form;
  readonly locale: string | undefined;
  readonly source: string;
  readonly at: string;
}

const ANY = 'en';
const FORMS: readonly Form[] = ['html', 'mjml', 'text'];
const CONTENT_TAG = /\{\{~?>\s*content\s*~?\}\}/;
const SAMPLE = '<mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section>';

/** What is wrong with the pieces of a brand, and what its templates would lack. */
export async function checkBrand(document: JsonObject, context: Context): Promise<readonly Finding[]> {
  // Its schema has accepted it: checks are asked of no other document.
  const brand = document as unknown as BrandDocument;
  const written = (['layouts', 'partials'] as const).flatMap((kind) => piecesOf(brand, kind));
  const own = await Promise.all(written.map((piece) => checkPiece(piece, brand)));
  const findings = [...defaultFindings(brand, context), ...planFindings(brand), ...own.flat()];
  return findings.some(isError) ? findings : [...findings, ...(await templateFindings(document, context))];
}

function piecesOf(brand: BrandDocument, kind: 'layouts' | 'partials'): Written[] {
  return Object.entries(brand[kind] ?? {}).flatMap(([channel, pieces]) =>
    Object.entries(pieces).flatMap(([name, piece]) =>
      FORMS.flatMap((form) => {
        const text = piece[form];
        if (text === undefined) return [];
        const at = pointer(kind, channel, name, form);
        return formsOf(text).map(([locale, source]): Written => {
          const place = at + (locale === undefined ? '' : pointer(locale));
          return { kind, channel, name, form, locale, source, at: place };
        });
      }),
    ),
  );
}

function formsOf(text: LocalisedText): [string | undefined, string][] {
  return typeof text === 'string' ? [[undefined, text]] : Object.entries(text);
}

async function checkPiece(piece: Written, brand: BrandDocument): Promise<Finding[]> {
  const { kind, channel, name, form, locale, source, at } = piece;
  if (kind === 'partials' && name === CONTENT_PARTIAL) {
    const message = `'${CONTENT_PARTIAL}' stands for the template in a layout: give the partial another name.`;
    return [failure('brands.reserved-name', { pointer: at, message })];
  }
  const kit = kitOf(brand, channel, { locale: locale ?? ANY, defaultLocale: ANY });
  const variant = form === 'text' ? 'text' : 'html';
  const partials: Partials = new Map([
    ...partialsOf(kit, variant),
    ...(form === 'mjml' ? mjmlPartials(kit.partials) : []),
    ...(kind === 'layouts' ? ([[CONTENT_PARTIAL, '']] as const) : []),
  ]);
  const broken = checkParts([{ name: form, source, escape: variant === 'html', partials }]);
  if (broken.length > 0) return broken.map((finding) => ({ ...finding, pointer: at }));
  if (kind === 'layouts' && !CONTENT_TAG.test(source)) {
    const message = 'It does not say where the template stands in it.';
    const suggestion = 'Put {{> content}} there.';
    return [failure('brands.layout-without-content', { pointer: at, message, suggestion })];
  }
  return form === 'mjml' && kind === 'layouts' ? mjmlFindings(source, at) : [];
}

function mjmlPartials(pieces: ReadonlyMap<string, { readonly mjml?: string }>): [string, string][] {
  return [...pieces].flatMap(([name, { mjml }]) => (mjml === undefined ? [] : [[name, mjml]]));
}

async function mjmlFindings(source: string, at: string): Promise<Finding[]> {
  const { problems } = await compileMjml(source.replace(CONTENT_TAG, SAMPLE));
  return problems.map(({ line, message }) => ({
    code: 'templates.mjml',
    severity: 'error',
    pointer: at,
    message: `Line ${String(line)}: ${message}`,
  }));
}

function defaultFindings(brand: BrandDocument, { key, published }: Context): Finding[] {
  if (brand.default !== true) return [];
  const other = published.all(BRAND_TYPE).find((each) => each.key !== key && each.document.default === true);
  if (!other) return [];
  const message = `The brand '${other.key}' is the default already.`;
  return [failure('brands.second-default', { pointer: '/default', message })];
}

/** What is wrong with how its domain begins. */
function planFindings(brand: BrandDocument): Finding[] {
  if (!brand.warmUp) return [];
  const zones = warmUpFindings(brand.warmUp, 'brands.zone-unknown');
  if (brand.senders?.email ?? brand.sender) return zones;
  const message = 'It is about the domain of the email sender, and the brand has none.';
  return [...zones, failure('brands.warm-up-without-sender', { pointer: '/warmUp', message })];
}

/** Published templates that could not be sent any more. Words that are banned from now on stop nobody. */
async function templateFindings(brand: JsonObject, { key, published }: Context): Promise<Finding[]> {
  const others = published.versions().filter((each) => each.type !== BRAND_TYPE.name || each.key !== key);
  const itself = { itemId: -1, versionId: -1, type: BRAND_TYPE.name, key, number: 0, document: brand };
  const then = new ContentSnapshot(published.revision, [...others, itself]);
  const broken: Finding[] = [];
  for (const { key: template, document } of published.all(MESSAGE_TEMPLATE_TYPE)) {
    if (brandOf(then, document)?.key !== key) continue;
    const before = await checkTemplate(document, { published });
    const known = new Set(before.filter(isError).map(nameOf));
    const after = await checkTemplate(document, { published: then });
    const first = after.find(
      (each) => isError(each) && each.code !== 'templates.banned-word' && !known.has(nameOf(each)),
    );
    if (!first) continue;
    const message = `The template '${template}' could not be sent any more (${first.pointer}): ${first.message}`;
    broken.push(failure('brands.breaks-template', { pointer: '', message }));
  }
  return broken;
}

function nameOf({ code, pointer: at }: Finding): string {
  return `${code} ${at}`;
}
