import { ContentSnapshot, type PublishedVersion } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';

import { checkBrand } from '../brands/brand-check.js';
import { compileContent } from './compiled-contents.js';
import { checkTemplate } from './template-check.js';
import type { MessageTemplateDocument } from './message-template.type.js';
import { requiredVariables } from './required-variables.js';

let versions = 0;

function published(type: string, key: string, document: JsonObject): PublishedVersion {
  versions += 1;
  return { itemId: versions, versionId: versions, type, key, number: 1, document };
}

const HOUSE = {
  name: 'The house',
  colours: { primary: '#0b6e6e' },
  footer: { en: 'The house, 75011 Paris', fr: 'La maison, 75011 Paris' },
  unsubscribe: { en: 'No more', fr: 'Plus jamais' },
  voice: { banned: [{ word: 'cheap', instead: 'good value', severity: 'error' }] },
  senders: {
    email: { name: { en: 'House', fr: 'Maison' }, address: 'hi@house.example' },
    sms: { id: 'House' },
  },
  layouts: {
    email: {
      plain: {
        html: '<html><body style="color:{{brand.colours.text}}">{{> content}}{{> foot}}</body></html>',
      },
      mjml: {
        mjml: '<mjml><mj-body>{{> content}}<mj-section><mj-column><mj-text>{{> foot}}</mj-text></mj-column></mj-section></mj-body></mjml>',
      },
    },
    sms: { signed: { text: '{{> content}}\n{{brand.name}}' } },
  },
  partials: {
    email: {
      foot: { html: '<p>{{brand.footer}} <a href="{{links.unsubscribe}}">{{brand.unsubscribe}}</a></p>' },
      button: { html: '<a class="b" href="{{url}}">{{label}}</a>', text: '{{label}}: {{url}}' },
    },
  },
};

const content = new ContentSnapshot(1, [published('brands', 'house', HOUSE)]);

const email = (said: JsonObject, more: JsonObject = {}) =>
  ({ channels: { email: { subject: 'Hello', ...said } }, ...more }) as unknown as MessageTemplateDocument;

const LONG = 'There is a cup of tea for you whenever you like to come by.';

async function codesOf(template: MessageTemplateDocument, in_ = content): Promise<[string, string][]> {
  return (await checkTemplate(template, { published: in_ })).map(({ code, pointer }) => [code, pointer]);
}

async function written(
  template: MessageTemplateDocument,
  data: JsonObject,
  locale = 'en',
  channel = 'email',
) {
  const brand = content.all({ name: 'brands' } as never)[0] as never;
  const wanted = {
    template: { versionId: 1, document: template },
    channel,
    brand,
    locale,
    defaultLocale: 'en',
  };
  const { content: compiled, brand: own, from } = await compileContent(wanted);
  return { ...compiled.render({ ...data, brand: own }, { locale }), from };
}

const LINKS = { unsubscribe: 'https://p.example/u', preferences: 'https://p.example/p' };

