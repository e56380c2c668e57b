import type { Finding } from '@parcours/kernel';

/** Codes of findings in templates and brands, beside those of the errors of templates. */
export const TEMPLATE_FINDINGS = {
  'templates.body': 'An email has no body, or two.',
  'templates.no-brand': 'The template reads its brand or names a layout, and there is no brand.',
  'templates.unknown-brand-member': 'The brand has nothing of the name that the template reads.',
  'templates.banned-word': 'The template says what its brand never says.',
  'templates.little-text': 'An email has hardly any text; filters take such for spam.',
  'templates.image-only': 'An email is a picture and hardly anything else.',
  'templates.broken-link': 'A link leads nowhere.',
  'templates.subject-capitals': 'The subject is written in capitals.',
  'templates.too-large': 'An email has more than 102 KB; mail clients cut it off there.',
  'templates.no-unsubscribe': 'A marketing email has no link by which one gets no more of them.',
  'templates.sms-segments': 'A text message takes several parts, and each is paid for.',
  'brands.layout-without-content': 'A layout does not say where the template stands in it.',
  'brands.reserved-name': 'The name of a partial means something else.',
  'brands.breaks-template': 'A published template needs what the brand will no longer have.',
  'brands.zone-unknown': 'There is no such time zone.',
  'brands.warm-up-without-sender':
    'A plan to warm up is about the domain of an email sender, and there is none.',
  'brands.second-default': 'Another brand is marked as the default.',
} as const;

export type TemplateFindingCode = keyof typeof TEMPLATE_FINDINGS;

interface Place {
  readonly pointer: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

export function failure(code: TemplateFindingCode, place: Place): Finding {
  return made(code, 'error', place);
}

export function warning(code: TemplateFindingCode, place: Place): Finding {
  return made(code, 'warning', place);
}

export function made(
  code: TemplateFindingCode,
  severity: Finding['severity'],
  { pointer, message, suggestion }: Place,
): Finding {
  return { code, severity, pointer, message, ...(suggestion !== undefined && { suggestion }) };
}
