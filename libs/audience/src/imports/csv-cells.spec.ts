import { csvLine, withoutGuard } from './csv-cells.js';

describe('a row of CSV', () => {
  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'a"b', '"a""b"'],
    ['a line feed', 'a\nb', '"a\nb"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a sum', '+1', "'+1"],
    ['a difference', '-1', "'-1"],
    ['an at sign', '@x', "'@x"],
    ['a tab', '\tx', "'\tx"],
    ['nothing', null, ''],
    ['a number below zero', -1, '-1'],
    ['truth', true, 'true'],
  ])('writes %s', (_what, value, cell) => {
    expect(csvLine([value, 'x'])).toBe(`${cell},x\r\n`);
  });

  it.each(['=1+1', '+33', '-x', '@x', "'=x", "'quoted'", 'plain', "'"])('is read as it was: %s', (text) => {
    const cell = csvLine([text]).slice(0, -2);
    expect(withoutGuard(cell)).toBe(text);
  });
});
