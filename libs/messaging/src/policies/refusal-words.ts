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
  'category-not-allowed': {
    en: 'The channel policy {policy} lets no message of this category pass ({category}).',
    fr: 'La politique de canaux {policy} ne laisse passer aucun message de cette catégorie ({category}).',
  },
  'condition-not-met': {
    en: 'The condition of the channel policy {policy} does not hold of the customer.',
    fr: 'La condition de la politique de canaux {policy} n’est pas remplie par le client.',
  },
  'suppressed-by-event': {
    en: 'The channel policy {policy} sends nothing for {for} after {event}: until {until}.',
    fr: 'La politique de canaux {policy} n’envoie rien pendant {for} après {event} : jusqu’au {until}.',
  },
  'quiet-hours': {
    en: 'It is in the quiet hours of the channel policy {policy}, until {until}.',
    fr: 'Ce sont les heures calmes de la politique de canaux {policy}, jusqu’au {until}.',
  },
  'outside-send-windows': {
    en: 'It is outside the send windows of the channel policy {policy}, until {until}.',
    fr: 'Hors des plages d’envoi de la politique de canaux {policy}, jusqu’au {until}.',
  },
  'expires-first': {
    en: 'It could go out at {until}, and is worth sending until {expires} alone.',
    fr: 'Il pourrait partir à {until}, mais ne vaut d’être envoyé que jusqu’au {expires}.',
  },
  'cap-reached': {
    en: 'The customer has had {count} of at most {max} messages in {per} (channel policy {policy}).',
    fr: 'Le client a reçu {count} messages sur {max} au plus en {per} (politique de canaux {policy}).',
  },
  outranked: {
    en: 'Another message goes first: priority {rivalPriority} against {priority}, less than {window} apart.',
    fr: 'Un autre message passe d’abord : priorité {rivalPriority} contre {priority}, à moins de {window}.',
  },
  escalated: {
    en: 'It was handed to a person ({action} of {connector}).',
    fr: 'La demande a été confiée à une personne ({action} de {connector}).',
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
