import { declareJob } from '@parcours/jobs';

/** Finds out who is to hear of what was raised. */
export const FAN_OUT_JOB = declareJob('webhook-fan-out');
export const FAN_OUT_KEY = 'all';

/** Delivers to one webhook: its key is the id of the webhook. */
export const WEBHOOK_DELIVERY_JOB = declareJob('webhook-delivery');
