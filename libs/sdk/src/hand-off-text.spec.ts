import { handOffText } from './hand-off-text.js';

const reference = 'Parcours action a-1, customer c-1';

describe('the text for a person who takes over (E2)', () => {
  it('holds what there is to do, what is known and what was said, and a line to find it by', () => {
    const text = handOffText(
      {
        description: ' Call back. ',
        context: { journey: 'welcome', score: 7, unknown: null },
        conversation: [
          { at: 0, channel: 'sms', from: 'customer', text: 'Where is it?' },
          { text: 'On its way.' },
          'No, lost.',
        ],
      },
      { reference, maxLength: 2_000 },
    );
    expect(text).toBe(
      'Call back.\n\nContext\njourney: welcome\nscore: 7\n\n' +
        'Conversation\n1970-01-01T00:00:00.000Z, sms, customer: Where is it?\nOn its way.\nNo, lost.\n\n' +
        reference,
    );
  });

  it('leaves out the oldest that was said where there is no room', () => {
    const conversation = Array.from({ length: 50 }, (_, n) => `line ${String(n)}`);
    const text = handOffText({ description: 'Call back.', conversation }, { reference, maxLength: 100 });
    expect(text.length).toBeLessThanOrEqual(100);
    expect(text).toMatch(
      /^Call back\.\n\nConversation\n…\n(line \d+\n)*line 49\n\nParcours action a-1, customer c-1$/,
    );
    expect(text).not.toContain('line 0\n');
  });

  it.each([60, 34, 20, 0])('never takes more than %d characters', (maxLength) => {
    const text = handOffText(
      { description: 'd'.repeat(500), conversation: 'said' },
      { reference, maxLength },
    );
    expect(text.length).toBeLessThanOrEqual(maxLength);
    expect(text.endsWith(reference.slice(0, maxLength))).toBe(true);
  });

  it('is the line alone where there is nothing to tell', () => {
    expect(handOffText({}, { reference, maxLength: 100 })).toBe(reference);
  });
});
