// A municipality with many actions, invented: written straight into its tables, since how fast people's own rows come in is measured by the import.

const things = [
  'lokaler',
  'bemanning',
  'skolskjuts',
  'måltider',
  'städning',
  'upphandling',
  'korttidsplatser',
  'fordon',
  'inköp',
  'schema',
];
const verbs = [
  'Se över',
  'Samla',
  'Minska',
  'Samordna',
  'Säg upp',
  'Pröva',
  'Utbilda i',
  'Förenkla',
  'Följ upp',
  'Omförhandla',
];

/** Answers what a filter of the list may ask for: a focus area, a department that owns a tenth of all actions, an owner's name. */
export async function fillActions(client, count) {
  const {
    rows: [{ tenant_id: tenant }],
  } = await client.query('select tenant_id from tenancy.tenant');
  const run = (text, values) => client.query(text, values);
  // The chain of the audit trail is not measured here, and would take minutes.
  await run(`set session_replication_role = replica`);
  await run(
    `insert into tenancy.person (tenant_id, id, name) select $1, uuidv7(), 'Påhittad person ' || n from generate_series(1, 400) n`,
    [tenant],
  );
  await run(
    `insert into tenancy.department (tenant_id, id, name) select $1, uuidv7(), 'Förvaltning ' || n from generate_series(1, 5) n`,
    [tenant],
  );
  await run(
    `insert into focus.area (tenant_id, id, title, state) select $1, uuidv7(), 'Fokusområde ' || n, 'ongoing' from generate_series(1, 40) n`,
    [tenant],
  );
  const ids = async (table) =>
    (await run(`select id from ${table} where tenant_id = $1 order by id`, [tenant])).rows.map(({ id }) => id);
  const people = await ids('tenancy.person');
  const departments = await ids('tenancy.department');
  const units = await ids('tenancy.unit');
  const areas = await ids('focus.area');
  await run(
    `insert into actions.action (tenant_id, id, title, description, owner, department, unit, focus_area, starts, ends, state, status, created_at, changed_at)
     select $1, uuidv7(), v.verb || ' ' || t.thing || ' ' || n, 'Det som ska göras i åtgärd ' || n || ', och varför det hjälper.',
       ($2::uuid[])[1 + abs(hashint4(n)) % cardinality($2::uuid[])],
       ($3::uuid[])[1 + (n % cardinality($3::uuid[]))],
       ($4::uuid[])[1 + (n % cardinality($4::uuid[]))],
       ($5::uuid[])[1 + (n % cardinality($5::uuid[]))],
       date '2023-01-01' + (abs(hashint4(n + 1)) % 1500), date '2023-01-01' + (abs(hashint4(n + 1)) % 1500) + 14 + abs(hashint4(n + 2)) % 200,
       (array['planned', 'ongoing', 'done', 'stopped'])[1 + abs(hashint4(n + 3)) % 4],
       (array['green', 'yellow', 'red', null])[1 + abs(hashint4(n + 4)) % 4],
       now() - n * interval '1 minute', now() - n * interval '1 minute'
     from generate_series(1, $8) n
     cross join lateral (select ($6::text[])[1 + n % cardinality($6::text[])] as verb) v
     cross join lateral (select ($7::text[])[1 + (n / 10) % cardinality($7::text[])] as thing) t`,
    [tenant, people, departments, units, areas, verbs, things, count],
  );
  await run('set session_replication_role = origin');
  // As autovacuum leaves the table some minutes later.
  await run('vacuum analyze actions.action');
  return { area: areas[3], department: departments[0] };
}
