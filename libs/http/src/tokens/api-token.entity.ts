import { bigint, jsonText, varchar } from '@parcours/database';
import { Column, Entity, Index } from 'typeorm';

/** A token as it is kept: its hash, never its text. */
@Entity('api_tokens')
@Index('uq_api_tokens_hash', ['hash'], { unique: true })
export class ApiTokenRow {
  @Column(bigint({ primary: true }))
  id!: number;

  @Column(varchar(200))
  name!: string;

  /** The first characters of the token, to tell tokens apart. */
  @Column(varchar(16))
  hint!: string;

  @Column(varchar(64))
  hash!: string;

  @Column(jsonText())
  scopes!: string[];

  /** Keys of roles whose scopes it has beside its own. */
  @Column(jsonText({ nullable: true }))
  roles!: readonly string[] | null;

  /** The name of who made it; none for those made before that was kept. */
  @Column(varchar(200, { name: 'created_by', nullable: true }))
  createdBy!: string | null;

  @Column(bigint({ name: 'created_by_id', nullable: true }))
  createdById!: number | null;

  @Column(bigint({ name: 'created_at' }))
  createdAt!: number;

  @Column(bigint({ name: 'expires_at', nullable: true }))
  expiresAt!: number | null;

  @Column(bigint({ name: 'revoked_at', nullable: true }))
  revokedAt!: number | null;

  @Column(bigint({ name: 'last_used_at', nullable: true }))
  lastUsedAt!: number | null;
}

/** The row as plain values. */
export type ApiToken = Pick<ApiTokenRow, keyof ApiTokenRow>;
