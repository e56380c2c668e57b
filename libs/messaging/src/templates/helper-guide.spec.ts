import { HELPER_GUIDE } from './helper-guide.js';
import { HELPER_NAMES } from './template-helpers.js';
import { compileText, render } from './text-template.js';

describe('the guide to the helpers (B4)', () => {
  it('tells of every helper, and of no other', () => {
    expect(HELPER_GUIDE.map(({ name }) => name).sort()).toEqual([...HELPER_NAMES].sort());
  });

  const examples = HELPER_GUIDE.flatMap(({ examples: all }) =>
    all.map((each) => [each.template, each] as const),
  );

  it.each(examples)('says what comes of %s', (template, { data, locale, zone, html, output }) => {
    const compiled = compileText(template, { escape: html === true });
    const options = { ...(locale && { locale }), ...(zone && { zone }) };
    expect(render(compiled, data, options)).toBe(output);
  });

  it.each([
    ['{{link url "x"}}', { url: 'javascript:alert(1)' }],
    ['{{link url "x"}}', { url: 'data:text/html,x' }],
    ['{{link url "x"}}', { url: '/relative' }],
    ['{{link url "x"}}', { url: 'https://a.example/ "onclick=' }],
    ['{{link url label}}', { url: 'https://a.example', label: ' ' }],
    ['{{list items}}', { items: [{ name: 'x' }] }],
    ['{{list items type="xor"}}', { items: ['x'] }],
    ['{{list items}}', { items: 'x' }],
    ['{{money 3 "euro"}}', {}],
    ['{{truncate text 0}}', { text: 'x' }],
    ['{{#each (take items -1)}}{{/each}}', { items: [1] }],
  ])('refuses %s with %j', (template, data) => {
    const compiled = compileText(template, { escape: true });
    expect(() => render(compiled, data)).toThrow(
      expect.objectContaining({ code: 'templates.helper-arguments' }),
    );
  });

  it('never cuts an emoji in two', () => {
    const family = '👩‍👩‍👧';
    const compiled = compileText('{{truncate text 3}}', { escape: false });
    expect(render(compiled, { text: family.repeat(5) })).toBe(`${family}${family}…`);
  });
});
