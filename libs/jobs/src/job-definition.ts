/** A kind of background work. A job of it carries a key (a lane number, a connector key), never state. */
export interface JobDefinition {
  readonly name: string;
}

const declared = new Map<string, JobDefinition>();

/** Declares a kind of job. A worker does not start unless each has exactly one handler. */
export function declareJob(name: string): JobDefinition {
  const job = declared.get(name) ?? { name };
  declared.set(name, job);
  return job;
}

export function declaredJobs(): readonly JobDefinition[] {
  return [...declared.values()];
}
