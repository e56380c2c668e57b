import { isUntracked } from './own-address.rules.js';
import { linksInText, shortened, withText } from './tracked-text.rules.js';

const none = () => false;
const urlsOf = (text: string) => linksInText(text, none).map(({ url }) => url);
const CODES = ['aaaaaaaaaaa', 'bbbbbbbbbbb', 'ccccccccccc'];
const shortening = {
  base: 'https://bv.example',
  isOurs: (url: string) => url.startsWith('https://ours.example/'),
  codeOf: (_url: string, place: number) => CODES[place] ?? '',
};

describe('the links of a plain text', () => {
  it.each([
    ['at its end', 'Look: https://a.example/x', 'https://a.example/x'],
    ['before the end of a sentence', 'Look at https://a.example/x.', 'https://a.example/x'],
    ['with a question', 'Seen https://a.example/x?a=1&b=2?', 'https://a.example/x?a=1&b=2'],
    ['in brackets', '(https://a.example/x)', 'https://a.example/x'],
    ['with brackets of their own', 'https://a.example/x_(y), yes', 'https://a.example/x_(y)'],
    ['in quotes', '« https://a.example/x »', 'https://a.example/x'],
    ['in capitals', 'HTTPS://A.example/X', 'https://a.example/X'],
    ['without a path', 'http://a.example!', 'http://a.example/'],
    ['beyond ASCII', 'https://a.example/é', 'https://a.example/%C3%A9'],
  ])('are found %s', (_where, text, url) => {
    expect(urlsOf(text)).toEqual([url]);
  });

  it.each([
    'a.example',
    'www.a.example/x',
    'mailto:a@a.example',
    'https://',
    'xhttps://a.example',
    'ftp://a',
  ])('are none in %s', (text) => {
    expect(urlsOf(text)).toEqual([]);
  });

  it('become short, each once, and leave the rest as it was', () => {
    const text =
      'é $& https://a.example/1, https://ours.example/p/x https://a.example/2 🎉 https://a.example/1!';
    expect(shortened(text, shortening)).toEqual({
      text: 'é $& https://bv.example/l/aaaaaaaaaaa, https://ours.example/p/x https://bv.example/l/bbbbbbbbbbb 🎉 https://bv.example/l/aaaaaaaaaaa!',
      links: [
        { code: 'aaaaaaaaaaa', url: 'https://a.example/1', place: [0, 2] },
        { code: 'bbbbbbbbbbb', url: 'https://a.example/2', place: [1, 2] },
      ],
    });
  });

  it('stay as they are beyond twenty', () => {
    const text = Array.from({ length: 22 }, (_, at) => `https://a.example/${String(at)}`).join(' ');
    const { text: written, links } = shortened(text, shortening);
    expect(links).toHaveLength(20);
    expect(written.endsWith('https://a.example/20 https://a.example/21')).toBe(true);
  });

  it('count for the parts of a text message as they are sent', () => {
    const long = `See https://a.example/${'x'.repeat(200)}`;
    const content = { text: long, encoding: 'gsm-7' as const, segments: 2 };
    expect(withText(content, shortened(long, shortening).text)).toEqual({
      text: 'See https://bv.example/l/aaaaaaaaaaa',
      encoding: 'gsm-7',
      segments: 1,
    });
    expect(withText({ text: long }, 'short')).toEqual({ text: 'short' });
  });

  it('are looked for in a long text in no time worth speaking of', () => {
    const began = process.cpuUsage().user;
    expect(linksInText('https://'.repeat(20_000), isUntracked([]))).toEqual([]);
    expect(linksInText('https://a.b '.repeat(20_000), none)).toHaveLength(20);
    expect(urlsOf(`https://a.example/${'.'.repeat(20_000)}`)).toEqual(['https://a.example/']);
    expect(process.cpuUsage().user - began).toBeLessThan(30_000_000);
  });
});
