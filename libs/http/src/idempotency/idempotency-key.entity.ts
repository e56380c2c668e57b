import { bigint, varchar } from '@parcours/database';
import { Column, Entity } from 'typeorm';

/** A request that came with an Idempotency-Key, and its answer once there is one. */
@Entity('idempotency_keys')
export class IdempotencyKeyRow {
  @Column(bigint({ name: 'token_id', primary: true }))
  tokenId!: number;

  @Column(varchar(255, { name: 'idempotency_key', primary: true }))
  idempotencyKey!: string;

  @Column(varchar(64, { name: 'request_hash' }))
  requestHash!: string;

  @Column({ type: 'int', nullable: true })
  status!: number | null;

  @Column({ type: 'text', nullable: true })
  headers!: string | null;

  @Column({ type: 'text', nullable: true })
  body!: string | null;

  /** Until then nobody repeats a request whose answer is missing: it may still be running. */
  @Column(bigint({ name: 'locked_until' }))
  lockedUntil!: number;

  @Column(bigint({ name: 'expires_at' }))
  expiresAt!: number;
}
