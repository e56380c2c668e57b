/** What the server profile has to reach on two shared cores that carry the servers, the mail server and the load too. */
export const TARGETS = [
  { stage: 'ingest', figure: 'acceptedSinglePerS', atLeast: 8_000 },
  { stage: 'ingest', figure: 'acceptedBatchPerS', atLeast: 50_000 },
  { stage: 'ingest', figure: 'processedPerS', atLeast: 12_000 },
  { stage: 'journey', figure: 'enrollmentsPerS', atLeast: 3_000 },
  { stage: 'journey', figure: 'stepsPerS', atLeast: 15_000 },
  { stage: 'journey', figure: 'messagesPerS', atLeast: 6_000 },
  { stage: 'full', figure: 'enrollmentsPerS', atLeast: 3_000 },
  { stage: 'render', figure: 'rendersPerS', atLeast: 30_000 },
  { stage: 'host-overhead', figure: 'addedUs', below: 30 },
  { stage: 'policies', figure: 'decisionUs', atMost: 30 },
  { stage: 'policies', figure: 'enrollmentsPerS', atLeast: 3_000 },
  { stage: 'smtp', figure: 'messagesPerS', atLeast: 3_500 },
  { stage: 'latency', figure: 'p50Ms', atMost: 20 },
  { stage: 'latency', figure: 'p95Ms', atMost: 40 },
  { stage: 'clicks', figure: 'redirectsPerS', atLeast: 5_000 },
  { stage: 'clicks', figure: 'p95Ms', atMost: 10 },
  { stage: 'waiting', figure: 'redisMb', below: 20 },
  { stage: 'waiting', figure: 'workerMb', below: 50 },
  { stage: 'migration', figure: 'per100kS', below: 30 },
  { stage: 'segments', figure: 'processedPerS', atLeast: 7_000 },
  { stage: 'segments', figure: 'share', atLeast: 0.7 },
  { stage: 'segments', figure: 'fillCustomersPerS', atLeast: 200_000 },
  { stage: 'triggers', figure: 'share', atLeast: 0.85 },
  { stage: 'triggers', figure: 'moreSql', below: 0.01 },
  { stage: 'due', figure: 'batchP95Ms', below: 5 },
  { stage: 'due', figure: 'calendarP95Ms', below: 5 },
  { stage: 'due', figure: 'moreIdleSql', below: 1 },
  { stage: 'due', figure: 'workerMb', below: 50 },
  { stage: 'overtaking', figure: 'slowestMs', below: 2_000 },
  { stage: 'overtaking', figure: 'pauseMs', below: 1_000 },
  { stage: 'engine', figure: 'stepsPerS', atLeast: 500_000 },
  { stage: 'engine', figure: 'sixMonthsMs', below: 50 },
  { stage: 'engine', figure: 'replayS', below: 30 },
  { stage: 'timeline', figure: 'timelineBusyP95Ms', atMost: 20 },
  { stage: 'timeline', figure: 'customerBusyP95Ms', atMost: 10 },
  { stage: 'import', figure: 'rowsPerS', atLeast: 20_000 },
  { stage: 'import', figure: 'largestMb', below: 300 },
  { stage: 'perEnrollment', figure: 'sqlStatements', below: 0.2 },
  { stage: 'perEnrollment', figure: 'redisCommands', below: 0.1 },
];

export function targetOf(stage, figure) {
  return TARGETS.find((target) => target.stage === stage && target.figure === figure);
}

export function isMet({ atLeast, atMost, below }, value) {
  if (atLeast !== undefined) return value >= atLeast;
  return atMost !== undefined ? value <= atMost : value < below;
}

export function inWords({ atLeast, atMost, below }) {
  const text = (value) => value.toLocaleString('en');
  if (atLeast !== undefined) return `≥ ${text(atLeast)}`;
  return atMost !== undefined ? `≤ ${text(atMost)}` : `< ${text(below)}`;
}
