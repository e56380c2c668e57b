import type { Language } from '@parcours/kernel';

interface AnswerWords {
  readonly choiceTitle: string;
  readonly choiceText: (option: string) => string;
  readonly choose: string;
  readonly chosenTitle: string;
  readonly chosen: (option: string) => string;
  readonly chosenBefore: (option: string) => string;
  readonly closedTitle: string;
  readonly closed: string;
  readonly yes: string;
  readonly no: string;
  readonly scale: (from: number, to: number) => string;
  readonly end: (score: number, label: string) => string;
  readonly optional: string;
  readonly send: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  readonly answeredTitle: string;
  readonly answeredBefore: string;
  readonly faultTitle: string;
  readonly missing: string;
  readonly tooLong: string;
}

/** What the pages of questions say. */
export const ANSWER_WORDS: Readonly<Record<Language, AnswerWords>> = {
  en: {
    choiceTitle: 'Is this your choice?',
    choiceText: (option) => `You are about to choose “${option}”.`,
    choose: 'Yes, this is my choice',
    chosenTitle: 'Thank you',
    chosen: (option) => `You have chosen “${option}”.`,
    chosenBefore: (option) => `You have made your choice already: “${option}”. It stays as it is.`,
    closedTitle: 'This question is closed',
    closed: 'The time to answer is over. There is nothing that you need to do.',
    yes: 'Yes',
    no: 'No',
    scale: (from, to) => `From ${String(from)} to ${String(to)}.`,
    end: (score, label) => `${String(score)} = ${label}`,
    optional: 'If you like',
    send: 'Send my answer',
    thanksTitle: 'Thank you',
    thanks: 'Your answer has arrived.',
    answeredTitle: 'Thank you',
    answeredBefore: 'You have answered this already. Your answer stays as it is.',
    faultTitle: 'Something is missing',
    missing: 'Choose an answer.',
    tooLong: 'Shorten your text to 2,000 characters.',
  },
  fr: {
    choiceTitle: 'Est-ce votre choix ?',
    choiceText: (option) => `Vous allez choisir « ${option} ».`,
    choose: 'Oui, c’est mon choix',
    chosenTitle: 'Merci',
    chosen: (option) => `Vous avez choisi « ${option} ».`,
    chosenBefore: (option) => `Vous avez déjà fait votre choix : « ${option} ». Il reste tel quel.`,
    closedTitle: 'Cette question est close',
    closed: 'Le temps de répondre est écoulé. Vous n’avez rien à faire.',
    yes: 'Oui',
    no: 'Non',
    scale: (from, to) => `De ${String(from)} à ${String(to)}.`,
    end: (score, label) => `${String(score)} = ${label}`,
    optional: 'Si vous le souhaitez',
    send: 'Envoyer ma réponse',
    thanksTitle: 'Merci',
    thanks: 'Votre réponse est bien arrivée.',
    answeredTitle: 'Merci',
    answeredBefore: 'Vous avez déjà répondu. Votre réponse reste telle quelle.',
    faultTitle: 'Il manque quelque chose',
    missing: 'Choisissez une réponse.',
    tooLong: 'Raccourcissez votre texte à 2 000 caractères.',
  },
};
