import type { Customer, Device } from '@parcours/audience';
import type { JsonSchema } from '@parcours/http';
import type { Finding, JsonObject, LocalisedText } from '@parcours/kernel';
import type { ChannelName, MessageContent } from '@parcours/sdk';

import type { RenderOptions } from '../templates/render-state.js';
import type { TemplateVariable } from '../templates/template-scope.js';
import type { Kit } from './kit.js';

/** What a template says on a channel: texts by member, in one language or several. */
export type ChannelDocument = Readonly<Record<string, LocalisedText | undefined>>;

/** What a template says on a channel in one language. */
export type Said = Readonly<Record<string, string | undefined>>;

/** Who is to be reached. */
export interface Addressee {
  /** Your own id of them. */
  readonly id?: string | undefined;
  readonly traits: JsonObject;
  readonly devices?: readonly Pick<Device, 'token' | 'platform'>[] | undefined;
}

/** A customer, as one who is to be reached. */
export function addresseeOf({ externalId, traits, profile }: Customer): Addressee {
  return { id: externalId, traits, devices: profile.devices };
}

/** What is said on a channel, checked and ready to be filled in. */
export interface CompiledContent {
  readonly variables: readonly TemplateVariable[];
  /** @throws the errors of `render` */
  render(data: unknown, options?: RenderOptions): MessageContent;
}

/** What can be read or heard of a message. */
export interface SpokenWords {
  readonly subject: string | null;
  readonly text: string;
}

/** All that the platform knows of a channel. */
export interface Channel {
  readonly name: ChannelName;
  /** In sentences: `text message`. */
  readonly title: string;
  /** JSON Schema of what a template says on it. Its members are localised texts, or one text. */
  readonly schema: JsonSchema;
  /** The members in which a layout or a partial of a brand can be written. */
  readonly pieces: readonly ('html' | 'mjml' | 'text')[];
  /** In which form its messages can carry links that are followed. */
  readonly links: 'html' | 'text' | 'none';
  /** Where a customer is reached; `undefined` where nowhere. */
  addressOf(customer: Addressee): string | undefined;
  /** A text as an address of the channel; `undefined` where it is none. */
  asAddress(text: string): string | undefined;
  /** What has to be done before it is compiled; findings have pointers such as `/mjml`. */
  prepare?(said: Said, kit: Kit): Promise<PreparedSaid>;
  /** What is wrong with the parts, as they were prepared. */
  check(said: Said, kit: Kit): readonly Finding[];
  /** What is read from the data, of sources that need not be prepared. @throws as `compile` */
  variables(said: Said, kit: Kit): readonly TemplateVariable[];
  /** @throws the errors of `compileText`, templates.unknown-layout */
  compile(said: Said, kit: Kit): CompiledContent;
  words(content: MessageContent): SpokenWords;
}

export interface PreparedSaid {
  readonly said: Said;
  readonly findings: readonly Finding[];
}
