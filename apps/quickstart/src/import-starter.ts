import { canonicalJson, isJsonObject, readPath } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import type { ApiClient } from './api-client.js';
import type { Starter, StarterDocument } from './starter.js';

export interface ImportReport {
  readonly added: number;
  readonly kept: number;
  /** False when somebody has given the mailbox connector another server: mails go there, not into our mailbox. */
  readonly usesMailbox: boolean;
  /** True while the content that the rehearsal runs on is the starter's own. */
  readonly isOriginal: boolean;
}

const NOTE = { note: 'Starter content' };
const LOOPBACK = '127.0.0.1';

/**
 * Puts the starter content in over REST. What is there already stays as its author left it; only the port of the
 * connector to our own mailbox is brought up to date.
 */
export async function importStarter(
  api: ApiClient,
  starter: Starter,
  smtpPort: number,
): Promise<ImportReport> {
  const wanted = starter.published.map((item) => withPort(item, smtpPort));
  let added = 0;
  let isOriginal = true;
  for (const item of wanted) {
    const known = await api.find(pathOf(item));
    if (!known) added++;
    if (known && !isConnector(item)) isOriginal &&= isSame(known, item.document);
    if (!known) await api.change('PUT', pathOf(item), item.document);
    if (!known || known['status'] === 'draft') await publish(api, item);
  }
  for (const draft of starter.drafts) {
    if (await api.find(pathOf(draft))) continue;
    await api.change('PUT', pathOf(draft), draft.document);
    added++;
  }
  const total = wanted.length + starter.drafts.length;
  const usesMailbox = await pointConnector(api, wanted.find(isConnector), smtpPort);
  return { added, kept: total - added, usesMailbox, isOriginal };
}

async function pointConnector(
  api: ApiClient,
  connector: StarterDocument | undefined,
  smtpPort: number,
): Promise<boolean> {
  if (!connector) return false;
  const known = await api.find(pathOf(connector));
  if (readPath(known, 'config.host') !== LOOPBACK) return false;
  if (readPath(known, 'config.port') === smtpPort) return true;
  await api.change('PATCH', pathOf(connector), { config: { port: smtpPort } });
  await publish(api, connector);
  return true;
}

async function publish(api: ApiClient, item: StarterDocument): Promise<void> {
  await api.change('POST', `${pathOf(item)}/publish`, NOTE);
}

function withPort(item: StarterDocument, smtpPort: number): StarterDocument {
  const { config } = item.document;
  if (!isConnector(item) || !isJsonObject(config)) return item;
  return { ...item, document: { ...item.document, config: { ...config, host: LOOPBACK, port: smtpPort } } };
}

const isConnector = ({ type }: StarterDocument): boolean => type === 'connectors';

/** An answer has more members than the document: where it stands, and when it changed. */
function isSame(known: JsonObject, document: JsonObject): boolean {
  return (
    known['status'] === 'published' &&
    Object.entries(document).every(([name, value]) => canonicalJson(known[name]) === canonicalJson(value))
  );
}

function pathOf({ type, key }: StarterDocument): string {
  return `/${type}/${key}`;
}
