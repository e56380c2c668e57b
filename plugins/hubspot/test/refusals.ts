import type { FakeAnswer } from '@parcours/sdk/testing';

const CORRELATION = '0b6a8c54-1f5e-4f0a-9f58-3c1f6f1f7a11';

/** How HubSpot refuses. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly category: string,
    message: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  get answer(): FakeAnswer {
    const { status, category, message, more } = this;
    return { status, body: { status: 'error', message, correlationId: CORRELATION, category, ...more } };
  }
}

export const invalid = (message: string, code?: string) =>
  new Refusal(400, 'VALIDATION_ERROR', message, code === undefined ? {} : { errors: [{ message, code }] });

export const notFound = () => new Refusal(404, 'OBJECT_NOT_FOUND', 'resource not found');

/** A second contact of one email address. */
export const taken = (id: string) =>
  new Refusal(409, 'CONFLICT', `Contact already exists. Existing ID: ${id}`);

export const TOO_FAST: FakeAnswer = {
  status: 429,
  headers: { 'x-hubspot-ratelimit-interval-milliseconds': '10000', 'x-hubspot-ratelimit-max': '190' },
  body: {
    status: 'error',
    message: 'You have reached your ten_secondly_rolling limit.',
    errorType: 'RATE_LIMIT',
    correlationId: CORRELATION,
    category: 'RATE_LIMITS',
    policyName: 'TEN_SECONDLY_ROLLING',
  },
};

export const TOO_MANY_TODAY: FakeAnswer = {
  status: 429,
  body: {
    status: 'error',
    message: 'You have reached your daily limit.',
    errorType: 'RATE_LIMIT',
    correlationId: CORRELATION,
    category: 'RATE_LIMITS',
    policyName: 'DAILY',
  },
};
