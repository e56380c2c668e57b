import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateDefinition } from '@parcours/engine';
import { isJsonObject, mergePatch, readPath } from '@parcours/kernel';
import { parse } from 'yaml';
import { checkEmail, compileEmail } from '../../libs/messaging/src/templates/index.js';

const folder = fileURLToPath(new URL('../../libs/catalog/quickstart', import.meta.url));
const read = (name: string) => parse(readFileSync(join(folder, name), 'utf8'));
const templates = readdirSync(folder).filter((name) => name.startsWith('message-templates.'));

/** What every customer has, and nothing more: a template that needs more would fail for somebody. */
const STRANGER = { customer: { id: 'c-1' }, event: {}, context: {}, journey: {}, step: {} };
const AMELIE = {
  ...STRANGER,
  customer: { id: 'c-2', first_name: 'Amélie & Co', company: 'Atelier <Nord>' },
  event: { trial_ends_on: '2026-03-16' },
};

/** An email in one language, once nothing is wrong with it. */
function compiledIn(
  { subject, preheader, html }: Readonly<Record<string, Record<string, string>>>,
  locale: string,
) {
  const parts = { subject: subject![locale]!, preheader: preheader![locale]!, html: html![locale]! };
  expect(checkEmail(parts)).toEqual([]);
  return compileEmail(parts);
}

describe.each(templates)('the starter template %s', (name) => {
  const { email } = read(name).channels;

  it.each(['en', 'fr'])('can be rendered for a stranger and for somebody well known, in %s', (locale) => {
    const compiled = compiledIn(email, locale);
    const options = { locale, zone: 'Europe/Paris' };
    const [stranger, known] = [STRANGER, AMELIE].map((data) => compiled.render(data, options));
    for (const { subject, html, text } of [stranger!, known!]) {
      expect(subject).not.toBe('');
      expect(html).toContain(`<html lang="${locale}">`);
      expect(text).toContain('Belvédère');
      for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\{|undefined|\bnull\b| ,|,\./);
    }
    expect(known!.html).toContain('Amélie &amp; Co');
    expect(known!.text).toContain('Amélie & Co');
    // Gmail cuts a message off at 102 KB.
    expect(Buffer.byteLength(known!.html)).toBeLessThan(40_000);
  });

  it.each(['en', 'fr'])('is built for mail clients, small screens and dark ones, in %s', (locale) => {
    const html: string = email.html[locale];
    expect(html).toContain('name="viewport"');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    const tables = html.match(/<table\b[^>]*>/g) ?? [];
    expect(tables.filter((table) => !table.includes('role="presentation"'))).toEqual([]);
    const links = [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, href]) => href);
    expect(links.filter((href) => !href?.startsWith('https://belvedere.example/'))).toEqual([]);
    expect(html).not.toMatch(/<(script|img|link)\b/);
  });
});

const STARTERS = fileURLToPath(new URL('../../libs/catalog/starter/message-templates', import.meta.url));
const OFFER = { headline: 'Three months of Pro', url: 'https://belvedere.example/offers/pro' };
const MORE = { survey: { url: 'https://belvedere.example/s/x' }, offer: OFFER };

describe.each(readdirSync(STARTERS))('the starter template %s of the ten journeys', (name) => {
  const { email } = parse(readFileSync(join(STARTERS, name), 'utf8')).channels;

  it.each(['en', 'fr'])('can be rendered for a stranger and for somebody well known, in %s', (locale) => {
    const compiled = compiledIn(email, locale);
    const options = { locale, zone: 'Europe/Paris' };
    const dated = { ...STRANGER, ...MORE, customer: { id: 'c-1', renewal_date: '2026-03-10' } };
    const known = { ...AMELIE, ...MORE, customer: { ...AMELIE.customer, renewal_date: '2026-03-10' } };
    const order = {
      amount: 80.5,
      currency: 'EUR',
      product: 'La lampe & Cie',
      order_id: 'o-1',
      ticket: 't-1',
    };
    for (const data of [
      dated,
      { ...known, event: { ...order, service: 'Reports', project: 'Les Tilleuls' } },
    ]) {
      const { subject, html, text } = compiled.render(data, options);
      expect(subject).not.toBe('');
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html.match(/<h1\b/g)).toHaveLength(1);
      expect(text).toContain('Belvédère');
      for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\{|undefined|\bnull\b| ,/);
      expect(Buffer.byteLength(html)).toBeLessThan(20_000);
    }
  });
});

describe('the starter journeys', () => {
  const welcome = read('journey-templates.welcome.yaml');
  const rehearsal = mergePatch(welcome, read('quickstart.yaml'));

  it.each([
    ['welcome', welcome],
    ['its quickstart copy', rehearsal],
  ])('have nothing that stops a publication: %s', (_name, document) => {
    const definition = readPath(document, 'definition');
    expect(isJsonObject(definition)).toBe(true);
    const findings = validateDefinition(definition, {});
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
