import type { BrandDocument, BrandPieces } from '@parcours/catalog';
import { type LocalisedText, resolveText } from '@parcours/kernel';
import type { ChannelName, ChannelSenders } from '@parcours/sdk';

import { type Kit, type KitPiece, NO_KIT } from '../channels/kit.js';

/** Who reads: their language, and the one for those whose own is not spoken. */
export interface BrandReader {
  readonly locale: string;
  readonly defaultLocale: string;
}

/** The layouts and partials of a brand for one channel. */
export function kitOf(brand: BrandDocument | undefined, channel: string, reader: BrandReader): Kit {
  if (!brand) return NO_KIT;
  return {
    layouts: piecesOf(brand.layouts, channel, readerOf(brand, reader)),
    partials: piecesOf(brand.partials, channel, readerOf(brand, reader)),
  };
}

/** In whose name messages of a brand go out; `undefined` where the connector's own sender is to be used. */
export function senderOf(
  brand: BrandDocument | undefined,
  channel: ChannelName,
  reader: BrandReader,
): ChannelSenders[ChannelName] | undefined {
  if (!brand) return undefined;
  const { sender, senders = {} } = brand;
  const own: Readonly<Record<string, LocalisedText | undefined>> =
    channel === 'email' ? { ...(senders.email ?? sender) } : { ...senders[channel] };
  const say = sayer(readerOf(brand, reader));
  const said = Object.entries(own).flatMap(([member, text]) =>
    text === undefined ? [] : [[member, say(text)]],
  );
  // Its members have passed the schema of the channel's senders.
  return said.length === 0 ? undefined : (Object.fromEntries(said) as ChannelSenders[ChannelName]);
}

/** A brand says for itself which language those read whose own it does not speak. */
export function readerOf({ defaultLocale }: BrandDocument, reader: BrandReader): BrandReader {
  return { locale: reader.locale, defaultLocale: defaultLocale ?? reader.defaultLocale };
}

export function sayer({ locale, defaultLocale }: BrandReader): (text: LocalisedText) => string {
  return (text) => resolveText(text, locale, defaultLocale);
}

function piecesOf(
  pieces: BrandPieces | undefined,
  channel: string,
  reader: BrandReader,
): ReadonlyMap<string, KitPiece> {
  const say = sayer(reader);
  const ofChannel = pieces?.[channel] ?? {};
  return new Map(
    Object.entries(ofChannel).map(([name, { html, mjml, text }]) => [
      name,
      {
        ...(html !== undefined && { html: say(html) }),
        ...(mjml !== undefined && { mjml: say(mjml) }),
        ...(text !== undefined && { text: say(text) }),
      },
    ]),
  );
}
