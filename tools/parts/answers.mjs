import pg from 'pg';

// Exit code 0 when a PostgreSQL of version 15 or later lets us in at the address given, without a password.
const client = new pg.Client({ connectionString: process.argv[2], connectionTimeoutMillis: 3000 });
try {
  await client.connect();
  const { rows } = await client.query("select current_setting('server_version_num')::int as version");
  process.exitCode = rows[0].version >= 150_000 ? 0 : 1;
} catch {
  process.exitCode = 1;
} finally {
  await client.end().catch(() => {});
}
