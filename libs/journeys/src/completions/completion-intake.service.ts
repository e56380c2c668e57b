import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';
import { type CallbackListener, CallbackListeners, type ToldCallback } from '@parcours/messaging';
import type { ActionCompletion } from '@parcours/sdk';

import { connectorTarget } from '../outside/outside-call.rules.js';
import { COMPLETION_JOB, COMPLETION_KEY, type NewCompletion } from './completion.js';
import { CompletionInbox } from './completion-inbox.store.js';

/** Keeps what connectors tell of what people have done, with the callback that tells it. */
@Injectable()
export class CompletionIntake implements CallbackListener, OnModuleInit {
  constructor(
    private readonly listeners: CallbackListeners,
    private readonly inbox: CompletionInbox,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async keep(sql: Sql, { connector, result }: ToldCallback, now: number) {
    const { completions = [] } = result;
    if (completions.length === 0) return undefined;
    const target = connectorTarget(connector);
    await this.inbox.add(
      sql,
      completions.map((each) => newCompletion(each, target)),
      now,
    );
    return () => {
      this.jobs.wake(COMPLETION_JOB, [COMPLETION_KEY]);
    };
  }
}

function newCompletion(
  { actionId, recordId, ...completion }: ActionCompletion,
  target: string,
): NewCompletion {
  return { target, callId: callIdOf(actionId), recordId, completion };
}

/** Ours are numbers; what else there is names none of ours. */
function callIdOf(actionId: string | undefined): number | undefined {
  return actionId !== undefined && /^\d{1,15}$|^\d{16}$/.test(actionId) ? Number(actionId) : undefined;
}
