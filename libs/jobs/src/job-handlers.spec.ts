import { declaredJobs, declareJob } from './job-definition.js';
import { JobHandlers } from './job-handlers.js';

const doNothing = () => Promise.resolve();

describe('the handlers of a process', () => {
  const first = declareJob('handlers-spec-first');
  const second = declareJob('handlers-spec-second');

  it('are complete with exactly one for each declared job', () => {
    const handlers = new JobHandlers();
    for (const job of declaredJobs()) handlers.register(job, { concurrency: 3 }, doNothing);
    expect(handlers.complete().map(({ job, concurrency }) => [job.name, concurrency])).toEqual(
      declaredJobs().map(({ name }) => [name, 3]),
    );
    expect(handlers.get('handlers-spec-first')?.job).toBe(first);
  });

  it('stop the boot when a job has none, and name it', () => {
    const handlers = new JobHandlers();
    handlers.register(first, { concurrency: 1 }, doNothing);
    expect(() => handlers.complete()).toThrow(
      expect.objectContaining({
        code: 'jobs.handler-missing',
        message: expect.stringContaining(second.name),
      }),
    );
  });

  it('stop the boot when a job has two', () => {
    const handlers = new JobHandlers();
    handlers.register(first, { concurrency: 1 }, doNothing);
    expect(() => {
      handlers.register(first, { concurrency: 1 }, doNothing);
    }).toThrow(expect.objectContaining({ code: 'jobs.handler-twice' }));
  });

  it('are for one job of a name, however often it is declared', () => {
    expect(declareJob('handlers-spec-first')).toBe(first);
  });
});
