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
