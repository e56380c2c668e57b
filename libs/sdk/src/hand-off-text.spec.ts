import { handOffText } from './hand-off-text.js';
import type { HandOver } from './hand-over.js';

const reference = 'Parcours action a-1, customer c-1';
const layout = { language: 'en', reference } as const;

function aHandOver(count: number): HandOver {
  const each = <T>(entry: (n: number) => T) => Array.from({ length: count }, (_, n) => entry(n));
  return {
    at: 0,
    conversation: each((n) => ({ at: n, direction: 'inbound', text: `said ${String(n)}.` })),
    events: each((n) => ({ at: n, name: `event.${String(n)}` })),
    journey: {
      key: 'welcome',
      name: 'Welcome',
      step: 'call',
      enteredAt: 0,
      context: {},
      path: each((n) => ({ at: n, step: `step-${String(n)}`, words: { en: 'Went on.', fr: 'Suite.' } })),
    },
  };
}

describe('the text for a person who takes over (E2)', () => {
  it('holds what there is to do, what there is to know, and a line to find it by', () => {
    const story = { description: ' Call back. ', handOver: aHandOver(1) };
    const text = handOffText(story, { ...layout, maxLength: 2_000 });
    expect(text).toMatch(/^Call back\.\n\nJourney: Welcome \(call\)/);
    expect(text).toContain('Customer: said 0.');
    expect(text).toContain('event.0');
    expect(text.endsWith(`\n\n${reference}`)).toBe(true);
    expect(handOffText(story, { ...layout, language: 'fr', maxLength: 2_000 })).toContain(
      'Parcours: Welcome',
    );
  });

  it('leaves out the oldest where there is no room, and what was said last at the very end', () => {
    const story = { description: 'Call back.', handOver: aHandOver(20) };
    const text = handOffText(story, { ...layout, maxLength: 300 });
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toContain('said 19.');
    expect(text).not.toContain('said 0.');
    expect(text).not.toContain('event.');
    expect(text.endsWith(`\n\n${reference}`)).toBe(true);
  });

  it.each([60, 34, 20, 0])('never takes more than %d characters', (maxLength) => {
    const story = { description: 'd'.repeat(500), handOver: aHandOver(3) };
    const text = handOffText(story, { ...layout, maxLength });
    expect(text.length).toBeLessThanOrEqual(maxLength);
    expect(text.endsWith(reference.slice(0, maxLength))).toBe(true);
  });

  it('is the line alone where there is nothing to tell', () => {
    expect(handOffText({}, { ...layout, maxLength: 100 })).toBe(reference);
  });
});
