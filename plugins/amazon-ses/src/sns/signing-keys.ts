import { type KeyObject, X509Certificate } from 'node:crypto';

import { type CallContext, HttpFailure, type PluginHostContext } from '@parcours/sdk';

/** SNS changes its certificate once in months. */
const KEPT = 8;
const CERTIFICATE_BYTES = 65_536;
const TIMEOUT_MS = 5_000;

interface Known {
  readonly key: KeyObject;
  /** Milliseconds since the Unix epoch. */
  readonly from: number;
  readonly until: number;
}

/** The keys that SNS signs with, by the address of their certificate; each is fetched once. */
export class SigningKeys {
  private readonly known = new Map<string, Promise<Known | undefined>>();

  constructor(private readonly host: Pick<PluginHostContext, 'http' | 'clock'>) {}

  /**
   * `undefined` where there is no certificate that is good now.
   * @throws HttpFailure where it cannot be fetched at the moment
   */
  async get(url: string, { signal }: CallContext): Promise<KeyObject | undefined> {
    let asked = this.known.get(url);
    if (!asked) {
      asked = this.fetch(url, signal);
      if (this.known.size >= KEPT) this.known.clear();
      this.known.set(url, asked);
    }
    const known = await asked.catch((cause: unknown) => {
      this.known.delete(url);
      throw cause;
    });
    const now = this.host.clock.now();
    if (known && known.from <= now && now <= known.until) return known.key;
    // It may have been renewed under the same address.
    this.known.delete(url);
    return undefined;
  }

  private async fetch(url: string, signal: AbortSignal): Promise<Known | undefined> {
    const call = { signal, timeoutMs: TIMEOUT_MS, maxAnswerBytes: CERTIFICATE_BYTES };
    const { status, body } = await this.host.http.fetch(url, call);
    if (status !== 200) throw notThere(status);
    try {
      const { publicKey, validFrom, validTo } = new X509Certificate(body);
      return { key: publicKey, from: Date.parse(validFrom), until: Date.parse(validTo) };
    } catch {
      return undefined;
    }
  }
}

function notThere(status: number): HttpFailure {
  const detail = `SNS answered ${String(status)} for its certificate.`;
  return new HttpFailure({ code: 'amazon-ses.no-certificate', detail, retryable: true, maybeSent: false });
}
