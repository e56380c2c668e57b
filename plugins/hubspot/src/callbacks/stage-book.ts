import { type JsonObject, jsonObjectOf, type PluginHostContext, type RecordKind } from '@parcours/sdk';

import type { HubSpotApi } from '../hubspot-api.js';
import { objectsIn, textOf } from '../json.js';
import { OBJECT_TYPES } from '../object-types.js';

const KEPT_MS = 600_000;

/** Where a record stands in its pipeline. */
export interface Stage {
  readonly label: string;
  readonly isClosed: boolean;
  /** Of a closed deal. */
  readonly isWon: boolean;
}

/** Statuses that belong to no pipeline. */
const FIXED: Readonly<Partial<Record<RecordKind, Readonly<Record<string, Stage>>>>> = {
  task: { COMPLETED: { label: 'completed', isClosed: true, isWon: false } },
  invoice: {
    paid: { label: 'paid', isClosed: true, isWon: true },
    voided: { label: 'voided', isClosed: true, isWon: false },
  },
};

/** The stages of the pipelines; read once in ten minutes. */
export class StageBook {
  private readonly pages = new Map<
    RecordKind,
    { readonly stages: ReadonlyMap<string, Stage>; readonly until: number }
  >();

  constructor(
    private readonly api: HubSpotApi,
    private readonly clock: PluginHostContext['clock'],
  ) {}

  /** An unknown stage is open. @throws CrmFailure */
  async stage(kind: RecordKind, id: string, signal: AbortSignal): Promise<Stage> {
    const otherwise = { label: id, isClosed: false, isWon: false };
    const fixed = FIXED[kind];
    if (fixed) return fixed[id] ?? otherwise;
    return (await this.stagesOf(kind, signal)).get(id) ?? otherwise;
  }

  private async stagesOf(kind: RecordKind, signal: AbortSignal): Promise<ReadonlyMap<string, Stage>> {
    const known = this.pages.get(kind);
    if (known && known.until > this.clock.now()) return known.stages;
    const path = `/crm/v3/pipelines/${OBJECT_TYPES[kind].path}`;
    const { results } = await this.api.call({ method: 'GET', path, signal });
    const all = objectsIn(results).flatMap(({ stages }) => objectsIn(stages));
    const stages = new Map(
      all.flatMap(({ id, label, metadata }) => {
        const key = textOf(id);
        return key === undefined
          ? []
          : [[key, stageOf(textOf(label) ?? key, jsonObjectOf(metadata))] as const];
      }),
    );
    this.pages.set(kind, { stages, until: this.clock.now() + KEPT_MS });
    return stages;
  }
}

function stageOf(label: string, metadata: JsonObject): Stage {
  const isClosed =
    metadata['ticketState'] === 'CLOSED' || [true, 'true'].some((each) => metadata['isClosed'] === each);
  return { label, isClosed, isWon: isClosed && Number(metadata['probability']) === 1 };
}
