import type { PictureContext } from '../diagram/picture.js';
import { listed, say } from '../diagram/picture.js';
import { parseRecurrence, type Recurrence, RecurrenceDefect } from './recurrence.js';

const DAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
} as const;
const MONTHS = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
} as const;
const EVERY = {
  DAILY: { en: ['Every day', 'days'], fr: ['Chaque jour', 'jours'] },
  WEEKLY: { en: ['Every week', 'weeks'], fr: ['Chaque semaine', 'semaines'] },
  MONTHLY: { en: ['Every month', 'months'], fr: ['Chaque mois', 'mois'] },
  YEARLY: { en: ['Every year', 'years'], fr: ['Chaque année', 'ans'] },
} as const;

/** A rule of recurrence in words; as it was written where it is not valid. */
export function recurrenceInWords(rrule: string, context: PictureContext): string {
  // Where counting begins has no part in the words.
  const rule = parseRecurrence(rrule, 0);
  if (rule instanceof RecurrenceDefect) return rrule;
  return [every(rule, context), ...days(rule, context), ...months(rule, context)].join(', ');
}

function every({ frequency, interval }: Recurrence, context: PictureContext): string {
  const [one, unit] = EVERY[frequency][context.language];
  if (interval === 1) return one;
  const feminine = frequency === 'WEEKLY';
  return say(
    context,
    `Every ${String(interval)} ${unit}`,
    `${feminine ? 'Toutes' : 'Tous'} les ${String(interval)} ${unit}`,
  );
}

function days(rule: Recurrence, context: PictureContext): string[] {
  const and = say(context, 'and', 'et');
  const named = rule.days.map(({ weekday, ordinal }) => {
    const name = DAYS[context.language][weekday - 1] ?? '';
    return ordinal === 0 ? name : `${ordinalInWords(ordinal, context)} ${name}`;
  });
  const numbered = rule.monthDays.map((number) =>
    number > 0
      ? String(number)
      : say(context, `${ordinalInWords(number, context)} day`, `${ordinalInWords(number, context)} jour`),
  );
  return [
    ...(named.length > 0 ? [listed(named, and)] : []),
    ...(numbered.length > 0 ? [say(context, 'on ', 'le ') + listed(numbered, and)] : []),
  ];
}

function months({ months: numbers }: Recurrence, context: PictureContext): string[] {
  if (numbers.length === 0) return [];
  const names = numbers.map((number) => MONTHS[context.language][number - 1] ?? '');
  return [say(context, 'in ', 'en ') + listed(names, say(context, 'and', 'et'))];
}

function ordinalInWords(ordinal: number, context: PictureContext): string {
  if (ordinal === -1) return say(context, 'last', 'dernier');
  if (ordinal < 0) return say(context, `${String(-ordinal)} from last`, `${String(-ordinal)}ᵉ avant la fin`);
  const [en, fr] = [
    ['1st', '2nd', '3rd'][ordinal - 1] ?? `${String(ordinal)}th`,
    ordinal === 1 ? '1er' : `${String(ordinal)}e`,
  ];
  return say(context, en, fr);
}
