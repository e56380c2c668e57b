import { ParcoursClient } from '@parcours/client';
import {
  CONTENT_FORMAT,
  type ContentThing,
  keyOf,
  type OrderSchema,
  pathOf,
  placeOf,
  schemaPathOf,
  typeOfSchemaPath,
} from '@parcours/content-files';
import { isJsonObject } from '@parcours/kernel';

import { CliErrors } from '../cli.errors.js';
import type { Connection } from '../settings.js';
import type { Plan, PlanRequest } from './plan.js';

/** Thousands of things take a while. */
const TIMEOUT_MS = 15 * 60_000;

export interface ExportedContent {
  readonly instance: string;
  readonly types: readonly string[];
  readonly things: readonly ContentThing[];
}

/** A running Parcours, as far as its configuration goes. */
export class Installation {
  readonly url: string;
  private readonly client: ParcoursClient;

  constructor({ url, token }: Connection) {
    this.url = url;
    this.client = new ParcoursClient({ url, token, timeoutMs: TIMEOUT_MS, userAgent: 'parcours-cli' });
  }

  /** @throws ParcoursProblem, ParcoursUnreachable, cli.not-understood */
  async export(query: { types?: string | undefined; state: string }): Promise<ExportedContent> {
    const response = await this.client.response({ method: 'GET', path: '/export', query });
    const exported: unknown = await response.json().catch(() => undefined);
    if (isExport(exported)) return exported;
    throw CliErrors.notUnderstood({ what: 'with an export that cannot be read' });
  }

  /** @throws ParcoursProblem, ParcoursUnreachable */
  async schema(type: string): Promise<OrderSchema> {
    const { data } = await this.client.send({
      method: 'GET',
      path: '/schemas/{type}',
      parts: { type },
    });
    if (isJsonObject(data)) return data;
    throw CliErrors.notUnderstood({ what: `with no schema of ${type}` });
  }

  /** Changes nothing. @throws ParcoursProblem, ParcoursUnreachable */
  plan(request: PlanRequest): Promise<Plan> {
    return this.import(request, { dry_run: true });
  }

  /** Carries out the plan that was agreed to, and no other. @throws ParcoursProblem, ParcoursUnreachable */
  apply(request: PlanRequest, { digest, note }: { digest: string; note: string }): Promise<Plan> {
    return this.import(request, { plan: digest, note });
  }

  private async import(
    { body, publish, prune, force }: PlanRequest,
    how: { dry_run?: boolean; plan?: string; note?: string },
  ): Promise<Plan> {
    const query = { publish, prune, force, ...how };
    const { data } = await this.client.post('/import', { query, body });
    return data;
  }
}

function isExport(value: unknown): value is ExportedContent {
  if (!isJsonObject(value) || value['format'] !== CONTENT_FORMAT) return false;
  const { types, things } = value;
  return Array.isArray(types) && types.every(isType) && Array.isArray(things) && things.every(isThing);
}

/** Names become paths: none may lead out of the folder, whatever answers there. */
function isType(type: unknown): boolean {
  return typeof type === 'string' && typeOfSchemaPath(schemaPathOf(type)) === type;
}

function isThing(thing: unknown): boolean {
  if (!isJsonObject(thing) || !isJsonObject(thing['document'])) return false;
  const { type, document } = thing;
  return (
    typeof type === 'string' && placeOf(pathOf({ type, key: keyOf(document), side: 'draft' })) !== undefined
  );
}
