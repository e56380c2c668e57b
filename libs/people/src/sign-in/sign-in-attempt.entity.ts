import { bigint, varchar } from '@parcours/database';
import { Column, Entity, Index } from 'typeorm';

/** Failures of one account or one address, both as digests. */
@Entity('sign_in_attempts')
@Index('ix_sign_in_attempts_last', ['lastAt'])
export class SignInAttemptRow {
  @Column(varchar(150, { primary: true }))
  subject!: string;

  @Column({ type: 'int' })
  failures!: number;

  @Column(bigint({ name: 'blocked_until' }))
  blockedUntil!: number;

  @Column(bigint({ name: 'last_at' }))
  lastAt!: number;
}
