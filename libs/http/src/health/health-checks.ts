import { Injectable } from '@nestjs/common';
import type { ErrorItem } from '@parcours/kernel';
import { ParcoursError, pointer } from '@parcours/kernel';

import { HttpErrors } from '../http.errors.js';

export type HealthCheck = () => Promise<unknown>;

const PATIENCE_MS = 2_000;

/** What `/health/ready` asks. Any module adds the parts that it cannot do without. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();

  /** `check` rejects when the part does not work; slower than two seconds counts as not working. */
  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** Answers the names of the parts, all well. @throws http.not-ready naming those that are not. */
  async run(): Promise<string[]> {
    const names = [...this.checks.keys()];
    const results = await Promise.allSettled([...this.checks.values()].map(inTime));
    const errors = results.flatMap((result, at) =>
      result.status === 'rejected' ? [failure(names[at] ?? '', result.reason)] : [],
    );
    if (errors.length > 0) throw HttpErrors.notReady({}, { errors });
    return names;
  }
}

async function inTime(check: HealthCheck): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new RangeError('no answer in time'));
    }, PATIENCE_MS);
  });
  try {
    await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The route is public: only our own words are told, never a driver's. */
function failure(name: string, reason: unknown): ErrorItem {
  const isOurs = reason instanceof ParcoursError;
  return {
    pointer: pointer('checks', name),
    code: isOurs ? reason.code : 'http.not-ready',
    detail: isOurs ? reason.message : `The check of '${name}' failed or took longer than two seconds.`,
  };
}
