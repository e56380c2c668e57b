import { bigint, varchar } from '@parcours/database';
import { Column, Entity, Index } from 'typeorm';

/** Somebody's being signed in, from the password to the end. Of its tokens there are hashes alone. */
@Entity('sessions')
@Index('uq_sessions_family', ['familyHash'], { unique: true })
@Index('uq_sessions_access', ['accessHash'], { unique: true })
@Index('ix_sessions_user', ['userId', 'createdAt'])
@Index('ix_sessions_expires', ['expiresAt'])
export class SessionRow {
  @Column(bigint({ primary: true }))
  id!: number;

  @Column(bigint({ name: 'user_id' }))
  userId!: number;

  /** Of the part that all refresh tokens of the session share: it tells a used one from one that was never given. */
  @Column(varchar(64, { name: 'family_hash' }))
  familyHash!: string;

  @Column(varchar(64, { name: 'refresh_hash' }))
  refreshHash!: string;

  @Column(varchar(64, { name: 'access_hash' }))
  accessHash!: string;

  @Column(bigint({ name: 'access_expires_at' }))
  accessExpiresAt!: number;

  /** Without a refresh until then it is over. */
  @Column(bigint({ name: 'idle_expires_at' }))
  idleExpiresAt!: number;

  /** Then it is over in any case. */
  @Column(bigint({ name: 'expires_at' }))
  expiresAt!: number;

  @Column(bigint({ name: 'created_at' }))
  createdAt!: number;

  @Column(bigint({ name: 'last_used_at' }))
  lastUsedAt!: number;

  @Column(varchar(45))
  address!: string;

  @Column(varchar(300, { name: 'user_agent', nullable: true }))
  userAgent!: string | null;

  @Column(bigint({ name: 'ended_at', nullable: true }))
  endedAt!: number | null;
}

/** The row as plain values. */
export type Session = Pick<SessionRow, keyof SessionRow>;
