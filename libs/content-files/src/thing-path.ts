import { isKey } from '@parcours/kernel';

const EXTENSION = '.yaml';
const PUBLISHED = '@published';

/** Which document of which thing a file holds. */
export interface ThingPlace {
  readonly type: string;
  readonly key: string;
  /** `published`: what is in use, beside a draft that has moved on. */
  readonly side: 'draft' | 'published';
}

/** `touchpoints/sms.yaml`; `touchpoints/sms@published.yaml` for what is in use meanwhile. No key has an `@`. */
export function pathOf({ type, key, side }: ThingPlace): string {
  return `${type}/${key}${side === 'published' ? PUBLISHED : ''}${EXTENSION}`;
}

/** What a path inside a folder stands for; undefined when it is no file of a thing. */
export function placeOf(path: string): ThingPlace | undefined {
  const [type = '', file = '', ...deeper] = path.split('/');
  if (deeper.length > 0 || !file.endsWith(EXTENSION) || !/^[a-z][a-z-]*$/.test(type)) return undefined;
  const stem = file.slice(0, -EXTENSION.length);
  const isPublished = stem.endsWith(PUBLISHED);
  const key = isPublished ? stem.slice(0, -PUBLISHED.length) : stem;
  return isKey(key) ? { type, key, side: isPublished ? 'published' : 'draft' } : undefined;
}

/** False for what a folder may hold beside content: hidden files, pages at its top, anything that is no YAML. */
export function isMeantAsContent(path: string): boolean {
  const parts = path.split('/');
  return parts.length > 1 && !parts.some((part) => part.startsWith('.')) && /\.ya?ml$/.test(path);
}
