import { textWidth, wrapText } from './text-metrics.js';

const FONT = { size: 10 };

describe('the width of a text', () => {
  it('adds up its characters', () => {
    expect(textWidth('iW', FONT)).toBeCloseTo(2.8 + 9.9);
  });

  it('takes a letter with an accent for its letter', () => {
    expect(textWidth('é', FONT)).toBe(textWidth('e', FONT));
  });

  it('is larger in bold, and in a square script', () => {
    expect(textWidth('abc', { ...FONT, bold: true })).toBeGreaterThan(textWidth('abc', FONT));
    expect(textWidth('客户', FONT)).toBeGreaterThan(20);
  });
});

describe('a text that is wrapped', () => {
  const text = 'Where do I find the price for four people who eat no meat?';

  it.each([40, 80, 120, 1000])('fits in %d and loses nothing', (width) => {
    const lines = wrapText(text, width, FONT);
    expect(lines.filter((line) => textWidth(line, FONT) > width)).toEqual([]);
    expect(lines.join(' ')).toBe(text);
  });

  it('breaks a word that is longer than a line, between whole signs', () => {
    const lines = wrapText('a👩‍👩‍👧b'.repeat(5), 30, FONT);
    expect(lines.join('')).toBe('a👩‍👩‍👧b'.repeat(5));
    expect(lines.filter((line) => line.startsWith('\u200d') || line.endsWith('\u200d'))).toEqual([]);
    expect(lines.length).toBeGreaterThan(3);
  });

  it('keeps the space before French punctuation', () => {
    const lines = wrapText('Pourquoi donc ?', textWidth('Pourquoi donc', FONT), FONT);
    expect(lines).toEqual(['Pourquoi', 'donc\u00a0?']);
  });

  it('of nothing has no lines', () => {
    expect(wrapText('   ', 100, FONT)).toEqual([]);
  });
});
