import { tidyText } from './derived-text.js';

describe('the plain text of a message (B4)', () => {
  it.each([
    ['is left as it is', 'One\nTwo\n\nThree', 'One\nTwo\n\nThree'],
    ['ends paragraphs with one empty line', 'One\n\n\n\nTwo\n \t\n\nThree', 'One\n\nTwo\n\nThree'],
    ['has no blanks at the ends of lines', 'One \r\nTwo\t\n\u00a0\nThree', 'One\nTwo\n\nThree'],
    ['has nothing before and behind it', '\n\n One\n\n', 'One'],
    ['may be empty', ' \n \n ', ''],
  ])('%s', (_what, text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });
});
