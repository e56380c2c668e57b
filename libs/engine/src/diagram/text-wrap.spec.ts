import { widthOf } from './text-width.js';
import { wrapText } from './text-wrap.js';

const FACE = { size: 12 };
const ROOM = { width: 120, lines: 3 };

describe('a text in a box', () => {
  it('stays on one line when it fits', () => {
    expect(wrapText('Welcome', FACE, ROOM)).toEqual(['Welcome']);
  });

  it('breaks between words', () => {
    expect(wrapText('Tips for a first report', FACE, ROOM)).toEqual(['Tips for a first', 'report']);
  });

  it('breaks a long name after a mark', () => {
    expect(wrapText('warehouse.shipment-was-cancelled', FACE, ROOM)).toEqual([
      'warehouse.',
      'shipment-was-',
      'cancelled',
    ]);
  });

  it('breaks anywhere a word without marks', () => {
    const lines = wrapText('Donaudampfschifffahrtsgesellschaft', FACE, ROOM);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('Donaudampfschifffahrtsgesellschaft');
  });

  it('ends with an ellipsis where there is no more room', () => {
    const lines = wrapText('a great many words that go on and on and on and on and on and on', FACE, ROOM);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/u);
  });

  it.each([
    'one two three four five six seven eight nine ten',
    'W'.repeat(90),
    '漢字'.repeat(40),
    '👩‍👩‍👧‍👦'.repeat(30),
  ])('never makes a line wider than its room: %s', (text) => {
    for (const line of wrapText(text, FACE, ROOM))
      expect(widthOf(line, FACE)).toBeLessThanOrEqual(ROOM.width);
  });

  it('never takes a character apart', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(wrapText(family.repeat(9), FACE, { width: 60, lines: 9 }).join('')).toBe(family.repeat(9));
  });

  it('has no lines for a text of nothing but space', () => {
    expect(wrapText(' \n\t', FACE, ROOM)).toEqual([]);
  });

  it('is quick with a text that is far too long', () => {
    const before = performance.now();
    expect(wrapText('x '.repeat(500_000), FACE, ROOM)).toHaveLength(3);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
