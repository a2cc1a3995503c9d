-- The municipality's own words in a vocabulary: changed, put in another order, no longer offered, or added.
create table term (
  tenant_id uuid not null references tenancy.tenant,
  vocabulary text not null check (length(vocabulary) between 1 and 60),
  code text not null check (length(code) between 1 and 60),
  -- '' for a word that the program gives and the municipality has not changed.
  label text not null default '' check (length(label) <= 200),
  -- Null while it stands where the program puts it.
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, vocabulary, code)
);

-- A way of looking at a list that somebody wants to come back to.
create table saved_view (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  register text not null check (length(register) between 1 and 120),
  name text not null check (length(name) between 1 and 100),
  -- What stands after the question mark in the list's address.
  query text not null check (length(query) <= 4000),
  person_id uuid not null,
  -- Seen by everyone who may read the register, not only by whoever saved it.
  for_all boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, register, person_id, name),
  foreign key (tenant_id, person_id) references tenancy.person
);

-- Many rows changed in one act: an import or a bulk change. It can be undone as a whole as long as nobody has gone on with the rows.
create table batch (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  register text not null check (length(register) between 1 and 120),
  kind text not null check (kind in ('import', 'bulk')),
  title text not null check (length(title) between 1 and 300),
  added integer not null default 0,
  changed integer not null default 0,
  undone_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id)
);
-- The rows of it: 0 before when the row was added, and the version that the act gave it.
create table batch_row (
  tenant_id uuid not null references tenancy.tenant,
  batch_id uuid not null,
  row_id uuid not null,
  version_before integer not null,
  version_after integer not null,
  primary key (tenant_id, batch_id, row_id),
  foreign key (tenant_id, batch_id) references batch
);

-- A file or a pasted table that its owner has seen the preview of but not yet said yes to.
create table import_draft (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  register text not null check (length(register) between 1 and 120),
  file_name text not null check (length(file_name) <= 255),
  content bytea not null check (octet_length(content) <= 26214400),
  -- Which column of the file is which field, where the person has said otherwise than the program guessed.
  matching jsonb not null default '{}',
  -- Waits for a yes, is being read in, is in, or could not be.
  state text not null default 'preview' check (state in ('preview', 'running', 'done', 'refused')),
  done integer not null default 0,
  total integer not null default 0,
  batch_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id)
);

-- What hangs on a row of any register: remarks, files, and links to other things.
create table comment (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  register text not null check (length(register) between 1 and 120),
  row_id uuid not null,
  body text not null check (length(body) between 1 and 10000),
  -- The people whom it names now.
  mentioned uuid[] not null default '{}',
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id)
);
create index comment_by_row on comment (tenant_id, register, row_id, created_at);
-- Who has been told of it, in the transaction that queued the mail: once, however often the comment is changed.
create table mention (
  tenant_id uuid not null references tenancy.tenant,
  comment_id uuid not null,
  person_id uuid not null,
  told_at timestamptz not null default now(),
  -- When they opened the row; until then it waits on their start page.
  seen_at timestamptz,
  primary key (tenant_id, comment_id, person_id),
  foreign key (tenant_id, comment_id) references comment,
  foreign key (tenant_id, person_id) references tenancy.person
);
create index mention_unseen on mention (tenant_id, person_id) where seen_at is null;
create table attachment (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  register text not null check (length(register) between 1 and 120),
  row_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 255),
  -- Where the content lies: the files are stored by what they hold.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (length(media_type) between 1 and 120),
  bytes bigint not null check (bytes >= 0),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id)
);
create index attachment_by_row on attachment (tenant_id, register, row_id, created_at);
create index attachment_by_content on attachment (tenant_id, sha256);
-- The same content hangs on a row once.
create unique index attachment_once on attachment (tenant_id, register, row_id, sha256) where active;
create table link (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  from_register text not null check (length(from_register) between 1 and 120),
  from_id uuid not null,
  to_register text not null check (length(to_register) between 1 and 120),
  -- A row's id, or the code of what has one: a key figure.
  to_id text not null check (length(to_id) between 1 and 60),
  note text not null default '' check (length(note) <= 500),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id)
);
create unique index link_once on link (tenant_id, from_register, from_id, to_register, to_id) where active;
create index link_from on link (tenant_id, from_register, from_id);
create index link_to on link (tenant_id, to_register, to_id);

-- Each digest of what is due goes out once: this row is made in the transaction that queues the mail.
create table reminder_sent (
  tenant_id uuid not null references tenancy.tenant,
  person_id uuid not null,
  -- ISO week, 2026-W09.
  week text not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
  sent_at timestamptz not null default now(),
  primary key (tenant_id, person_id, week),
  foreign key (tenant_id, person_id) references tenancy.person
);

select foundation.protect(t) from unnest(array['term', 'saved_view', 'batch', 'batch_row', 'import_draft', 'comment', 'mention',
  'attachment', 'link', 'reminder_sent']::regclass[]) t;
select audit.audited('term', 'vocabulary,code');
select audit.audited(t) from unnest(array['saved_view', 'batch', 'comment', 'attachment', 'link']::regclass[]) t;
select audit.audited('import_draft', 'id', 'content');
