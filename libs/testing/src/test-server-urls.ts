/** The servers that `npm test` starts, or the ones that somebody named. */
export function testDatabaseUrl(): string {
  return required('TEST_DATABASE_URL');
}

export function testRedisUrl(): string {
  return required('TEST_REDIS_URL');
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with  npm test -- <path>`);
  return value;
}
