import { linksIn, withAddresses, withPixel } from './tracked-html.rules.js';

const none = () => false;
const urlsOf = (html: string) => linksIn(html, none).map(({ url }) => url);

describe('the links of a rendered page', () => {
  it.each([
    ['in double quotes', '<a href="https://a.example/x">x</a>', 'https://a.example/x'],
    ['in single quotes', '<a class="b" href=\'https://a.example/x\'>x</a>', 'https://a.example/x'],
    ['in none', '<a href=https://a.example/x>x</a>', 'https://a.example/x'],
    ['in capitals, over lines', '<A\n  HREF = "HTTPS://A.example/x">x</A>', 'https://a.example/x'],
    ['of a map', '<area shape="rect" href="https://a.example/x">', 'https://a.example/x'],
    ['behind a quoted >', '<a title="a > b" href="https://a.example/x">x</a>', 'https://a.example/x'],
    [
      'as templates escape them',
      '<a href="https://a.example/?a&#x3D;1&amp;b&#61;2">x</a>',
      'https://a.example/?a=1&b=2',
    ],
    ['with signs beyond ASCII', '<a href="https://a.example/é">x</a>', 'https://a.example/%C3%A9'],
  ])('are found %s', (_how, html, url) => {
    expect(urlsOf(html)).toEqual([url]);
    const page = withAddresses(html, linksIn(html, none), ['https://t.example/1']);
    expect(urlsOf(page)).toEqual(['https://t.example/1']);
    expect(page.replace('https://t.example/1', '').length).toBeLessThan(html.length);
  });

  it.each([
    '<a href="mailto:a@example.com">x</a>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="//a.example/x">x</a>',
    '<a href="/x">x</a>',
    '<a href="https://">x</a>',
    '<a href="https://a b">x</a>',
    '<a data-href="https://a.example/">x</a>',
    '<a href="https://a.example/" data-track="off">x</a>',
    "<a data-track='off' href='https://a.example/'>x</a>",
    '<abbr href="https://a.example/">x</abbr>',
    '<link href="https://a.example/style.css">',
    '<img src="https://a.example/x.png">',
    '<a>x</a>',
    '<a href="https://a.example/',
  ])('are none in %s', (html) => {
    expect(urlsOf(html)).toEqual([]);
  });

  it('leaves everything around them as it was, whatever their number', () => {
    const html =
      '<p>é $& $1</p><a href="https://a.example/1">1</a>🎉<a href="https://a.example/2">2</a><p>end</p>';
    const links = linksIn(html, (url) => url.endsWith('1'));
    expect(withAddresses(html, links, ['https://t.example/$&'])).toBe(
      html.replace('https://a.example/2', () => 'https://t.example/$&'),
    );
  });

  it('reads a page of a million unclosed tags and quotes in no time worth speaking of', () => {
    const began = process.cpuUsage().user;
    expect(urlsOf('<a href="'.repeat(20_000))).toEqual([]);
    expect(urlsOf('<a '.repeat(50_000))).toEqual([]);
    expect(process.cpuUsage().user - began).toBeLessThan(30_000_000);
  });
});

describe('the picture', () => {
  it('stands at the end of the body, or of what there is', () => {
    expect(withPixel('<body>a</body></html>', 'u')).toMatch(/^<body>a<img src="u"[^>]*><\/body><\/html>$/);
    expect(withPixel('<p>a</p>', 'u')).toMatch(/^<p>a<\/p><img src="u"[^>]*>$/);
    expect(withPixel('<!-- </body> --><p></p></BODY >', 'u')).toMatch(/<p><\/p><img[^>]*><\/BODY >$/);
  });
});
