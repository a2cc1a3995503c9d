-- What goes on with an import beside the page: its rows gone through, brought in, or put back. One at a time for each.
create table run (
  tenant_id uuid not null references tenancy.tenant,
  -- The draft's id, which is its import's too.
  id uuid not null,
  kind text not null check (kind in ('preview', 'import', 'undo')),
  title text not null check (length(title) between 1 and 200),
  state text not null default 'running' check (state in ('running', 'done', 'stopped', 'refused')),
  -- Somebody wants it stopped; then nothing of it is saved.
  stop_asked boolean not null default false,
  done integer not null default 0 check (done >= 0),
  total integer not null default 0 check (total >= 0),
  -- Why it was refused, and the rows that it stumbled on.
  reason text not null default '' check (reason in ('', 'faults', 'goneOn', 'inUse', 'fault')),
  titles text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id)
);
create index run_by_state on run (tenant_id, state);

-- What a large table would do, gone through once and then read a page at a time: counts, remarks, and what had been said of the table then.
create table table_plan (
  tenant_id uuid not null references tenancy.tenant,
  draft_id uuid not null,
  number integer not null,
  about jsonb not null,
  primary key (tenant_id, draft_id, number),
  foreign key (tenant_id, draft_id, number) references found_table on delete cascade
);
create table planned_row (
  tenant_id uuid not null references tenancy.tenant,
  draft_id uuid not null,
  number integer not null,
  -- Its place among the rows of the table, from 0.
  place integer not null check (place >= 0),
  state text not null check (state in ('new', 'changed', 'there', 'faulty', 'out')),
  about jsonb not null,
  primary key (tenant_id, draft_id, number, place),
  foreign key (tenant_id, draft_id, number) references table_plan on delete cascade
);
create index planned_row_by_state on planned_row (tenant_id, draft_id, number, state, place);

-- The rows of a found table for themselves: what a person says of the table must not cost reading them, nor copying them for the audit trail.
create table found_rows (
  tenant_id uuid not null references tenancy.tenant,
  draft_id uuid not null,
  number integer not null,
  rows jsonb not null,
  primary key (tenant_id, draft_id, number),
  foreign key (tenant_id, draft_id, number) references found_table on delete cascade
);
-- An owner that is no superuser meets the policies too.
alter table found_table no force row level security;
insert into found_rows (tenant_id, draft_id, number, rows) select tenant_id, draft_id, number, rows from found_table;
alter table found_table force row level security;
alter table found_table drop column rows;
-- How far it has come is told by its run.
alter table draft drop column done, drop column total;
-- What was under way when the program was changed waits for a yes again.
alter table draft no force row level security;
update draft set state = 'preview' where state in ('running', 'refused');
set constraints all immediate;
alter table draft force row level security;

select foundation.protect(t) from unnest(array['run', 'table_plan', 'planned_row', 'found_rows']::regclass[]) t;
