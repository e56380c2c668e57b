import { ParcoursConfig } from '../../libs/config/dist/index.js';
import { Database, dataSourceOptions, openDataSource } from '../../libs/database/dist/index.js';

/** The database as the product opens it, for statements of its own stores. Close it with `dataSource.destroy()`. */
export async function openProductDatabase(environment) {
  const { database } = new ParcoursConfig(environment);
  return new Database(await openDataSource(await dataSourceOptions(database)));
}

/** @throws when what `ask` selects is not read by the index, in its order */
export async function assertReadBy(index, { sql }, ask) {
  const [statement] = await statementsOf(sql, ask);
  const verb = sql.dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  const plan = await sql.select(`${verb} ${statement.text}`, statement.parameters);
  const isUsed = plan.some(({ key, detail }) => key === index || detail?.includes(` ${index} `));
  const isSorted = plan.some((step) => /filesort|TEMP B-TREE/.test(step.Extra ?? step.detail ?? ''));
  if (!isUsed || isSorted) throw new Error(`not read by ${index}: ${JSON.stringify(plan)}`);
}

/** What a store asks the database, without asking it. */
async function statementsOf({ dialect, byIndex }, ask) {
  const statements = [];
  const select = async (text, parameters) => {
    statements.push({ text, parameters });
    return [];
  };
  await ask({ dialect, byIndex, select });
  return statements;
}
