import type { Language } from '@parcours/kernel';

interface PreferenceWords {
  readonly title: string;
  readonly intro: (reader: string | undefined) => string;
  readonly everything: string;
  readonly everythingAbout: string;
  readonly channelHead: string;
  readonly channelAbout: string;
  readonly noPreference: string;
  readonly save: string;
  readonly saved: string;
  readonly nothingChanged: string;
  readonly pending: string;
  readonly stopHead: string;
  readonly stopText: string;
  readonly stop: string;
  readonly stopped: string;
  readonly confirmTitle: string;
  readonly confirmText: (topic: string) => string;
  readonly confirm: string;
  readonly confirmed: (topic: string) => string;
  readonly outdated: string;
  readonly leaveTitle: string;
  readonly leaveText: (topic: string | undefined) => string;
  readonly leave: string;
  readonly left: (topic: string | undefined) => string;
  readonly toPreferences: string;
  readonly otherLanguage: string;
  readonly invalidTitle: string;
  readonly invalidText: string;
}

/** What the pages for customers say. */
export const PREFERENCE_WORDS: Readonly<Record<Language, PreferenceWords>> = {
  en: {
    title: 'What would you like to hear from us?',
    intro: (reader) => `Choose what we may send${reader === undefined ? ' you' : ` to ${reader}`}.`,
    everything: 'All messages',
    everythingAbout: 'News, offers and everything else that is not about an order of yours.',
    channelHead: 'How do you like to be reached?',
    channelAbout: 'Where we can choose, we write to you there first.',
    noPreference: 'No preference',
    save: 'Save my choices',
    saved: 'Your choices are saved.',
    nothingChanged: 'Nothing has changed: these are your choices.',
    pending: 'Almost there: confirm it by the link that we send you.',
    stopHead: 'Rather nothing at all?',
    stopText: 'You will still get what you need, such as an invoice or a new password.',
    stop: 'Stop everything',
    stopped: 'You will hear no more from us. You can change your mind here at any time.',
    confirmTitle: 'One click to confirm',
    confirmText: (topic) => `You asked for “${topic}”. Is that right?`,
    confirm: 'Yes, send it to me',
    confirmed: (topic) => `Thank you. “${topic}” is on its way to you from now on.`,
    outdated: 'This link has been used or has become outdated. Your choices are on the page below.',
    leaveTitle: 'Unsubscribe',
    leaveText: (topic) =>
      topic === undefined
        ? 'Do you want to get no more messages from us?'
        : `Do you want no more of “${topic}”?`,
    leave: 'Unsubscribe',
    left: (topic) =>
      topic === undefined
        ? 'Done. You will get no more messages from us.'
        : `Done. You will get no more of “${topic}”.`,
    toPreferences: 'See all my choices',
    otherLanguage: 'Français',
    invalidTitle: 'This link does not work',
    invalidText:
      'Perhaps a part of it is missing. Open it from the message itself, or copy it as a whole into your browser.',
  },
  fr: {
    title: 'Que souhaitez-vous recevoir de nous ?',
    intro: (reader) =>
      `Choisissez ce que nous pouvons ${reader === undefined ? 'vous envoyer' : `envoyer à ${reader}`}.`,
    everything: 'Tous les messages',
    everythingAbout: 'Nouveautés, offres et tout ce qui ne concerne pas une commande.',
    channelHead: 'Par quel moyen vous écrire ?',
    channelAbout: 'Quand nous avons le choix, nous commençons par celui-là.',
    noPreference: 'Peu importe',
    save: 'Enregistrer mes choix',
    saved: 'Vos choix sont enregistrés.',
    nothingChanged: 'Rien n’a changé : voici vos choix.',
    pending: 'Plus qu’une étape : confirmez par le lien que nous vous envoyons.',
    stopHead: 'Plus rien du tout ?',
    stopText: 'Vous recevrez toujours le nécessaire, comme une facture ou un nouveau mot de passe.',
    stop: 'Tout arrêter',
    stopped: 'Vous ne recevrez plus rien de nous. Vous pouvez changer d’avis ici à tout moment.',
    confirmTitle: 'Un clic pour confirmer',
    confirmText: (topic) => `Vous avez demandé « ${topic} ». C’est bien cela ?`,
    confirm: 'Oui, je veux le recevoir',
    confirmed: (topic) => `Merci. Vous recevrez désormais « ${topic} ».`,
    outdated: 'Ce lien a déjà servi ou n’est plus à jour. Vos choix sont sur la page ci-dessous.',
    leaveTitle: 'Se désabonner',
    leaveText: (topic) =>
      topic === undefined
        ? 'Ne plus recevoir aucun message de notre part ?'
        : `Ne plus recevoir « ${topic} » ?`,
    leave: 'Me désabonner',
    left: (topic) =>
      topic === undefined
        ? 'C’est fait. Vous ne recevrez plus de messages de notre part.'
        : `C’est fait. Vous ne recevrez plus « ${topic} ».`,
    toPreferences: 'Voir tous mes choix',
    otherLanguage: 'English',
    invalidTitle: 'Ce lien ne fonctionne pas',
    invalidText:
      'Il en manque peut-être une partie. Ouvrez-le depuis le message, ou copiez-le en entier dans votre navigateur.',
  },
};

const CHANNELS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  email: { en: 'Email', fr: 'E-mail' },
  sms: { en: 'SMS', fr: 'SMS' },
  push: { en: 'Notifications', fr: 'Notifications' },
  'web-push': { en: 'Browser notifications', fr: 'Notifications du navigateur' },
  chat: { en: 'Messenger', fr: 'Messagerie' },
  letter: { en: 'Letter', fr: 'Courrier' },
  voice: { en: 'Phone', fr: 'Téléphone' },
  postal: { en: 'Letter', fr: 'Courrier' },
};

/** What customers call a channel. */
export function channelInWords(channel: string, language: Language): string {
  const known = Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel]?.[language] : undefined;
  return known ?? `${channel.slice(0, 1).toUpperCase()}${channel.slice(1)}`;
}
