import { publishJourney, watchfulJourney } from '../content.mjs';
import { eventsOf, processed } from './processed.mjs';

const JOURNEYS = 100;
const EVENT = 'bench-triggers.nobody-waits';

/**
 * Events that no journey waits for, while one journey is published and while a hundred are. The rounds with one lie on
 * both sides of the one with a hundred, so that a machine that slows down counts for both.
 */
export async function measureTriggers(stack, { customers, run }) {
  const events = eventsOf(customers);
  const round = (name) => processed(stack, { event: EVENT, events, name: `${name}-${run}` });
  await publish(stack, 0);
  await round('warm-up');
  const before = await round('one-journey');
  for (let at = 1; at < JOURNEYS; at++) await publish(stack, at);
  const during = await round('hundred-journeys');
  for (let at = 1; at < JOURNEYS; at++) await unpublish(stack, at);
  const after = await round('one-journey-again');
  await unpublish(stack, 0);
  const onePerS = (before.perS + after.perS) / 2;
  return {
    onePerS,
    hundredPerS: during.perS,
    share: during.perS / onePerS,
    oneSql: mean(before.sqlStatements, after.sqlStatements),
    hundredSql: during.sqlStatements,
    moreSql: more(during.sqlStatements, mean(before.sqlStatements, after.sqlStatements)),
    oneCpuUs: before.cpuUs,
    hundredCpuUs: during.cpuUs,
    oneAgainCpuUs: after.cpuUs,
  };
}

function mean(one, other) {
  return one === null || other === null ? null : (one + other) / 2;
}

/** How many batches the events fall into varies a little: fewer statements than before are none more. */
function more(with100, with1) {
  return with100 === null || with1 === null ? null : Math.max(0, with100 - with1);
}

const keyOf = (at) => `bench-watchful-${at}`;

async function publish({ api }, at) {
  await publishJourney(api, watchfulJourney({ key: keyOf(at), event: `${keyOf(at)}.started` }));
}

async function unpublish({ api }, at) {
  await api.post(`/journey-templates/${keyOf(at)}/unpublish`);
}
