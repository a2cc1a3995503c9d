-- What has been imported: one row for each time that somebody said yes to a file or to something pasted. A register for reading; nobody writes in it by hand.
create table import (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  source text not null check (source in ('file', 'pasted', 'program')),
  format text check (format in ('word', 'workbook', 'csv', 'pdf', 'text', 'html')),
  state text not null default 'imported' check (state in ('imported', 'undone')),
  imported_on date not null default current_date,
  imported_by uuid,
  tables integer check (tables >= 0),
  added integer check (added >= 0),
  changed integer check (changed >= 0),
  -- Rows that stood there already, and rows that were left out with the faults they had.
  already integer check (already >= 0),
  left_out integer check (left_out >= 0),
  undone_on date,
  undone_by uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, imported_by) references tenancy.person,
  foreign key (tenant_id, undone_by) references tenancy.person,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index import_by_change on import (tenant_id, active, changed_at desc, id desc);

-- One table of it that went into one register, with what it takes to undo it.
create table part (
  tenant_id uuid not null references tenancy.tenant,
  import_id uuid not null,
  number integer not null,
  -- The key of a target: the name of a register, or of what takes tables in its own way.
  target text not null check (length(target) between 1 and 120),
  title text not null check (length(title) <= 300),
  -- The same table into the same target has the same print.
  print text not null check (length(print) between 1 and 80),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  already integer not null check (already >= 0),
  left_out integer not null check (left_out >= 0),
  -- As the target wants it back.
  undo jsonb not null,
  undone_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, import_id, number),
  foreign key (tenant_id, import_id) references import
);
create index part_by_print on part (tenant_id, target, print);

-- Which row of a file became which row, so that it is known again after somebody has changed it here.
create table row_print (
  tenant_id uuid not null references tenancy.tenant,
  import_id uuid not null,
  target text not null check (length(target) between 1 and 120),
  print text not null check (length(print) between 1 and 80),
  row_id uuid not null,
  primary key (tenant_id, target, print, import_id),
  foreign key (tenant_id, import_id) references import
);
create index row_print_by_import on row_print (tenant_id, import_id);

-- A file, or something pasted, that has been read and not yet been said yes to. Seen by whoever brought it.
create table draft (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  source text not null check (source in ('file', 'pasted', 'program')),
  format text not null check (format in ('word', 'workbook', 'csv', 'pdf', 'text', 'html')),
  -- The original, among the kept files.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (length(media_type) between 1 and 120),
  bytes bigint not null check (bytes >= 0),
  remarks jsonb not null default '[]',
  -- The register that the person came from; '' for none.
  wanted text not null default '' check (length(wanted) <= 120),
  -- Waits for a yes, is being read in, is in, or could not be.
  state text not null default 'preview' check (state in ('preview', 'running', 'done', 'refused')),
  done integer not null default 0,
  total integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id)
);
create index draft_by_content on draft (tenant_id, sha256);
create index draft_by_age on draft (tenant_id, state, created_at);

-- A table that was found in it, and what the person wants done with it.
create table found_table (
  tenant_id uuid not null references tenancy.tenant,
  draft_id uuid not null,
  number integer not null,
  -- Origin, headings, caption and columns.
  about jsonb not null,
  rows jsonb not null,
  row_count integer not null,
  -- '' while nobody has said; a target's key, or 'keep', 'skip'.
  target text not null default '' check (length(target) <= 120),
  -- What the person has said about its columns and rows.
  choice jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, draft_id, number),
  foreign key (tenant_id, draft_id) references draft on delete cascade
);

select foundation.protect(t) from unnest(array['import', 'part', 'row_print', 'draft', 'found_table']::regclass[]) t;
select audit.audited('import');
select audit.audited('part', 'import_id,number', 'undo');
select audit.audited('draft');
select audit.audited('found_table', 'draft_id,number', 'rows');
