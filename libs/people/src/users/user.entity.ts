import { bigint, jsonText, varchar } from '@parcours/database';
import { Column, Entity, Index } from 'typeorm';

/** Somebody who signs in. */
@Entity('users')
@Index('uq_users_email', ['emailKey'], { unique: true })
@Index('uq_users_link', ['linkHash'], { unique: true })
export class UserRow {
  @Column(bigint({ primary: true }))
  id!: number;

  /** As it was written. */
  @Column(varchar(254))
  email!: string;

  /** As it is compared. */
  @Column(varchar(254, { name: 'email_key' }))
  emailKey!: string;

  @Column(varchar(200))
  name!: string;

  @Column(varchar(35, { nullable: true }))
  locale!: string | null;

  /** Keys of roles. */
  @Column(jsonText())
  roles!: readonly string[];

  @Column(bigint({ name: 'disabled_at', nullable: true }))
  disabledAt!: number | null;

  /** None as long as an invitation is not taken up. */
  @Column(varchar(200, { name: 'password_hash', nullable: true }))
  passwordHash!: string | null;

  @Column(bigint({ name: 'password_changed_at', nullable: true }))
  passwordChangedAt!: number | null;

  /** Of the token with which a password can be set once. */
  @Column(varchar(64, { name: 'link_hash', nullable: true }))
  linkHash!: string | null;

  @Column(bigint({ name: 'link_expires_at', nullable: true }))
  linkExpiresAt!: number | null;

  @Column(bigint({ name: 'last_sign_in_at', nullable: true }))
  lastSignInAt!: number | null;

  @Column({ type: 'int' })
  revision!: number;

  @Column(bigint({ name: 'created_at' }))
  createdAt!: number;

  @Column(bigint({ name: 'updated_at' }))
  updatedAt!: number;
}

/** The row as plain values. */
export type User = Pick<UserRow, keyof UserRow>;
