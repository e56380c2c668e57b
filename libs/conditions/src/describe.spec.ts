import { describeCondition } from './describe-condition.js';
import { OPERATORS } from './operators.js';

const OPERANDS: readonly (readonly [operator: string, operand: unknown, english: string, french: string])[] =
  [
    ['is', 'pro', 'is pro', 'est pro'],
    ['is', '5', 'is “5”', 'est « 5 »'],
    ['is', 5, 'is 5', 'est 5'],
    ['is', true, 'is true', 'est vrai'],
    ['is', 'true', 'is “true”', 'est « true »'],
    ['is', 'Ann Lee', 'is “Ann Lee”', 'est « Ann Lee »'],
    ['is', '', 'is “”', 'est «  »'],
    ['is-not', 'pro', 'is not pro', 'n’est pas pro'],
    ['in', ['FR'], 'is FR', 'est FR'],
    ['in', ['FR', 'BE', 'CH'], 'is FR, BE or CH', 'est FR, BE ou CH'],
    ['not-in', ['FR', 'BE'], 'is not FR or BE', 'n’est pas FR ou BE'],
    ['gt', 2.5, 'is over 2.5', 'dépasse 2,5'],
    ['gte', 18, 'is at least 18', 'vaut au moins 18'],
    ['lt', 65, 'is under 65', 'est inférieur à 65'],
    ['lte', 3, 'is at most 3', 'vaut au plus 3'],
    ['contains', 'sport', 'contains sport', 'contient sport'],
    ['starts-with', 'par', 'begins with “par”', 'commence par « par »'],
    ['ends-with', '.fr', 'ends with “.fr”', 'finit par « .fr »'],
    ['matches', '^[A-Z]+$', 'matches the pattern “^[A-Z]+$”', 'suit le motif « ^[A-Z]+$ »'],
    ['exists', true, 'is known', 'est connu'],
    ['exists', false, 'is unknown', 'est inconnu'],
    ['before', '2026-03-02', 'is before 2026-03-02', 'est avant le 2026-03-02'],
    ['before', '-30d', 'is more than 30 days ago', 'remonte à plus de 30 jours'],
    ['before', '1w', 'is less than 1 week away (or past)', 'est dans moins de 1 semaine (ou passé)'],
    ['after', '2026-03-02', 'is after 2026-03-02', 'est après le 2026-03-02'],
    ['after', '-30d', 'is less than 30 days ago (or to come)', 'remonte à moins de 30 jours (ou à venir)'],
    ['after', '+36h', 'is more than 36 hours away', 'est dans plus de 36 heures'],
    ['anniversary-within', '7d', 'has its anniversary within 7 days', 'a son anniversaire d’ici 7 jours'],
  ];

describe('a condition in words', () => {
  it.each(OPERANDS)('says %s %j as “… %s”, in French “… %s”', (operator, operand, english, french) => {
    expect(describeCondition({ trait: 'x', [operator]: operand }, 'en')).toBe(`x ${english}`);
    expect(describeCondition({ trait: 'x', [operator]: operand }, 'fr')).toBe(`x ${french}`);
  });

  it('has words for every operator there is', () => {
    expect([...new Set(OPERANDS.map(([operator]) => operator))]).toEqual(Object.keys(OPERATORS));
  });

  it.each([
    [{ trait: 'address.city', is: 'Lyon' }, 'address.city is Lyon', 'address.city est Lyon'],
    [
      { property: 'feature', is: 'report' },
      'the event’s feature is report',
      'feature de l’événement est report',
    ],
    [
      { context: 'cart.total', gte: 9 },
      'cart.total on entry is at least 9',
      'cart.total à l’entrée vaut au moins 9',
    ],
  ])('says whose value it is: %j', (condition, english, french) => {
    expect(describeCondition(condition, 'en')).toBe(english);
    expect(describeCondition(condition, 'fr')).toBe(french);
  });

  it('leaves out the subject that goes without saying', () => {
    const condition = {
      all: [
        { property: 'a', is: 1 },
        { trait: 'b', is: 2 },
      ],
    };
    expect(describeCondition(condition, 'en', { implied: 'property' })).toBe('a is 1 and b is 2');
  });

  const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((trait) => ({ trait, is: 1 }));

  it.each([
    [{ trait: 'age', gte: 18, lt: 65 }, 'age is at least 18 and age is under 65'],
    [{ all: [A] }, 'a is 1'],
    [{ all: [A, B, C] }, 'a is 1 and b is 1 and c is 1'],
    [{ any: [A, B] }, 'a is 1 or b is 1'],
    [{ all: [A, { any: [B, C] }] }, 'a is 1 and (b is 1 or c is 1)'],
    [{ any: [A, { all: [B, C] }] }, 'a is 1 or (b is 1 and c is 1)'],
    [{ any: [A, { trait: 'age', gte: 18, lt: 65 }] }, 'a is 1 or (age is at least 18 and age is under 65)'],
    [{ not: A }, 'unless a is 1'],
    [{ not: { not: A } }, 'unless not (a is 1)'],
    [{ not: { all: [A, B] } }, 'unless (a is 1 and b is 1)'],
    [{ all: [A, { not: B }] }, 'a is 1 unless b is 1'],
    [{ all: [{ not: C }, A, { not: D }, B] }, 'a is 1 and b is 1 unless c is 1 or d is 1'],
    [{ all: [{ any: [A, B] }, { not: C }] }, '(a is 1 or b is 1) unless c is 1'],
    [{ all: [{ not: A }, { not: B }] }, 'unless a is 1 or b is 1'],
    [{ any: [A, { not: B }] }, 'a is 1 or not (b is 1)'],
    [{ any: [A, { all: [B, { not: C }] }] }, 'a is 1 or (b is 1 unless c is 1)'],
  ])('keeps the sense of %j', (condition, words) => {
    expect(describeCondition(condition, 'en')).toBe(words);
  });

  it('joins in French too', () => {
    const condition = { all: [A, { any: [B, C] }, { not: D }] };
    expect(describeCondition(condition, 'fr')).toBe('a est 1 et (b est 1 ou c est 1) sauf si d est 1');
  });

  it.each([
    [undefined, '?'],
    ['plan', '"plan"'],
    [{}, '{}'],
    [{ trait: 'plan' }, '{"trait":"plan"}'],
    [{ trait: 'plan', isnt: 'pro' }, 'plan isnt "pro"'],
    [{ trait: 'age', gt: 'old' }, 'age gt "old"'],
    [{ all: [] }, '{"all":[]}'],
  ])('shows what it does not understand as it was written: %j', (condition, words) => {
    expect(describeCondition(condition, 'en')).toBe(words);
  });

  it('ends where a condition is too deep to be valid', () => {
    const deep = JSON.parse(`${'{"not":'.repeat(5_000)}{"trait":"a","is":1}${'}'.repeat(5_000)}`) as object;
    const words = describeCondition(deep, 'en');
    expect(words).toContain('…');
    expect(words.length).toBeLessThan(500);
  });
});
