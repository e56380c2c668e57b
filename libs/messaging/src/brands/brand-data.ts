import type { BrandDocument } from '@parcours/catalog';
import type { JsonObject, LocalisedText } from '@parcours/kernel';

import { type BrandReader, readerOf, sayer } from './brand-kit.js';

const WHITE = '#ffffff';
const NEARLY_BLACK = '#1a1a1a';
const PLAIN_FONTS = ['Arial', 'Helvetica', 'sans-serif'];

/**
 * What templates read as `brand`: texts in the language of the reader, colours with what stands for those that are left out,
 * fonts as a style has them.
 */
export function brandData(key: string, brand: BrandDocument, reader: BrandReader): JsonObject {
  const say = sayer(readerOf(brand, reader));
  const said = (name: string, text: LocalisedText | undefined): JsonObject =>
    text === undefined ? {} : { [name]: say(text) };
  const { name, colours, fonts, logo, website, social, voice } = brand;
  const sender = brand.senders?.email ?? brand.sender;
  const { primary } = colours;
  return {
    key,
    name: say(name),
    ...(website !== undefined && { website }),
    ...(logo && { logo: { ...logo, alt: say(logo.alt) } }),
    colours: {
      primary,
      onPrimary: colours.onPrimary ?? WHITE,
      accent: colours.accent ?? primary,
      background: colours.background ?? WHITE,
      text: colours.text ?? NEARLY_BLACK,
      link: colours.link ?? primary,
    },
    fonts: { heading: family(fonts?.heading ?? fonts?.body), body: family(fonts?.body) },
    ...(sender && { sender: { ...sender, name: say(sender.name) } }),
    ...said('footer', brand.footer),
    ...said('unsubscribe', brand.unsubscribe),
    ...said('postalAddress', brand.postalAddress),
    ...said('tone', voice?.tone),
    ...(social && { social: social.map(({ network, url }) => ({ network, url })) }),
  };
}

/** As a style has it, in an attribute too: quotes would end it. */
function family(names: readonly string[] = PLAIN_FONTS): string {
  return names
    .map((name) => (/^[\w-]+$/.test(name) ? name : `'${name.replace(/['"\\;{}<>]/g, '')}'`))
    .join(', ');
}
