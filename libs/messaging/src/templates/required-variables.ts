import type { ContentSnapshot } from '@parcours/content';

import { kitOf } from '../brands/brand-kit.js';
import { brandOf } from '../brands/brand-of.rules.js';
import { CHANNELS } from '../channels/channels.js';
import { localesOf, saidIn } from '../channels/said.js';
import type { MessageTemplateDocument } from './message-template.type.js';
import type { TemplateVariable } from './template-scope.js';

const ANY = 'en';

/**
 * What a template reads, on any of its channels and in any of its languages, the layout and the partials of its brand
 * included; of an accepted document.
 */
export function readVariables(
  template: MessageTemplateDocument,
  published: ContentSnapshot,
): TemplateVariable[] {
  const brand = brandOf(published, template)?.document;
  const read = new Map<string, boolean>();
  for (const channel of CHANNELS) {
    const document = template.channels[channel.name];
    if (!document) continue;
    for (const locale of localesOf(document)) {
      const reader = { locale: locale ?? ANY, defaultLocale: ANY };
      const said = saidIn(document, reader.locale, reader.defaultLocale);
      for (const { path, required } of channel.variables(said, kitOf(brand, channel.name, reader))) {
        read.set(path, required || read.get(path) === true);
      }
    }
  }
  return [...read].map(([path, required]) => ({ path, required }));
}

/** The dotted paths without which a template cannot be rendered. */
export function requiredVariables(template: MessageTemplateDocument, published: ContentSnapshot): string[] {
  return readVariables(template, published).flatMap(({ path, required }) => (required ? [path] : []));
}
