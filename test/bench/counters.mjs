/**
 * What work costs, in counts that do not depend on the machine, from the servers' own counters: `Questions` of MariaDB
 * (every statement, COMMIT included), `Innodb_log_writes` (each is flushed to disk; commits at the same moment share one),
 * commands of Redis (those inside scripts included) and jobs that BullMQ reports as completed. SQLite keeps no such
 * counters: null.
 */
export class Counters {
  #stack;
  #before;

  /** @private use `Counters.start()` */
  constructor(stack, before) {
    this.#stack = stack;
    this.#before = before;
  }

  static async start(stack) {
    await stack.redis?.followJobs();
    return new Counters(stack, await read(stack));
  }

  /** The counts since the start, for each of `units` pieces of work. */
  async per(units) {
    if (!this.#stack.isServer) return { sqlStatements: null, commits: null, redisCommands: null, jobs: null };
    const jobs = await this.#stack.redis.jobsCompleted();
    const after = await read(this.#stack);
    const of = (name) => (after[name] - this.#before[name]) / units;
    return {
      sqlStatements: of('Questions'),
      commits: of('Innodb_log_writes'),
      redisCommands: of('redisCommands'),
      jobs: jobs / units,
    };
  }
}

async function read(stack) {
  if (!stack.isServer) return {};
  return { ...(await stack.database.counters()), redisCommands: await stack.redis.commands() };
}
