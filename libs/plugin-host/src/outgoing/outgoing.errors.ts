import { defineErrors, errorOf } from '@parcours/kernel';

export const OutgoingErrors = defineErrors('outgoing', {
  addressRefused: errorOf<{ host: string }>({
    code: 'outgoing.address-refused',
    status: 422,
    title: 'Address refused',
    detail: ({ host }) =>
      `'${host}' is an address of this machine or of a private network; PARCOURS_OUTGOING_ALLOW can allow it.`,
  }),
  insecure: errorOf<{ host: string }>({
    code: 'outgoing.insecure',
    status: 422,
    title: 'Not encrypted',
    detail: ({ host }) => `'${host}' is called by https alone; PARCOURS_OUTGOING_ALLOW can allow it without.`,
  }),
  timeout: errorOf<{ ms: number }>({
    code: 'outgoing.timeout',
    status: 504,
    title: 'No answer in time',
    detail: ({ ms }) => `There was no whole answer within ${String(ms)} ms.`,
    retryable: true,
  }),
  unreachable: errorOf<{ reason: string }>({
    code: 'outgoing.unreachable',
    status: 502,
    title: 'Not reachable',
    detail: ({ reason }) => `The connection failed (${reason}).`,
    retryable: true,
  }),
});
