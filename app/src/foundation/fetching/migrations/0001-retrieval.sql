-- One row is one fetch from Kolada or one import of files; called so since FETCH is a word of SQL.
-- Fetches from Kolada and imports of files, as they go on and as they went. The figures themselves lie in the archive, which all
-- municipalities of the installation read; this is each municipality's own log of what its people have asked for.
create table retrieval (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  kind text not null check (kind in ('sync', 'import')),
  -- What was asked for: choice, years and genders, or the names of the files.
  request jsonb not null,
  -- lost: the program that worked on it went away without a word.
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'stopped', 'lost')),
  progress jsonb,
  -- Written every other second by whoever works on it.
  seen_at timestamptz not null default now(),
  stop_asked_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  outcome jsonb,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  check ((state in ('done', 'failed', 'stopped', 'lost')) = (ended_at is not null))
);
create unique index retrieval_one_at_a_time on retrieval (tenant_id) where state in ('queued', 'running');
create index retrieval_by_time on retrieval (tenant_id, created_at desc);
select foundation.protect('retrieval');

-- What was asked and how it ended is kept in the audit trail; how far it has come every other second is not.
create constraint trigger audit after insert or delete or update of state, stop_asked_at on retrieval
  deferrable initially deferred for each row execute function audit.append('id');
