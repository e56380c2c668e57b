import { DateTime } from 'luxon';
import { isBlank, isTruthy, printed } from './template-values.js';
import type { RenderState } from './render-state.js';
import { PRESENTATION_HELPERS } from './presentation-helpers.js';
import { localised, type NamedArguments, UnfitArgument, type ValueHelper } from './value-helper.js';

const DATE_STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  short: DateTime.DATE_SHORT,
  medium: DateTime.DATE_MED,
  long: DateTime.DATE_FULL,
  full: DateTime.DATE_HUGE,
  time: DateTime.TIME_SIMPLE,
  datetime: DateTime.DATETIME_MED,
};

function question(least: number, most: number, run: (values: readonly unknown[]) => boolean): ValueHelper {
  return { least, most, named: [], optional: 'all', run };
}

function comparison(test: (a: number | string, b: number | string) => boolean): ValueHelper {
  return question(2, 2, ([a, b]) => {
    const comparable =
      (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string');
    return comparable && test(a, b);
  });
}

function textHelper(run: (text: string, locale: string) => string): ValueHelper {
  return {
    least: 1,
    most: 1,
    named: [],
    optional: 'none',
    run: ([value], _named, state) => {
      const text = printed(value);
      if (text === undefined) throw new UnfitArgument('needs a text');
      return localised(state.locale, (locale) => run(text, locale));
    },
  };
}

function formatDate(values: readonly unknown[], named: NamedArguments, state: RenderState): string {
  const [value, format = 'long'] = values;
  const zone = named['zone'] ?? state.zone;
  if (typeof zone !== 'string') throw new UnfitArgument('needs a zone such as "Europe/Paris"');
  if (typeof format !== 'string') throw new UnfitArgument('needs a format such as "long" or "yyyy-MM-dd"');
  // Every letter of a format may be a part of the date.
  state.countWork(format.length);
  const date = typeof value === 'number' ? DateTime.fromMillis(value, { zone }) : dateOfText(value, zone);
  if (date.invalidReason === 'unsupported zone') throw new UnfitArgument(`does not know the zone '${zone}'`);
  if (!date.isValid) throw new UnfitArgument('needs a date such as "2026-03-02" or "2026-03-02T08:00:00Z"');
  return localised(named['locale'] ?? state.locale, (locale) => {
    const style = Object.hasOwn(DATE_STYLES, format) ? DATE_STYLES[format] : undefined;
    const local = date.setLocale(locale);
    return style ? local.toLocaleString(style) : local.toFormat(format);
  });
}

function dateOfText(value: unknown, zone: string): DateTime {
  return typeof value === 'string' ? DateTime.fromISO(value, { zone }) : DateTime.invalid('not a text');
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Formats are dear to make (0.05 ms); the map starts anew when odd locales have filled it. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = numberFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, options);
  if (numberFormats.size >= 200) numberFormats.clear();
  numberFormats.set(key, format);
  return format;
}

function toNumber(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new UnfitArgument('needs a number');
  return number;
}

function formatNumber([value]: readonly unknown[], named: NamedArguments, state: RenderState): string {
  const number = toNumber(value);
  const { currency, decimals, percent } = named;
  return localised(named['locale'] ?? state.locale, (locale) =>
    numberFormat(locale, {
      ...(typeof currency === 'string' ? { style: 'currency', currency } : {}),
      ...(percent === true ? { style: 'percent' } : {}),
      ...(typeof decimals === 'number'
        ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
        : {}),
    }).format(number),
  );
}

function formatMoney(values: readonly unknown[], named: NamedArguments, state: RenderState): string {
  const [value, currency] = values;
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    throw new UnfitArgument('needs a currency such as "EUR"');
  }
  return formatNumber([value], { ...named, currency }, state);
}

const pluralRules = new Map<string, Intl.PluralRules>();

function chooseForm([value]: readonly unknown[], named: NamedArguments, state: RenderState): unknown {
  const number = toNumber(value);
  const category = localised(named['locale'] ?? state.locale, (locale) => {
    const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale);
    if (pluralRules.size >= 200) pluralRules.clear();
    pluralRules.set(locale, rules);
    return rules.select(number);
  });
  const form = (number === 0 ? named['zero'] : undefined) ?? named[category] ?? named['other'];
  if (form === undefined) throw new UnfitArgument('needs at least the form other="…"');
  return form;
}

/** Every helper that computes a value. The blocks `if`, `unless`, `each` and `with` belong to the compiler. */
export const VALUE_HELPERS: ReadonlyMap<string, ValueHelper> = new Map<string, ValueHelper>([
  ['eq', question(2, 2, ([a, b]) => a === b)],
  ['ne', question(2, 2, ([a, b]) => a !== b)],
  ['lt', comparison((a, b) => a < b)],
  ['lte', comparison((a, b) => a <= b)],
  ['gt', comparison((a, b) => a > b)],
  ['gte', comparison((a, b) => a >= b)],
  ['and', question(2, 20, (values) => values.every(isTruthy))],
  ['or', question(2, 20, (values) => values.some(isTruthy))],
  ['not', question(1, 1, ([value]) => !isTruthy(value))],
  [
    'default',
    {
      least: 2,
      most: 20,
      named: [],
      optional: 'all-but-last',
      run: (values) => values.find((value) => !isBlank(value)) ?? values.at(-1),
    },
  ],
  ['upper', textHelper((text, locale) => text.toLocaleUpperCase(locale))],
  ['lower', textHelper((text, locale) => text.toLocaleLowerCase(locale))],
  ['date', { least: 1, most: 2, named: ['zone', 'locale'], optional: 'none', run: formatDate }],
  [
    'number',
    {
      least: 1,
      most: 1,
      named: ['currency', 'decimals', 'percent', 'locale'],
      optional: 'none',
      run: formatNumber,
    },
  ],
  ['money', { least: 2, most: 2, named: ['decimals', 'locale'], optional: 'none', run: formatMoney }],
  [
    'plural',
    {
      least: 1,
      most: 1,
      named: ['zero', 'one', 'two', 'few', 'many', 'other', 'locale'],
      optional: 'none',
      run: chooseForm,
    },
  ],
  ...PRESENTATION_HELPERS,
]);

/** The names of the blocks that the compiler knows. */
export const BLOCK_HELPERS = ['if', 'unless', 'each', 'with'] as const;

/** Every helper's name, for messages. */
export const HELPER_NAMES: readonly string[] = [...BLOCK_HELPERS, ...VALUE_HELPERS.keys()];
