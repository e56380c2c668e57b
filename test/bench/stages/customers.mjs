import { untilReached } from '../progress.mjs';

const BATCH = 500;
const CONNECTIONS = 4;

/** Makes customers with their traits known by way of events, as an import would, before anything is measured. */
export async function createCustomers(stack, customers) {
  const spec = { event: 'customer.imported', run: `import-${Date.now()}`, customers, withTraits: true };
  await stack.load.send({ connections: CONNECTIONS, batch: BATCH, count: customers, spec });
  await untilReached({
    what: 'customers created',
    expected: customers,
    read: () => stack.database.customers(),
    check: () => stack.assertRunning(),
  });
  await untilInboxEmpty(stack);
}

/** @returns {Promise<number>} monotonic milliseconds of the look that found nothing */
export function untilInboxEmpty(stack) {
  return untilReached({
    what: 'rows of the inbox worked',
    expected: 0,
    read: async () => -(await stack.database.inboxRows()),
    check: () => stack.assertRunning(),
  });
}
