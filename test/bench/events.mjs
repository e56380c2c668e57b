/** The events that the load consists of. Customers are numbered; what they are follows from the number. */

export const customerId = (number) => `customer-${number}`;
export const addressOf = (number) => `customer-${number}@bench.example`;

const FIRST_NAMES = ['Alice', 'Basile', 'Chloe', 'Denis', 'Emma', 'Farid', 'Giulia', 'Hugo'];
const COUNTRIES = ['FR', 'BE', 'CH', 'LU', 'IT'];

/** Half of the customers take either way at the branch. */
export function traitsOf(number) {
  return {
    email: addressOf(number),
    first_name: FIRST_NAMES[number % FIRST_NAMES.length],
    company: `Company ${number % 997}`,
    plan: number % 2 === 0 ? 'pro' : 'free',
    country: COUNTRIES[number % COUNTRIES.length],
  };
}

/**
 * @typedef {object} EventSpec
 * @property {string} event name of the event
 * @property {string} run makes message ids unique
 * @property {number} customers events go to the customers 0 to this one in turn
 * @property {{ from: number, stepMs: number }} [spread] when the first of them occurred, and how long after it each next one
 * @property {boolean} [withTraits] creates the customer, or sets the traits again
 */

/** One event as JSON text. @param {EventSpec} spec @param {number} index */
export function eventJson({ event, run, customers, withTraits = false, spread }, index) {
  const number = index % customers;
  const traits = withTraits ? `,"traits":${JSON.stringify(traitsOf(number))}` : '';
  const occurredAt = spread
    ? `,"occurredAt":"${new Date(spread.from + index * spread.stepMs).toISOString()}"`
    : '';
  return (
    `{"event":"${event}","customerId":"${customerId(number)}","messageId":"${run}-${index}",` +
    `"properties":{"source":"campaign-tool","page":"/pricing","session":"s-${index % 1000}","position":${index}}${traits}${occurredAt}}`
  );
}

/** Several events as the body of one request. */
export function batchJson(spec, from, to) {
  const events = [];
  for (let index = from; index < to; index++) events.push(eventJson(spec, index));
  return `[${events.join(',')}]`;
}

/** The same events as the body of a request to the collector. */
export function collectorJson({ event, run, customers }, from, to) {
  const sentAt = new Date().toISOString();
  const calls = [];
  for (let index = from; index < to; index++) {
    calls.push(
      `{"type":"track","event":"${event}","userId":"${customerId(index % customers)}","messageId":"${run}-${index}",` +
        `"timestamp":"${sentAt}","context":{"library":{"name":"bench","version":"1"}},"integrations":{},` +
        `"properties":{"source":"site","page":"/pricing","session":"s-${index % 1000}","position":${index}}}`,
    );
  }
  return `{"batch":[${calls.join(',')}],"sentAt":"${sentAt}"}`;
}
