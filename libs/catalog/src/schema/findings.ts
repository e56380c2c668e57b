import type { Finding } from '@parcours/kernel';

/** Codes of findings that this library makes; they appear in `validate` and in a refused publish. */
export const CATALOG_FINDINGS = {
  'catalog.unknown-phase': 'The phase set has no such phase.',
  'catalog.duplicate-phase': 'Two phases of a set have the same key, or a map has a phase twice.',
  'catalog.phase-orphaned': 'Something published names a phase that the set will no longer have.',
  'catalog.unknown-locale': 'No language has this tag.',
  'catalog.missing-translation': 'A text lacks a language that is promised elsewhere in the document.',
  'catalog.unknown-country': 'No country has this code.',
  'catalog.unknown-currency': 'No currency has this code.',
  'catalog.empty-range': 'A range ends before it starts.',
  'catalog.duplicate-entry': 'Two entries of a list stand for the same thing.',
  'catalog.event-schema': 'The JSON Schema of an event is none, or points outside itself.',
  'catalog.touchpoint-without-data': 'A touchpoint names no event: nothing can be measured there.',
  'catalog.touchpoint-without-value': 'A touchpoint does not say what the customer gets out of it.',
  'catalog.low-contrast': 'A text in this colour is hard to read on its background.',
  'catalog.misplaced-member': 'The member means nothing beside the others.',
  'catalog.incomplete': 'A member is missing that the others ask for.',
  'catalog.circular-persona': 'A persona is made of itself, by way of segments or other personas.',
} as const;

export type CatalogCode = keyof typeof CATALOG_FINDINGS;

interface Place {
  readonly pointer: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

export function failure(code: CatalogCode, place: Place): Finding {
  return finding(code, 'error', place);
}

export function warning(code: CatalogCode, place: Place): Finding {
  return finding(code, 'warning', place);
}

function finding(
  code: CatalogCode,
  severity: Finding['severity'],
  { pointer, message, suggestion }: Place,
): Finding {
  return { code, severity, pointer, message, ...(suggestion !== undefined && { suggestion }) };
}
