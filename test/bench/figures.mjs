/** A line for each member that was measured, whatever their names. */
const EACH = '*';

/** The published figures, in the order of the table. */
export const FIGURES = [
  ['raw', 'insertRowsPerS', 'raw: rows inserted, 500 a statement, durable', '/s'],
  ['raw', 'smtpMessagesPerS', 'raw: prebuilt messages over pooled SMTP', '/s'],
  ['render', 'rendersPerS', 'emails of 2 KB filled in, one core', '/s'],
  ['render', 'composedPerS', 'the same put into MIME, one core', '/s'],
  ['channels', EACH, 'messages through the connector to its fake:', '/s'],
  ['host-overhead', 'addedUs', 'what the host adds to a call into a plugin', 'µs'],
  ['ingest', 'acceptedSinglePerS', 'events accepted one by one, durable', '/s'],
  ['ingest', 'acceptedBatchPerS', 'events accepted in batches of 100', '/s'],
  ['ingest', 'acceptedBatchAlonePerS', 'the same while the workers are halted', '/s'],
  ['ingest', 'processedPerS', 'events processed', '/s'],
  ['journey', 'enrollmentsPerS', 'enrollments, no-op channel', '/s'],
  ['journey', 'stepsPerS', 'steps, no-op channel', '/s'],
  ['journey', 'messagesPerS', 'messages, no-op channel', '/s'],
  ['full', 'enrollmentsPerS', 'enrollments with goals, exit rules and a holdout', '/s'],
  ['full', 'messagesPerS', 'messages of them', '/s'],
  ['full', 'sqlStatements', 'SQL statements an enrollment of them', ''],
  ['policies', 'decisionUs', 'a decision under five policies with caps, one core', 'µs'],
  ['policies', 'enrollmentsPerS', 'enrollments under five policies with caps', '/s'],
  ['policies', 'messagesPerS', 'messages of them', '/s'],
  ['policies', 'sqlStatements', 'SQL statements an enrollment of them', ''],
  ['smtp', 'enrollmentsPerS', 'enrollments, SMTP', '/s'],
  ['smtp', 'messagesPerS', 'messages, SMTP', '/s'],
  ['latency', 'p50Ms', 'event to message, idle, p50', 'ms'],
  ['latency', 'p95Ms', 'event to message, idle, p95', 'ms'],
  ['clicks', 'redirectsPerS', 'links followed, each after the commit that keeps the click', '/s'],
  ['clicks', 'p50Ms', 'how long a reader waits at 5,000 a second, p50', 'ms'],
  ['clicks', 'p95Ms', 'the same, p95', 'ms'],
  ['clicks', 'processedPerS', 'clicks made events of their customers', '/s'],
  ['waiting', 'workerMb', 'worker memory for those waiting', 'MB'],
  ['waiting', 'redisMb', 'Redis memory for those waiting', 'MB'],
  ['migration', 'per100kS', '100,000 under way taken to a new version', 's'],
  ['folder', 'pushNewS', 'new things pushed and published', 's'],
  ['folder', 'pullS', 'pulled into an empty folder', 's'],
  ['folder', 'planUnchangedS', 'plan with nothing to do', 's'],
  ['folder', 'pushChangedS', 'all of them changed, pushed and published', 's'],
  ['folder', 'pruneS', 'all of them pruned', 's'],
  ['segments', 'withoutPerS', 'events processed, no segment and no schema', '/s'],
  ['segments', 'processedPerS', 'events processed, 50 segments and 20 schemas', '/s'],
  ['segments', 'share', 'share of the speed that they leave', ''],
  ['segments', 'fillCustomersPerS', 'customers held against a new segment', '/s'],
  ['triggers', 'onePerS', 'events that no journey waits for, 1 journey', '/s'],
  ['triggers', 'hundredPerS', 'events that no journey waits for, 100 journeys', '/s'],
  ['triggers', 'share', 'share of the speed that they leave', ''],
  ['triggers', 'hundredSql', 'SQL statements an event, 100 journeys', ''],
  ['triggers', 'moreSql', 'of which more than with 1 journey', ''],
  ['due', 'batchP50Ms', 'next batch of a lane read, p50', 'ms'],
  ['due', 'batchP95Ms', 'next batch of a lane read, p95', 'ms'],
  ['due', 'firstP95Ms', 'its first one found, p95', 'ms'],
  ['due', 'calendarP95Ms', 'next batch of the calendar read, p95', 'ms'],
  ['due', 'nextP95Ms', 'next time of every lane, p95', 'ms'],
  ['due', 'calendarNextP95Ms', 'next time of the calendar in every lane, p95', 'ms'],
  ['due', 'idleSql', 'SQL statements a second, nobody due', ''],
  ['due', 'moreIdleSql', 'of which more than with nobody waiting', ''],
  ['due', 'workedPerS', 'of those waiting worked when due', '/s'],
  ['due', 'workerMb', 'worker memory for working them', 'MB'],
  ['overtaking', 'p95Ms', 'event to transactional message during a backlog of marketing, p95', 'ms'],
  ['overtaking', 'slowestMs', 'the slowest of them', 'ms'],
  ['overtaking', 'pauseMs', 'pause confirmed to last message of the backlog', 'ms'],
  ['lists', 'filterSortP95Ms', 'list of 50, filtered and sorted, p95', 'ms'],
  ['lists', 'rareFilterP95Ms', 'list by a value that few have, p95', 'ms'],
  ['lists', 'searchP95Ms', 'search for common words, p95', 'ms'],
  ['lists', 'rareSearchP95Ms', 'search for a rare word, p95', 'ms'],
  ['lists', 'countP95Ms', 'list of 50 with the total, p95', 'ms'],
  ['lists', 'readP95Ms', 'single read, p95', 'ms'],
  ['lists', 'publishP95Ms', 'publish, p95', 'ms'],
  ['lists', 'fieldsReadS', 'all read anew by new custom fields', 's'],
  ['lists', 'fieldFilterP95Ms', 'list of 50 by a custom field, p95', 'ms'],
  ['lists', 'fieldSortP95Ms', 'list of 50 sorted by a custom field, p95', 'ms'],
  ['timeline', 'collectedPerS', 'calls collected in batches of 100, durable', '/s'],
  ['timeline', 'timelineP95Ms', 'timeline page of 10,000 entries, p95', 'ms'],
  ['timeline', 'timelineBusyP95Ms', 'the same while events arrive at half the rate, p95', 'ms'],
  ['engine', 'stepsPerS', 'steps of the engine by itself, one core', '/s'],
  ['engine', 'sixMonthsMs', 'half a year of one customer simulated, p95', 'ms'],
  ['engine', 'replayS', 'a draft played against 30 days of 10,000 customers', 's'],
  ['engine', 'besideP95Ms', 'a customer read meanwhile, p95', 'ms'],
  ['timeline', 'customerP95Ms', 'single customer, p95', 'ms'],
  ['timeline', 'customerBusyP95Ms', 'the same while events arrive at half the rate, p95', 'ms'],
  ['import', 'rowsPerS', 'customers imported, first byte to last row', '/s'],
  ['import', 'storedPerS', 'rows of an upload put on disk', '/s'],
  ['import', 'largestMb', 'largest process during an import', 'MB'],
  ['crm', 'peoplePerS', 'people of a CRM taken in, first load', '/s'],
  ['crm', 'largestMb', 'largest process during it', 'MB'],
  ['perEnrollment', 'sqlStatements', 'SQL statements an enrollment', ''],
  ['perEnrollment', 'commits', 'commits to disk an enrollment', ''],
  ['perEnrollment', 'redisCommands', 'Redis commands an enrollment', ''],
  ['perEnrollment', 'jobs', 'jobs an enrollment', ''],
  ['perEvent', 'sqlStatements', 'SQL statements an event', ''],
  ['perEvent', 'commits', 'commits to disk an event', ''],
  ['perEvent', 'redisCommands', 'Redis commands an event', ''],
  ['perEvent', 'jobs', 'jobs an event', ''],
].map(([stage, figure, label, unit]) => ({ stage, figure, label, unit }));

