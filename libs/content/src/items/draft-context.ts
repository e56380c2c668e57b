import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import type { JsonObject, LocalisedText } from '@parcours/kernel';
import { Clock, resolveText } from '@parcours/kernel';

const NAME_LENGTH = 300;

/** The time, and the language of lists. */
@Injectable()
export class DraftContext {
  constructor(
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  now(): number {
    return this.clock.now();
  }

  listName(document: JsonObject): string {
    const text = resolveText(document['name'] as LocalisedText, this.config.workspace.locale);
    return text.slice(0, NAME_LENGTH);
  }
}
