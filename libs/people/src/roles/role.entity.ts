import { bigint, jsonText, varchar } from '@parcours/database';
import { Column, Entity } from 'typeorm';

/** A role of the installation's own. */
@Entity('roles')
export class RoleRow {
  @Column(varchar(100, { name: 'role_key', primary: true }))
  key!: string;

  @Column(varchar(200))
  name!: string;

  @Column(varchar(1000, { nullable: true }))
  description!: string | null;

  @Column(jsonText())
  scopes!: readonly string[];

  @Column({ type: 'int' })
  revision!: number;

  @Column(bigint({ name: 'created_at' }))
  createdAt!: number;

  @Column(bigint({ name: 'updated_at' }))
  updatedAt!: number;
}

/** The row as plain values. */
export type CustomRole = Pick<RoleRow, keyof RoleRow>;