/** The lines of one figure: for journeys one line a size, largest last. */
export function linesOf(profileFigures, { stage, figure, label, unit }) {
  const measured = profileFigures[stage];
  if (measured === undefined) return [];
  if (figure === EACH) {
    const names = Object.keys(measured).filter((name) => name !== 'range');
    return names.flatMap((name) =>
      linesOf(profileFigures, { stage, figure: name, label: `${label} ${name}`, unit }),
    );
  }
  const sizes = Object.entries(measured.bySize ?? {});
  const line = (figures, suffix, isHeadline) => ({
    stage,
    figure,
    label: `${label}${suffix}`,
    unit,
    value: figures[figure],
    range: figures.range?.[figure],
    isHeadline,
  });
  if (sizes.length === 0) return [line(measured, sizeSuffix(stage, measured), true)];
  return sizes.map(([size, figures]) =>
    line(figures, `, ${Number(size).toLocaleString('en')} customers`, Number(size) === measured.customers),
  );
}

function sizeSuffix(stage, { customers, items, things, backlog }) {
  if (stage === 'folder') return `, ${things.toLocaleString('en')} files`;
  if (stage === 'lists') return `, of ${items.toLocaleString('en')}`;
  if (stage === 'overtaking') return `, backlog ${backlog.toLocaleString('en')}`;
  return ['waiting', 'due', 'full', 'policies'].includes(stage)
    ? `, ${customers.toLocaleString('en')} customers`
    : '';
}

export function asText(value) {
  if (value === null || value === undefined) return 'n/a';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value !== 0 && Math.abs(value) < 0.1
    ? value.toPrecision(2)
    : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
