import { ParcoursError } from '@parcours/kernel';
import { compileText, render, templateVariables } from './text-template.js';
import { TEMPLATE_LIMITS } from './template-limits.js';
import type { RenderOptions } from './render-state.js';

const html = (source: string, data: unknown, options?: RenderOptions) =>
  render(compileText(source, { escape: true }), data, options);
const text = (source: string, data: unknown, options?: RenderOptions) =>
  render(compileText(source, { escape: false }), data, options);

function failure(run: () => unknown): ParcoursError {
  try {
    run();
  } catch (error) {
    if (error instanceof ParcoursError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
const codeOf = (run: () => unknown) => failure(run).code;

describe('variables', () => {
  it('prints texts, numbers and booleans', () => {
    expect(
      text('{{a}} {{b.c}} {{d}} {{items.0.sku}}', { a: 'x', b: { c: 0 }, d: false, items: [{ sku: 's' }] }),
    ).toBe('x 0 false s');
  });

  it('escapes in HTML and not in text', () => {
    expect(html('{{a}}', { a: `<b title="x=1">&'` })).toBe(
      '&lt;b title&#x3D;&quot;x&#x3D;1&quot;&gt;&amp;&#x27;',
    );
    expect(text('{{a}}', { a: '<b>' })).toBe('<b>');
  });

  it('keeps emoji, combining characters and right-to-left text', () => {
    expect(html('{{a}} {{b}}', { a: '👩‍👩‍👧 é', b: 'שלום مرحبا' })).toBe('👩‍👩‍👧 é שלום مرحبا');
  });

  it('names the path and the position of a missing variable', () => {
    const error = failure(() => text('Hello,\n  {{customer.first_name}}', { customer: {} }));
    expect(error.code).toBe('templates.variable-missing');
    expect(error.message).toContain("Line 2, column 5: 'customer.first_name' has no value");
  });

  it.each(['{{a}}', '{{a.b}}', '{{#each a}}{{/each}}', '{{#with a}}{{/with}}', '{{upper a}}', '{{date a}}'])(
    'fails on null as on absence in %s',
    (source) => {
      expect(codeOf(() => text(source, { a: null }))).toBe('templates.variable-missing');
      expect(codeOf(() => text(source, {}))).toBe('templates.variable-missing');
    },
  );

  it('lets a variable be absent in conditions, comparisons and fallbacks', () => {
    expect(text('{{#if a.b}}x{{else}}y{{/if}}{{#unless a}}z{{/unless}}', {})).toBe('yz');
    expect(text('{{default a.b "friend"}}{{default "" c "!"}}', {})).toBe('friend!');
    expect(text('{{#if (eq plan "pro")}}pro{{else if (gt n 1)}}many{{else}}none{{/if}}', {})).toBe('none');
    expect(text('{{#each a}}x{{else}}no{{/each}}{{#with b}}x{{else}}ne{{/with}}', {})).toBe('none');
  });

  it('takes the last value of a fallback as required', () => {
    expect(codeOf(() => text('{{default a b}}', {}))).toBe('templates.variable-missing');
  });

  it('refuses to print objects and lists', () => {
    expect(codeOf(() => text('{{a}}', { a: {} }))).toBe('templates.not-printable');
    expect(codeOf(() => text('{{a}}', { a: [1] }))).toBe('templates.not-printable');
  });

  it('reads a variable that is named like a helper', () => {
    expect(text('{{date}} {{number}}', { date: 'x', number: 1 })).toBe('x 1');
  });
});

describe('blocks', () => {
  it('repeats over lists and objects, with the turn, block parameters and the frame around', () => {
    const data = { shop: 'S', items: [{ sku: 'a' }, { sku: 'b' }], totals: { x: 1, y: 2 } };
    expect(
      text('{{#each items}}{{@index}}{{sku}}{{../shop}}{{#unless @last}},{{/unless}}{{/each}}', data),
    ).toBe('0aS,1bS');
    expect(text('{{#each items as |item at|}}{{at}}{{item.sku}}{{@root.shop}} {{/each}}', data)).toBe(
      '0aS 1bS ',
    );
    expect(text('{{#each totals}}{{@key}}={{this}};{{/each}}', data)).toBe('x=1;y=2;');
    expect(text('{{#each items}}{{#with sku}}{{this}}{{@index}}{{../../shop}}{{/with}}{{/each}}', data)).toBe(
      'a0Sb1S',
    );
  });

  it('drops the line of a block that stands alone', () => {
    expect(text('a\n{{#if x}}\nb\n{{/if}}\nc', { x: true })).toBe('a\nb\nc');
  });

  it('refuses to repeat over a scalar', () => {
    expect(codeOf(() => text('{{#each a}}x{{/each}}', { a: 'abc' }))).toBe('templates.not-iterable');
  });
});

describe('helpers', () => {
  const at = '2026-03-01T23:30:00Z';

  it('formats dates in the locale and zone of the reader, or of the template', () => {
    expect(text('{{date at}}', { at }, { locale: 'fr', zone: 'Europe/Paris' })).toBe('2 mars 2026');
    expect(text('{{date at "yyyy-MM-dd HH:mm" zone="America/New_York"}}', { at })).toBe('2026-03-01 18:30');
    expect(text('{{date day "short"}}', { day: '2026-03-02' }, { locale: 'en-GB' })).toBe('02/03/2026');
    expect(text('{{date ms "yyyy"}}', { ms: 0 })).toBe('1970');
  });

  it('says what is wrong with a date, a zone, a locale or a number', () => {
    for (const source of [
      '{{date x}}',
      '{{date at zone="Mars/Base"}}',
      '{{date at locale="!"}}',
      '{{number x}}',
    ]) {
      expect(codeOf(() => text(source, { x: 'soon', at }))).toBe('templates.helper-arguments');
    }
  });

  it('formats numbers, currencies and shares', () => {
    expect(text('{{number n decimals=2}}', { n: 1234.5 }, { locale: 'en' })).toBe('1,234.50');
    expect(text('{{number n currency="EUR"}}', { n: '9.9' }, { locale: 'en' })).toBe('€9.90');
    expect(text('{{number n percent=true}}', { n: 0.25 }, { locale: 'en' })).toBe('25%');
  });

  it('chooses the plural form of the locale', () => {
    const source = '{{plural n zero="none" one="point" few="body" other="bodů"}}';
    expect([0, 1, 2, 5].map((n) => text(source, { n }, { locale: 'cs' }))).toEqual([
      'none',
      'point',
      'body',
      'bodů',
    ]);
  });

  it('changes case and combines questions', () => {
    expect(text('{{upper a}}{{lower b}}', { a: 'é', b: 'É' })).toBe('Éé');
    expect(text('{{#if (and a (or b (not c)))}}y{{/if}}', { a: 1 })).toBe('y');
    expect(text('{{eq 1 "1"}} {{lt "a" "b"}} {{gte n 2}}', { n: 2 })).toBe('false true true');
  });

  it.each([
    '{{lookup a "b"}}',
    '{{log "x"}}',
    '{{helperMissing 1}}',
    '{{blockHelperMissing 1}}',
    '{{#nope}}{{/nope}}',
  ])('knows no helper for %s', (source) => {
    expect(codeOf(() => text(source, {}))).toBe('templates.unknown-helper');
  });

  it.each([
    '{{upper a b}}',
    '{{default a}}',
    '{{date a when=1}}',
    '{{#if}}{{/if}}',
    '{{if}}',
    '{{#upper a}}{{/upper}}',
  ])('refuses the wrong arguments of %s', (source) => {
    expect(codeOf(() => text(source, { a: 'x' }))).toBe('templates.helper-arguments');
  });
});

describe('the sandbox', () => {
  it.each([
    '{{constructor}}',
    '{{__proto__}}',
    '{{prototype}}',
    '{{customer.constructor.name}}',
    '{{this.__proto__.x}}',
    '{{customer.[constructor]}}',
    '{{__defineGetter__}}',
    '{{#if customer.constructor}}x{{/if}}',
    '{{default constructor "x"}}',
    '{{#with (default constructor 1)}}{{/with}}',
    '{{@root.constructor}}',
    '{{@level}}',
  ])('refuses %s', (source) => {
    expect(codeOf(() => text(source, { customer: {} }))).toBe('templates.forbidden-name');
  });

  it('reads no inherited member', () => {
    expect(
      text('{{default toString "-"}}{{default a.valueOf "-"}}{{default s.length "-"}}', { a: {}, s: 'x' }),
    ).toBe('---');
    class Person {
      get name() {
        return 'secret';
      }
    }
    expect(text('{{default p.name "-"}}', { p: new Person() })).toBe('-');
  });

  it('never calls a function found in the data', () => {
    const spy = jest.fn(() => 'called');
    expect(codeOf(() => text('{{f}}', { f: spy }))).toBe('templates.variable-missing');
    expect(codeOf(() => text('{{#each list}}{{this}}{{/each}}', { list: [spy] }))).toBe(
      'templates.not-printable',
    );
    expect(text('{{#if f}}yes{{else}}no{{/if}}', { f: spy })).toBe('no');
    expect(spy).not.toHaveBeenCalled();
  });

  it.each(['{{{a}}}', '{{&a}}'])('refuses the unescaped %s in HTML', (source) => {
    expect(codeOf(() => html(source, { a: 1 }))).toBe('templates.forbidden-tag');
  });

  it.each(['{{#> part}}x{{/part}}', '{{#*inline "x"}}y{{/inline}}', '{{* deco}}', '{{"text"}}'])(
    'refuses %s',
    (source) => {
      expect(codeOf(() => text(source, {}))).toBe('templates.forbidden-tag');
    },
  );

  it('refuses a syntax tree in place of text', () => {
    const tree = { type: 'Program', body: [], loc: {} } as unknown as string;
    expect(codeOf(() => compileText(tree, { escape: true }))).toBe('templates.not-text');
    expect(codeOf(() => compileText(null as unknown as string, { escape: true }))).toBe('templates.not-text');
  });

  it('stops nested repetitions after a fixed number of turns', () => {
    const open = '{{#each @root.a}}'.repeat(8);
    const source = `${open}${'{{/each}}'.repeat(8)}`;
    const data = { a: Array.from({ length: 10 }, (_, at) => at) };
    expect(codeOf(() => text(source, data))).toBe('templates.too-many-steps');
  });

  it('stops after a fixed number of parts, even where nothing is written', () => {
    const source = `{{#each a}}${'{{#if b}}{{/if}}'.repeat(500)}{{/each}}`;
    expect(codeOf(() => text(source, { a: Array.from({ length: 1_000 }, () => 1) }))).toBe(
      'templates.too-many-steps',
    );
  });

  it('stops an output of 100 MB at the limit', () => {
    const data = { a: Array.from({ length: 100 }, () => 1), big: 'x'.repeat(10_000) };
    const source = '{{#each a}}{{#each @root.a}}{{@root.big}}{{/each}}{{/each}}';
    expect(codeOf(() => text(source, data))).toBe('templates.output-too-long');
  });

  describe('counts what helpers do, even where nothing is written', () => {
    const words = (count: number, word = 'x') => Array.from({ length: count }, () => word);

    it.each([
      ['lists that are joined again and again', '{{#if (eq (join @root.a) "y")}}.{{/if}}', words(2_000)],
      ['lists that are put into words', '{{#if (eq (list @root.a) "y")}}.{{/if}}', words(2_000)],
      ['items that are taken', '{{#if (eq (count (take @root.a 2000)) 1)}}.{{/if}}', words(2_000)],
      ['long texts', '{{#if (eq (upper @root.word) "y")}}.{{/if}}', words(1_000, 'x'.repeat(10_000))],
      ['what is joined to long texts', '{{#if (join @root.b)}}{{/if}}', words(1_000, 'x'.repeat(10_000))],
      [
        'texts that are cut',
        '{{#if (eq (truncate @root.word 900) "y")}}.{{/if}}',
        words(100, 'x'.repeat(1_000)),
      ],
      [
        'long formats',
        '{{#if (eq (date "2026-03-02" @root.word) "y")}}.{{/if}}',
        words(10, 'd'.repeat(9_000)),
      ],
    ])('%s', (_name, asked, a) => {
      const source = `{{#each a}}${asked.repeat(20)}{{/each}}`;
      expect(codeOf(() => text(source, { a, b: a.slice(0, 50), word: a[0] }))).toBe(
        'templates.too-many-steps',
      );
    });

    it('calls that are nested', () => {
      const source = `{{#each a}}${`{{#if (and ${'(not 1) '.repeat(20)})}}{{/if}}`.repeat(20)}{{/each}}`;
      expect(codeOf(() => text(source, { a: words(3_000) }))).toBe('templates.too-many-steps');
    });
  });

  it.each([60, 300])('refuses texts that grow with every join of %i items', (count) => {
    const a = Array.from({ length: count }, () => 'x');
    const source = '{{#if (join a (join a (join a (join a))))}}{{/if}}';
    expect(codeOf(() => text(source, { a }))).toBe('templates.output-too-long');
    const long = [{ name: 'x'.repeat(600_000) }, { name: 'y'.repeat(600_000) }];
    expect(codeOf(() => text('{{#if (list a member="name")}}{{/if}}', { a: long }))).toBe(
      'templates.output-too-long',
    );
  });

  it('lets through what helpers do in a long message', () => {
    const items = Array.from({ length: 5_000 }, (_, at) => ({
      price: at,
      at: '2026-03-02',
      tags: ['a', 'b'],
    }));
    const source = '{{#each items}}{{money price "EUR"}} {{date at}} {{join tags}} {{upper "x"}}\n{{/each}}';
    expect(text(source, { items }).split('\n')).toHaveLength(5_001);
  });

  it('caps length, tags and depth of the source', () => {
    expect(codeOf(() => text('x'.repeat(TEMPLATE_LIMITS.sourceLength + 1), {}))).toBe(
      'templates.source-too-long',
    );
    expect(codeOf(() => text('{{a}}'.repeat(TEMPLATE_LIMITS.tags + 1), {}))).toBe('templates.too-many-tags');
    expect(codeOf(() => text('{{#if a}}'.repeat(25) + '{{/if}}'.repeat(25), {}))).toBe('templates.too-deep');
    expect(text('{{#if a}}'.repeat(24) + 'x' + '{{/if}}'.repeat(24), { a: 1 })).toBe('x');
    expect(codeOf(() => text(`{{not ${'(not '.repeat(30)}a${')'.repeat(30)}}}`, {}))).toBe(
      'templates.too-deep',
    );
    expect(codeOf(() => text(`{{not ${'(not '.repeat(20_000)}a${')'.repeat(20_000)}}}`, {}))).toBe(
      'templates.too-deep',
    );
    expect(text(`{{! ${'('.repeat(50)} don't }}{{default a "${'('.repeat(50)}"}}`, {})).toBe('('.repeat(50));
    expect(codeOf(() => text('{{#if a}}'.repeat(900) + '{{/if}}'.repeat(900), {}))).toBe(
      'templates.too-deep',
    );
  });

  it('takes a long chain of else-ifs for flat', () => {
    const chain = Array.from({ length: 60 }, (_, at) => `{{else if (eq n ${String(at)})}}${String(at)}`).join(
      '',
    );
    expect(text(`{{#if (eq n -1)}}no${chain}{{/if}}`, { n: 59 })).toBe('59');
  });
});

describe('broken sources', () => {
  it.each([
    ['{{#if a}}x', /^Line 1, column \d+: a tag or a block is not closed/],
    ['a\nb {{name', /^Line 2/],
    ['{{#if a}}\n{{/each}}', /'if' is closed by 'each'/],
    ['{{a b', /^Line 1/],
    ['{{../a}}', /leads out of the template's data/],
    ['{{}}', /^Line 1/],
  ])('says where %j is broken', (source, expected) => {
    const error = failure(() => text(source, {}));
    expect([error.code, error.status]).toEqual(['templates.syntax', 422]);
    expect(error.message).toMatch(expected);
  });
});

describe('templateVariables', () => {
  it('lists each path once and flags the ones that no rendering goes without', () => {
    const source =
      '{{customer.name}}{{default customer.city "x"}}{{#if vip}}{{vip.level}}{{/if}}' +
      '{{#each order.items as |item|}}{{item.sku}}{{price}}{{../order.id}}{{@index}}{{/each}}' +
      '{{#with customer}}{{email}}{{/with}}{{customer.city}}';
    expect(templateVariables(source)).toEqual([
      { path: 'customer.name', required: true },
      { path: 'customer.city', required: true },
      { path: 'vip', required: false },
      { path: 'vip.level', required: false },
      { path: 'order.items', required: true },
      { path: 'order.items.*.sku', required: false },
      { path: 'order.items.*.price', required: false },
      { path: 'order.id', required: false },
      { path: 'customer', required: true },
      { path: 'customer.email', required: true },
    ]);
  });
});
