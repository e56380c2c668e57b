import { Injectable } from '@nestjs/common';
import { DraftService, PublishedContent } from '@parcours/content';
import { isJsonObject, type JsonObject } from '@parcours/kernel';

import { type OrphanedPhase, orphanedPhases } from './orphans.rules.js';
import { PHASE_SET_TYPE } from './phase-set.type.js';

@Injectable()
export class OrphanService {
  constructor(
    private readonly drafts: DraftService,
    private readonly published: PublishedContent,
  ) {}

  /** What is published and would name a phase that is gone, if the draft were published. @throws content.not-found */
  async ofDraft(key: string): Promise<OrphanedPhase[]> {
    const { draft } = await this.drafts.require({ type: PHASE_SET_TYPE.name, key });
    return orphanedPhases({ phaseSet: key, phases: phaseKeys(draft) }, await this.published.snapshot());
  }
}

/** A draft may be unfinished. */
function phaseKeys({ phases }: JsonObject): string[] {
  if (!Array.isArray(phases)) return [];
  return phases.flatMap((phase) => {
    const key = isJsonObject(phase) ? phase['key'] : undefined;
    return typeof key === 'string' ? [key] : [];
  });
}
