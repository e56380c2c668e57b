import type { JsonObject, Language } from '@parcours/kernel';

type Words = Readonly<Record<Language, string>>;

/** Why a message does not go out, for people; `{member}` is that member of the decision's detail. */
const REFUSALS: Readonly<Record<string, Words>> = {
  'template-not-published': {
    en: 'The template {template} is not published.',
    fr: 'Le modèle {template} n’est pas publié.',
  },
  'policy-not-published': {
    en: 'The channel policy {policy} is not published.',
    fr: 'La politique de canaux {policy} n’est pas publiée.',
  },
  'connector-not-published': {
    en: 'The connector {connector} is not published.',
    fr: 'Le connecteur {connector} n’est pas publié.',
  },
  'template-lacks-channel': {
    en: 'The template {template} has no text for {channel}.',
    fr: 'Le modèle {template} n’a pas de texte pour {channel}.',
  },
  'no-channel-in-policy': {
    en: 'The channel policy {policy} allows no such channel ({channel}).',
    fr: 'La politique de canaux {policy} n’autorise pas ce canal ({channel}).',
  },
  'no-address': {
    en: 'The customer has no address for {channel}.',
    fr: 'Le client n’a pas d’adresse pour {channel}.',
  },
  'consent-denied': {
    en: 'The customer does not want messages about {topic} by {channel}.',
    fr: 'Le client ne veut pas de messages sur {topic} par {channel}.',
  },
  'consent-pending': {
    en: 'The customer has not confirmed that they want messages about {topic} by {channel}.',
    fr: 'Le client n’a pas confirmé vouloir des messages sur {topic} par {channel}.',
  },
  'consent-missing': {
    en: 'The customer has not asked for messages about {topic} by {channel}.',
    fr: 'Le client n’a pas demandé de messages sur {topic} par {channel}.',
  },
  'address-suppressed': {
    en: 'The address is on the suppression list ({reason}).',
    fr: 'L’adresse est sur la liste de suppression ({reason}).',
  },
  holdout: {
    en: 'The customer is in the share that receives nothing, to measure what the journey does.',
    fr: 'Le client est dans la part qui ne reçoit rien, pour mesurer l’effet du parcours.',
  },
};

const UNKNOWN: Words = { en: 'It was decided so ({code}).', fr: 'Il en a été décidé ainsi ({code}).' };
const EVERYTHING: Words = { en: 'anything', fr: 'quoi que ce soit' };

/** One sentence that says why a message does not go out. */
export function describeRefusal(code: string, detail: JsonObject | undefined, language: Language): string {
  const sentence = (Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined) ?? UNKNOWN;
  return sentence[language].replaceAll(/\{(\w+)\}/g, (_, member: string) => {
    if (member === 'code') return code;
    const value = detail?.[member];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    return member === 'topic' ? EVERYTHING[language] : '?';
  });
}
