import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { contentHash, keyOf, locationOf, thingName } from '@parcours/content-files';
import { canonicalJson, type ErrorItem, isError, pointerToken } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import { ContentBulkWriter } from '../items/content-bulk-writer.js';
import { PublishMoment } from '../items/publish-moment.js';
import type { ContentRelease, ReleaseMember } from '../releases/content-release.entity.js';
import { insertRelease } from '../releases/content-release.repository.js';
import { ImportCheck } from './import-check.service.js';
import { ImportPlanner } from './import-planner.service.js';
import type {
  ImportOptions,
  ImportPlan,
  ImportRequest,
  PlannedThing,
  ThingFinding,
} from './import-request.js';
import { type ImportNote, ImportStepMaker } from './import-steps.service.js';

/** Brings content in line with what is imported: all of it, or nothing. */
@Injectable()
export class ContentImport {
  constructor(
    private readonly planner: ImportPlanner,
    private readonly check: ImportCheck,
    private readonly maker: ImportStepMaker,
    private readonly writer: ContentBulkWriter,
    private readonly moment: PublishMoment,
  ) {}

  /** What an import would do; changes nothing. `instance`: the id of this installation. */
  async plan(request: ImportRequest, options: ImportOptions, instance: string): Promise<ImportPlan> {
    const repeated = repeatedThings(request);
    const { things, findings, secrets } = await this.planner.draft(request, options, instance);
    const broken = new Set(findings.map(({ type, key }) => thingName(type, key)));
    const whole = things.map((thing) =>
      broken.has(thingName(thing.type, thing.key)) ? { ...thing, effects: [] } : thing,
    );
    return {
      instance,
      things,
      findings: [...request.refused, ...repeated, ...findings, ...(await this.check.findings(whole))],
      defects: request.defects,
      secrets: { given: [...secrets.given].sort(), kept: [...secrets.kept].sort() },
      digest: digestOf(things),
    };
  }

  /**
   * @throws content.import-refused, content.import-conflict, content.import-outdated when the plan is not the expected
   *   one, and what writing throws
   */
  async apply(plan: ImportPlan, note: ImportNote, expected?: string): Promise<void> {
    assertApplicable(plan, expected);
    const { members, ...batch } = this.maker.steps(plan.things, note);
    if (members.length === 0) {
      await this.writer.write(batch, { by: note.by });
      return;
    }
    const release = this.releaseOf(members, note);
    await this.writer.write(batch, {
      by: note.by,
      release: String(release.id),
      also: (sql) => insertRelease(sql, release),
    });
  }

  /** What is published together can be rolled back together. */
  private releaseOf(items: readonly ReleaseMember[], { note, by }: ImportNote): ContentRelease {
    const { id, at } = this.moment.next();
    return {
      id,
      name: note.slice(0, 300),
      note: null,
      status: 'published',
      items,
      revision: 1,
      scheduledAt: null,
      schedule: null,
      publishedAt: at,
      createdAt: at,
      createdBy: by.name,
      updatedAt: at,
    };
  }
}

function assertApplicable({ things, findings, defects, digest }: ImportPlan, expected?: string): void {
  const errors = [
    ...defects.map((defect): ErrorItem => ({
      pointer: `/${pointerToken(defect.path)}`,
      code: defect.code,
      detail: `${locationOf(defect)} ${defect.message}`,
    })),
    ...findings.filter(isError).map(errorItem),
  ];
  if (errors.length > 0) throw ContentErrors.importRefused({ errors: errors.length }, { errors });
  const conflicts = things.filter(({ action }) => action === 'conflict').map(conflictItem);
  if (conflicts.length > 0) {
    throw ContentErrors.importConflict({ conflicts: conflicts.length }, { errors: conflicts });
  }
  if (expected !== undefined && expected !== digest) throw ContentErrors.importOutdated({});
}

function errorItem({ type, key, code, pointer, message }: ThingFinding): ErrorItem {
  return { pointer: `/${type}/${key}${pointer}`, code, detail: message };
}

function conflictItem({ type, key, reason }: PlannedThing): ErrorItem {
  const detail = `It was ${reason ?? 'changed on both sides'}.`;
  return { pointer: `/${type}/${key}`, code: 'content.import-conflict', detail };
}

function repeatedThings({ things }: ImportRequest): ThingFinding[] {
  const seen = new Set<string>();
  return things.flatMap(({ type, document }): ThingFinding[] => {
    const key = keyOf(document);
    const name = thingName(type, key);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `${name} is in the import already.`;
    return [
      { type, key, side: 'draft', code: 'content.duplicate-thing', severity: 'error', pointer: '', message },
    ];
  });
}

/** The revision is in it: a plan is outdated when a thing has changed, whether or not the plan would be another. */
function digestOf(things: readonly PlannedThing[]): string {
  const told = things.map(({ type, key, action, effects, existing, incoming }) => [
    type,
    key,
    action,
    effects,
    existing?.revision ?? 0,
    effects.length > 0 && incoming ? contentHash(incoming.draft) : null,
  ]);
  return createHash('sha256').update(canonicalJson(told)).digest('base64url').slice(0, 22);
}
