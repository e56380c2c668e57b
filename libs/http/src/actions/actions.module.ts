import { Global, Module } from '@nestjs/common';

import { ActionTrail } from './action-trail.js';

/** The one trail of a process, with routes or without. */
@Global()
@Module({ providers: [ActionTrail], exports: [ActionTrail] })
export class ActionsModule {}
