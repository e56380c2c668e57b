import { checkEmail, compileEmail } from './email-template.js';

const page = `<!doctype html><html><head><title>T {{customer.name}}</title><style>p{color:red}</style></head>
<body class="x">
  {{! a note for colleagues }}
  <h1>Welcome {{customer.name}}</h1>
  {{#if customer.vip}}
  <p>Your <b>VIP</b> gift: {{default customer.gift "a \\"surprise\\""}}.</p>
  {{else}}
  <p>Caf&eacute; &amp; tea</p>
  {{/if}}
  <ul>{{#each items}}<li>{{name}}</li>{{/each}}</ul>
  <a href="https://shop.example/{{customer.id}}?a=1&amp;b={{default campaign "none"}}">Go on</a>
  <a href="{{url}}">{{url}}</a>
  <img src="x.png" alt="Our logo">
</body></html>`;
const data = {
  customer: { name: 'Zoë <3', id: 'c1', vip: true },
  items: [{ name: 'Tea' }, { name: 'Cake' }],
  url: 'https://a.example/?x=1&y=2',
};

describe('compileEmail', () => {
  it('derives the text from the HTML source, with its blocks and link targets', () => {
    const email = compileEmail({ subject: 'Hi', html: page });
    expect(email.render(data).text).toBe(
      [
        'Welcome Zoë <3',
        'Your VIP gift: a "surprise".',
        ' * Tea\n * Cake',
        'Go on [https://shop.example/c1?a=1&b=none] https://a.example/?x=1&y=2 Our logo',
      ].join('\n\n'),
    );
    expect(email.render({ ...data, customer: { name: 'A', id: 'c2' } }).text).toContain('Café & tea');
  });

  it('takes braces that come from entities for text', () => {
    const email = compileEmail({ subject: 's', html: '<p>&#123;&#123;secret}} {{a}} \\{{b}}</p>' });
    expect(email.render({ a: 1 }).text).toBe('{{secret}} 1 {{b}}');
  });

  it('uses the text that the author wrote', () => {
    const email = compileEmail({ subject: 's', html: '<p>x</p>', text: 'Hello {{n}}\n\n\n\n-- ' });
    expect(email.render({ n: '<b>' }).text).toBe('Hello <b>\n\n\n\n-- ');
  });

  it('renders the subject unescaped and on one line', () => {
    const email = compileEmail({ subject: 'Hi {{n}}\n!', html: '<p></p>' });
    expect(email.render({ n: 'A & B\r\nBcc: x@example.com' }).subject).toBe('Hi A & B Bcc: x@example.com !');
  });

  it('hides the preheader at the start of the body and escapes it', () => {
    const email = compileEmail({
      subject: 's',
      preheader: 'Tea & {{n}}',
      html: '<html><body id="b"><p>x</p></body></html>',
    });
    expect(email.render({ n: '<i>' }).html).toMatch(
      /^<html><body id="b"><div style="display:none[^"]*">Tea &amp; &lt;i&gt;<\/div><p>x<\/p><\/body><\/html>$/,
    );
    expect(compileEmail({ subject: 's', preheader: 'P', html: '<p>x</p>' }).render({}).html).toMatch(
      /^<div [^>]*>P<\/div><p>x/,
    );
    expect(email.render({ n: 1 }).text).toBe('x');
  });

  it('merges the variables of all parts', () => {
    const email = compileEmail({ subject: '{{a}}', html: '{{#if a}}{{b}}{{/if}}' });
    expect(email.variables).toEqual([
      { path: 'a', required: true },
      { path: 'b', required: false },
    ]);
  });

  it('points to the broken part', () => {
    expect(() => compileEmail({ subject: 'ok', html: '<p>{{{x}}}</p>' })).toThrow(
      expect.objectContaining({
        code: 'templates.forbidden-tag',
        errors: [expect.objectContaining({ pointer: '/html', code: 'templates.forbidden-tag' })],
      }),
    );
  });

  it('survives a page that is nested beyond reason', () => {
    const html = '<div>'.repeat(40_000) + '{{a}}';
    expect(compileEmail({ subject: 's', html }).render({ a: 'x' }).html).toHaveLength(200_001);
  });
});

describe('checkEmail', () => {
  it('finds what is wrong with every part at once', () => {
    const findings = checkEmail({
      subject: '{{nope 1}}',
      preheader: '{{',
      html: '{{#if a}}',
      text: '{{constructor}}',
    });
    expect(findings.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/subject', 'templates.unknown-helper'],
      ['/preheader', 'templates.syntax'],
      ['/html', 'templates.syntax'],
      ['/text', 'templates.forbidden-name'],
    ]);
  });

  it('asks for a text where none can be derived', () => {
    const html = '<div {{#if a}}class="x">y</div><p>{{/if}}z</p>';
    expect(checkEmail({ subject: 's', html }).map((finding) => finding.pointer)).toEqual(['/text']);
    expect(checkEmail({ subject: 's', html, text: 'z' })).toEqual([]);
  });
});