describe('a template of a brand (B4)', () => {
  it('stands in the layout that it names, with partials, in the language of the reader', async () => {
    const template = email({
      layout: 'plain',
      html: `<p>${LONG}</p>{{> button url="https://a.example" label=customer.name}}`,
    });
    expect(await codesOf(template)).toEqual([]);
    const { html, text, from } = (await written(
      template,
      { customer: { name: 'A & B' }, links: LINKS },
      'fr',
    )) as {
      html: string;
      text: string;
      from: object;
    };
    expect(html).toBe(
      `<html><body style="color:#1a1a1a"><p>${LONG}</p><a class="b" href="https://a.example">A &amp; B</a><p>La maison, 75011 Paris <a href="https://p.example/u">Plus jamais</a></p></body></html>`,
    );
    expect(text).toContain('A & B: https://a.example');
    expect(text).toContain('La maison, 75011 Paris Plus jamais [https://p.example/u]');
    expect(from).toEqual({ name: 'Maison', address: 'hi@house.example' });
    expect(requiredVariables(template, content)).toEqual(
      expect.arrayContaining(['customer.name', 'brand.footer', 'links.unsubscribe']),
    );
  });

  it('can be MJML in a layout of MJML; tags stay where they are, between elements too', async () => {
    const template = email({
      layout: 'mjml',
      mjml: `{{#if customer.vip}}
<mj-section><mj-column><mj-text color="{{brand.colours.primary}}">${LONG} {{customer.name}}</mj-text>
<mj-button href="https://a.example/?c={{customer.id}}">Go</mj-button></mj-column></mj-section>
{{/if}}`,
    });
    expect(await codesOf(template)).toEqual([]);
    const data = { customer: { name: '<Ada>', id: 7, vip: true }, links: LINKS };
    const { html, text } = (await written(template, data)) as { html: string; text: string };
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('&lt;Ada&gt;');
    expect(html).toContain('color:#0b6e6e');
    expect(html).toContain('href="https://a.example/?c=7"');
    expect(html).not.toMatch(/<mj-|prc\d|\{\{/);
    expect(text).toContain('Go [https://a.example/?c=7]');
    const plain = (await written(template, { ...data, customer: { vip: false } })) as { html: string };
    expect(plain.html).not.toContain(LONG);
    expect(plain.html).toContain('The house, 75011 Paris');
  });

  it('says in which line MJML is wrong, and what of it is the template’s', async () => {
    const template = email({
      layout: 'mjml',
      mjml: '<mj-section>\n<mj-column>\n<mj-txt>x</mj-txt></mj-column></mj-section>',
    });
    const findings = await checkTemplate(template, { published: content });
    expect(findings[0]).toMatchObject({
      code: 'templates.mjml',
      pointer: '/channels/email/mjml',
      message: expect.stringMatching(/^Line 3: Element mj-txt/) as string,
    });
    expect(await codesOf(email({ mjml: '<mj-include path="/etc/passwd" />' }))).toContainEqual([
      'templates.mjml',
      '/channels/email/mjml',
    ]);
    expect(await codesOf(email({ mjml: '<mj-section>{{nope 1}}</mj-section>' }))).toContainEqual([
      'templates.unknown-helper',
      '/channels/email/mjml',
    ]);
  });

  it.each([
    [{ html: '<p>x</p>', mjml: '<mj-section />' }, 'templates.body', '/channels/email/mjml'],
    [{}, 'templates.body', '/channels/email/html'],
    [{ html: `<p>${LONG}</p>`, layout: 'plan' }, 'templates.unknown-layout', '/channels/email/layout'],
    [
      { html: { en: `<p>${LONG}</p>`, fr: '{{> nope}}' } },
      'templates.unknown-partial',
      '/channels/email/html/fr',
    ],
    [
      { html: `<p>${LONG} {{brand.colors.primary}}</p>` },
      'templates.unknown-brand-member',
      '/channels/email/subject',
    ],
    [{ html: `<p>Cheap! ${LONG}</p>` }, 'templates.banned-word', '/channels/email/html'],
    [{ html: '<img src="x.png">' }, 'templates.image-only', '/channels/email/html'],
    [{ html: '<p>Hi</p>' }, 'templates.little-text', '/channels/email/html'],
    [{ html: `<a href="javascript:x()">${LONG}</a>` }, 'templates.broken-link', '/channels/email/html'],
    [{ html: `<a href="">${LONG}</a>` }, 'templates.broken-link', '/channels/email/html'],
    [{ html: `<a href="/shop">${LONG}</a>` }, 'templates.broken-link', '/channels/email/html'],
    [{ html: `<p>${LONG}</p>` }, 'templates.no-unsubscribe', '/channels/email/html'],
    [{ html: `<p>${LONG.repeat(2000)}</p>` }, 'templates.too-large', '/channels/email/html'],
    [
      { html: `<p>${LONG}</p>`, subject: 'BUY NOW, ADA' },
      'templates.subject-capitals',
      '/channels/email/subject',
    ],
  ])('is found wrong in %j: %s', async (said, code, pointer) => {
    expect(await codesOf(email(said))).toContainEqual([code, pointer]);
  });

  it('may name no layout and read no brand where there is none', async () => {
    const nobody = new ContentSnapshot(1, []);
    const template = email(
      { html: `<p>${LONG} {{brand.name}}</p>`, layout: 'plain' },
      { category: 'transactional' },
    );
    expect((await codesOf(template, nobody)).map(([code]) => code)).toContain('templates.unknown-layout');
    const reads = email({ html: `<p>${LONG} {{brand.name}}</p>` }, { category: 'transactional' });
    expect(await codesOf(reads, nobody)).toEqual([['templates.no-brand', '/channels/email/subject']]);
  });

  it('has no finding without a mistake', async () => {
    const invoice = email({ html: `<p>${LONG}</p>` }, { category: 'transactional' });
    expect(await codesOf(invoice)).toEqual([]);
  });

  it('warns of a text message that takes several parts', async () => {
    const long = {
      channels: { sms: { text: 'x'.repeat(161), layout: 'signed' } },
    } as unknown as MessageTemplateDocument;
    expect(await codesOf(long)).toEqual([['templates.sms-segments', '/channels/sms/text']]);
    const sms = { channels: { sms: { text: '{{customer.name}}, come by.', layout: 'signed' } } } as never;
    expect(await written(sms, { customer: { name: 'Ada' } }, 'en', 'sms')).toEqual({
      text: 'Ada, come by.\nThe house',
      encoding: 'gsm-7',
      segments: 1,
      from: { id: 'House' },
    });
  });

  it('escapes values in JSON, and fails where the whole is none', async () => {
    const hook = (body: string) =>
      ({ channels: { webhook: { body } } }) as unknown as MessageTemplateDocument;
    const data = { name: 'A "B"\n\\' };
    const { body } = (await written(hook('{"n":"{{name}}"}'), data, 'en', 'webhook')) as unknown as {
      body: string;
    };
    expect(JSON.parse(body)).toEqual({ n: 'A "B"\n\\' });
    await expect(written(hook('{"n": {{name}} }'), data, 'en', 'webhook')).rejects.toMatchObject({
      code: 'templates.not-json',
      message: expect.not.stringContaining('A ') as string,
    });
  });

  it('writes notifications, chats and letters', async () => {
    const all = {
      channels: {
        push: { title: 'For\n{{name}}', body: 'Hi', url: 'https://a.example' },
        chat: { text: ' Hi {{name}} ' },
        letter: { html: '<p>{{name}}</p>', subject: 'Contract', pageSize: 'Letter' },
      },
    } as unknown as MessageTemplateDocument;
    expect(await codesOf(all)).toEqual([]);
    const data = { name: 'A<b' };
    expect(await written(all, data, 'en', 'push')).toMatchObject({ title: 'For A<b', body: 'Hi' });
    expect(await written(all, data, 'en', 'chat')).toMatchObject({ text: 'Hi A<b' });
    const letter = (await written(all, data, 'en', 'letter')) as unknown as { html: string };
    expect(letter.html).toMatch(/@page\{size:Letter.*<p>A&lt;b<\/p>/);
  });
});

describe('the pieces of a brand (B4)', () => {
  const check = async (over: JsonObject, key = 'house', in_ = content) =>
    (await checkBrand({ ...HOUSE, ...over }, { key, published: in_ })).map(({ code, pointer }) => [
      code,
      pointer,
    ]);

  it.each([
    [
      { email: { plain: { html: '<p>no place</p>' } } },
      'brands.layout-without-content',
      '/layouts/email/plain/html',
    ],
    [{ email: { plain: { html: { fr: '{{#if' } } } }, 'templates.syntax', '/layouts/email/plain/html/fr'],
    [
      { email: { m: { mjml: '<mjml><mj-body><mj-x />{{> content}}</mj-body></mjml>' } } },
      'templates.mjml',
      '/layouts/email/m/mjml',
    ],
    [
      { email: { plain: { html: '{{> content}}{{> nope}}' } } },
      'templates.unknown-partial',
      '/layouts/email/plain/html',
    ],
  ])('in a layout %j are found wrong: %s', async (layouts, code, pointer) => {
    expect(await check({ layouts })).toContainEqual([code, pointer]);
  });

  it('may not lead back to themselves', async () => {
    const partials = { email: { a: { html: '{{> b}}' }, b: { html: '{{> a}}' }, content: { html: 'x' } } };
    const findings = await check({ partials, layouts: {} });
    expect(findings).toEqual(
      expect.arrayContaining([
        ['templates.circular-partial', '/partials/email/a/html'],
        ['brands.reserved-name', '/partials/email/content/html'],
      ]),
    );
  });

  it('cannot be multiplied without end', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const email = Object.fromEntries(
      names.map((name, at) => [name, { html: at === 7 ? 'x' : `{{> ${names[at + 1]!}}}`.repeat(10) }]),
    );
    expect(await check({ partials: { email }, layouts: {} })).toContainEqual([
      'templates.too-many-partials',
      '/partials/email/a/html',
    ]);
  });

  it('are not taken away from templates that need them, and one brand alone is the default', async () => {
    const template = published('message-templates', 'welcome', {
      brand: 'house',
      channels: { email: { subject: 'S', html: `<p>${LONG}</p>`, layout: 'plain' } },
    });
    const other = published('brands', 'other', { ...HOUSE, default: true });
    const known = new ContentSnapshot(2, [...content.versions(), template, other]);
    expect(await check({ layouts: {} }, 'house', known)).toEqual([['brands.breaks-template', '']]);
    expect(await check({ default: true }, 'house', known)).toEqual([['brands.second-default', '/default']]);
    expect(await check({ name: 'Renamed' }, 'house', known)).toEqual([]);
  });
});
