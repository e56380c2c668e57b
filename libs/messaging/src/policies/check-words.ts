import type { Language } from '@parcours/kernel';

import type { PolicyCheck } from './policy-question.js';
import { describeRefusal } from './refusal-words.js';

type Words = Readonly<Record<Language, string>>;

/** What a check found where it found nothing against the message; `{member}` is that member of the detail. */
const PASSED: Readonly<Record<PolicyCheck['check'], Words>> = {
  template: { en: 'The template {template} is published.', fr: 'Le modèle {template} est publié.' },
  policy: {
    en: 'The channel policy {policy} is published.',
    fr: 'La politique de canaux {policy} est publiée.',
  },
  channel: {
    en: 'The template {template} has a text for {channel}.',
    fr: 'Le modèle {template} a un texte pour {channel}.',
  },
  connector: { en: 'The connector {connector} is published.', fr: 'Le connecteur {connector} est publié.' },
  address: {
    en: 'The customer has an address for {channel}.',
    fr: 'Le client a une adresse pour {channel}.',
  },
  consent: { en: 'No consent is in the way.', fr: 'Aucun consentement ne s’y oppose.' },
  category: {
    en: 'Messages of this category may pass ({category}).',
    fr: 'Les messages de cette catégorie passent ({category}).',
  },
  condition: { en: 'The condition holds of the customer.', fr: 'La condition est remplie par le client.' },
  suppression: { en: 'There was no {event} lately.', fr: 'Pas de {event} récemment.' },
  hours: { en: 'It may go out at this hour.', fr: 'Il peut partir à cette heure.' },
  'time-to-live': { en: 'It is worth sending.', fr: 'Il vaut d’être envoyé.' },
  cap: {
    en: 'The customer has had {count} of at most {max} messages in {per}.',
    fr: 'Le client a reçu {count} messages sur {max} au plus en {per}.',
  },
  arbitration: {
    en: 'No better message is less than {window} away.',
    fr: 'Aucun message prioritaire à moins de {window}.',
  },
};

/** One sentence that says what a check found. */
export function describeCheck({ check, policy, code, detail }: PolicyCheck, language: Language): string {
  if (code !== undefined) return describeRefusal(code, { policy, ...detail }, language);
  return PASSED[check][language].replaceAll(/\{(\w+)\}/g, (_, member: string) => {
    const value = member === 'policy' ? policy : detail[member];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '?';
  });
}
