/** One use of a helper, and what comes of it. */
export interface HelperExample {
  readonly template: string;
  readonly data: unknown;
  readonly output: string;
  readonly locale?: string;
  readonly zone?: string;
  /** True where the template is HTML. */
  readonly html?: true;
}

export interface HelperEntry {
  readonly name: string;
  /** How it is called. */
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly HelperExample[];
}

const ORDER = { items: [{ name: 'Tea' }, { name: 'Cups' }, { name: 'A pot' }] };

/** Every helper, as the reference tells it. A test runs each example. */
export const HELPER_GUIDE: readonly HelperEntry[] = [
  {
    name: 'if',
    usage: '{{#if value}}…{{else if other}}…{{else}}…{{/if}}',
    summary:
      'Writes its text where the value is there: not absent, null, false, 0, an empty text or an empty list.',
    examples: [
      {
        template: '{{#if name}}Dear {{name}}{{else}}Hello{{/if}}',
        data: { name: 'Ada' },
        output: 'Dear Ada',
      },
      { template: '{{#if name}}Dear {{name}}{{else}}Hello{{/if}}', data: {}, output: 'Hello' },
    ],
  },
  {
    name: 'unless',
    usage: '{{#unless value}}…{{else}}…{{/unless}}',
    summary: 'The opposite of `if`.',
    examples: [{ template: '{{#unless vip}}Join us{{/unless}}', data: { vip: false }, output: 'Join us' }],
  },
  {
    name: 'each',
    usage: '{{#each list}}…{{else}}…{{/each}}',
    summary:
      'Writes its text once for each item of a list, or each member of an object; the part after `else` where there is none. Inside, `this` is the item, `@index` counts from 0, `@key` is the name of the member, `@first` and `@last` mark the ends. With `as |item at|` the item and its place have names. 10,000 turns are the most, nested ones multiplied.',
    examples: [
      {
        template: '{{#each items}}{{@index}}. {{name}}\n{{/each}}',
        data: ORDER,
        output: '0. Tea\n1. Cups\n2. A pot\n',
      },
      {
        template: '{{#each items as |item|}}{{item.name}}{{#unless @last}}, {{/unless}}{{/each}}',
        data: ORDER,
        output: 'Tea, Cups, A pot',
      },
      {
        template: '{{#each items}}{{name}}{{else}}Nothing yet{{/each}}',
        data: { items: [] },
        output: 'Nothing yet',
      },
    ],
  },
  {
    name: 'with',
    usage: '{{#with object}}…{{else}}…{{/with}}',
    summary: 'Inside, names are read from the object.',
    examples: [{ template: '{{#with order}}{{id}}{{/with}}', data: { order: { id: 4711 } }, output: '4711' }],
  },
  {
    name: 'eq',
    usage: '(eq a b)',
    summary: 'Whether two values are the same, of the same type.',
    examples: [{ template: '{{#if (eq plan "pro")}}Pro{{/if}}', data: { plan: 'pro' }, output: 'Pro' }],
  },
  {
    name: 'ne',
    usage: '(ne a b)',
    summary: 'Whether two values differ.',
    examples: [
      { template: '{{#if (ne plan "pro")}}Upgrade{{/if}}', data: { plan: 'free' }, output: 'Upgrade' },
    ],
  },
  {
    name: 'lt',
    usage: '(lt a b)',
    summary: 'Whether a number, or a text in the order of the alphabet, comes before another.',
    examples: [{ template: '{{#if (lt left 3)}}Hurry{{/if}}', data: { left: 2 }, output: 'Hurry' }],
  },
  {
    name: 'lte',
    usage: '(lte a b)',
    summary: 'As `lt`, or the same.',
    examples: [{ template: '{{#if (lte left 2)}}Hurry{{/if}}', data: { left: 2 }, output: 'Hurry' }],
  },
  {
    name: 'gt',
    usage: '(gt a b)',
    summary: 'Whether it comes after.',
    examples: [
      { template: '{{#if (gt total 50)}}Free delivery{{/if}}', data: { total: 60 }, output: 'Free delivery' },
    ],
  },
  {
    name: 'gte',
    usage: '(gte a b)',
    summary: 'As `gt`, or the same.',
    examples: [
      {
        template: '{{#if (gte total 50)}}Free delivery{{/if}}',
        data: { total: 50 },
        output: 'Free delivery',
      },
    ],
  },
  {
    name: 'and',
    usage: '(and a b …)',
    summary: 'Whether all of them are there, as `if` sees it.',
    examples: [
      {
        template: '{{#if (and vip (gt total 50))}}Gift{{/if}}',
        data: { vip: true, total: 60 },
        output: 'Gift',
      },
    ],
  },
  {
    name: 'or',
    usage: '(or a b …)',
    summary: 'Whether one of them is there.',
    examples: [{ template: '{{#if (or vip regular)}}Gift{{/if}}', data: { regular: true }, output: 'Gift' }],
  },
  {
    name: 'not',
    usage: '(not a)',
    summary: 'Whether it is not there.',
    examples: [{ template: '{{#if (not vip)}}Join{{/if}}', data: {}, output: 'Join' }],
  },
  {
    name: 'default',
    usage: '{{default value other … "text"}}',
    summary: 'The first that is neither absent nor empty; the last in any case.',
    examples: [
      {
        template: 'Hello {{default first_name nickname "you"}}',
        data: { nickname: 'Countess' },
        output: 'Hello Countess',
      },
      { template: 'Hello {{default first_name "you"}}', data: {}, output: 'Hello you' },
    ],
  },
  {
    name: 'upper',
    usage: '{{upper text}}',
    summary: 'In capitals, as the language of the reader has them.',
    examples: [{ template: '{{upper city}}', data: { city: 'istanbul' }, locale: 'tr', output: 'İSTANBUL' }],
  },
  {
    name: 'lower',
    usage: '{{lower text}}',
    summary: 'In small letters.',
    examples: [{ template: '{{lower code}}', data: { code: 'TEA-10' }, output: 'tea-10' }],
  },
  {
    name: 'truncate',
    usage: '{{truncate text 80}}',
    summary: 'At most so many letters; a longer text ends in …. Accents and emojis stay whole.',
    examples: [
      {
        template: '{{truncate note 12}}',
        data: { note: 'Leave it at the door, please' },
        output: 'Leave it at…',
      },
    ],
  },
  {
    name: 'date',
    usage: '{{date value "long" zone="Europe/Paris" locale="fr"}}',
    summary:
      'A date, or a time in milliseconds, in the words and the zone of the reader. Formats: `short`, `medium`, `long` (when left out), `full`, `time`, `datetime`, or a pattern such as `yyyy-MM-dd`.',
    examples: [
      { template: '{{date at}}', data: { at: '2026-03-02T08:00:00Z' }, locale: 'fr', output: '2 mars 2026' },
      { template: '{{date at "full"}}', data: { at: '2026-03-02' }, output: 'Monday, March 2, 2026' },
      {
        template: '{{date at "HH:mm"}}',
        data: { at: '2026-03-02T08:00:00Z' },
        zone: 'Europe/Paris',
        output: '09:00',
      },
    ],
  },
  {
    name: 'number',
    usage: '{{number value decimals=2 percent=true currency="EUR" locale="fr"}}',
    summary: 'A number as the reader writes it.',
    examples: [
      { template: '{{number count}}', data: { count: 1234.5 }, locale: 'de', output: '1.234,5' },
      { template: '{{number share percent=true}}', data: { share: 0.25 }, output: '25%' },
    ],
  },
  {
    name: 'money',
    usage: '{{money value "EUR" decimals=0 locale="fr"}}',
    summary: 'An amount in a currency (ISO 4217).',
    examples: [
      { template: '{{money total "EUR"}}', data: { total: 12.5 }, output: '€12.50' },
      { template: '{{money total currency}}', data: { total: 1200, currency: 'JPY' }, output: '¥1,200' },
    ],
  },
  {
    name: 'plural',
    usage: '{{plural count zero="…" one="…" other="…"}}',
    summary:
      'The form that goes with a number in the language of the reader: `zero`, `one`, `two`, `few`, `many`, `other`.',
    examples: [
      { template: '{{n}} {{plural n one="cup" other="cups"}}', data: { n: 1 }, output: '1 cup' },
      {
        template: '{{n}} {{plural n one="tasse" other="tasses"}}',
        data: { n: 0 },
        locale: 'fr',
        output: '0 tasse',
      },
    ],
  },
  {
    name: 'list',
    usage: '{{list items member="name" type="or" locale="fr"}}',
    summary:
      'The items of a list in one sentence. Types: `and` (when left out), `or`, `plain`. With `member`, that of each item.',
    examples: [
      { template: '{{list items member="name"}}', data: ORDER, output: 'Tea, Cups, and A pot' },
      {
        template: '{{list days type="or"}}',
        data: { days: ['lundi', 'mardi'] },
        locale: 'fr',
        output: 'lundi ou mardi',
      },
    ],
  },
  {
    name: 'join',
    usage: '{{join items " · " member="name"}}',
    summary: 'The items of a list with a text in between.',
    examples: [{ template: '{{join tags " · "}}', data: { tags: ['new', 'green'] }, output: 'new · green' }],
  },
  {
    name: 'take',
    usage: '{{#each (take list 3)}}…{{/each}}',
    summary: 'The first items of a list; all of them where there are fewer.',
    examples: [{ template: '{{#each (take items 2)}}{{name}};{{/each}}', data: ORDER, output: 'Tea;Cups;' }],
  },
  {
    name: 'count',
    usage: '{{count list}}',
    summary: 'How many items a list has; 0 where there is none.',
    examples: [{ template: '{{count items}} items', data: ORDER, output: '3 items' }],
  },
  {
    name: 'link',
    usage: '{{link url "label" style="…"}}',
    summary:
      'A link: in HTML an element, in texts the label with the address after it. Only https, http and mailto; anything else is an error.',
    examples: [
      {
        template: '{{link url "Your <order>"}}',
        data: { url: 'https://shop.example/?a=1&b=2' },
        html: true,
        output: '<a href="https://shop.example/?a&#x3D;1&amp;b&#x3D;2">Your &lt;order&gt;</a>',
      },
      {
        template: '{{link url "Your order"}}',
        data: { url: 'https://shop.example/o/1' },
        output: 'Your order [https://shop.example/o/1]',
      },
    ],
  },
];
