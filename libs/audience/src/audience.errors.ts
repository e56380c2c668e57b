import { defineErrors, errorOf } from '@parcours/kernel';

export const AudienceErrors = defineErrors('audience', {
  customerNotFound: errorOf<Record<string, never>>({
    code: 'audience.customer-not-found',
    status: 404,
    title: 'Customer not found',
    detail: () => 'There is no customer with this id. Send an event for them, or PUT them.',
  }),
  invalidCustomer: errorOf<{ count: number }>({
    code: 'audience.invalid-customer',
    status: 422,
    title: 'Customer not valid',
    detail: ({ count }) =>
      count === 1
        ? 'One thing about the customer is not allowed; nothing was changed.'
        : `${String(count)} things about the customer are not allowed; nothing was changed.`,
  }),
  traitNotIndexed: errorOf<{ trait: string }>({
    code: 'audience.trait-not-indexed',
    status: 422,
    title: 'Trait cannot be filtered by',
    detail: ({ trait }) =>
      `Customers cannot be found by '${trait}', because there is no index of it. Publish a declaration of the trait with "indexed": true (PUT /traits/:key); with many customers the index takes a moment to be built.`,
  }),
  mergeWithItself: errorOf<Record<string, never>>({
    code: 'audience.merge-with-itself',
    status: 422,
    title: 'Customer cannot be merged with itself',
    detail: () => "'from' and 'into' are the same id.",
  }),
  alreadyKnown: errorOf<Record<string, never>>({
    code: 'audience.already-known',
    status: 409,
    title: 'Id belongs to another customer',
    detail: () =>
      'This id is that of another known customer, or was identified as one before. Two known customers are merged with POST /customers/merge.',
  }),
  invalidAddress: errorOf<Record<string, never>>({
    code: 'audience.invalid-address',
    status: 422,
    title: 'Address not valid',
    detail: () => 'The address cannot be one of the channel; nothing was changed.',
  }),
  suppressionNotFound: errorOf<{ id: string }>({
    code: 'audience.suppression-not-found',
    status: 404,
    title: 'Suppression not found',
    detail: ({ id }) => `There is no suppression '${id}'.`,
  }),
  suppressionExists: errorOf<{ id: string }>({
    code: 'audience.suppression-exists',
    status: 409,
    title: 'Address is suppressed already',
    detail: ({ id }) => `The address is on the list of this channel already, as '${id}'.`,
  }),
  segmentNotPublished: errorOf<{ key: string }>({
    code: 'audience.segment-not-published',
    status: 404,
    title: 'Segment not found',
    detail: ({ key }) => `There is no published segment '${key}'.`,
  }),
  importNotFound: errorOf<{ id: string }>({
    code: 'audience.import-not-found',
    status: 404,
    title: 'Import not found',
    detail: ({ id }) => `There is no import '${id}'.`,
  }),
  importNotReadable: errorOf<{ reason: string }>({
    code: 'audience.import-not-readable',
    status: 422,
    title: 'File cannot be read',
    detail: ({ reason }) => `The file cannot be read: ${reason}. Nobody was changed.`,
  }),
  importMapping: errorOf<Record<string, never>>({
    code: 'audience.import-mapping',
    status: 422,
    title: 'Columns cannot be mapped',
    detail: () => 'It is not clear where the columns of the file go. Nobody was changed.',
  }),
  importOver: errorOf<{ state: string }>({
    code: 'audience.import-over',
    status: 409,
    title: 'Import is over',
    detail: ({ state }) => `The import is ${state}: there is nothing left to stop.`,
  }),
  importNotResumable: errorOf<{ state: string }>({
    code: 'audience.import-not-resumable',
    status: 409,
    title: 'Import cannot be resumed',
    detail: ({ state }) =>
      `The import is ${state}. Only one that failed after its file was on disk goes on; otherwise send the file again.`,
  }),
  invalidLink: errorOf<Record<string, never>>({
    code: 'audience.invalid-link',
    status: 404,
    title: 'Link not valid',
    detail: () => 'This link is not complete, or what it led to is gone.',
  }),
});
