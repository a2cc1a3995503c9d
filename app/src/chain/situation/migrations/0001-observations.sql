-- What somebody has noticed: figures, an experience, or both, and whether they agree.
create table observation (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- Area as addresses spell it (aldreomsorg); empty when it concerns none in particular.
  area text not null default '' check (length(area) <= 40),
  department_id uuid,
  note text not null default '' check (length(note) <= 20000),
  experience text not null default '' check (length(experience) <= 20000),
  experienced_by text check (experienced_by in ('staff', 'users', 'relatives', 'managers', 'elected', 'residents')),
  agreement text check (agreement in ('agrees', 'disagrees')),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, department_id) references tenancy.department,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index observation_by_change on observation (tenant_id, active, changed_at desc);

-- The figures as they stood when the observation was made: a later sync never moves them.
create table observation_figure (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  observation_id uuid not null,
  kpi text not null check (length(kpi) between 1 and 40),
  municipality text not null check (municipality ~ '^[0-9]{4}$'),
  year integer not null check (year between 1900 and 2200),
  comparison text not null check (comparison in ('similar', 'class', 'all', 'own')),
  frozen jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, observation_id, kpi, municipality, year, comparison),
  foreign key (tenant_id, observation_id) references observation,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- "Granska statistiken": the answers about one key figure and year, one row that is changed.
create table statistics_review (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  kpi text not null check (length(kpi) between 1 and 40),
  municipality text not null check (municipality ~ '^[0-9]{4}$'),
  year integer not null check (year between 1900 and 2200),
  answers jsonb not null default '{}',
  note text not null default '' check (length(note) <= 20000),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, kpi, municipality, year),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- A page as it was when it was shared. Whoever holds the link reads this row and no other.
create table shared_page (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  kind text not null check (kind in ('situation', 'keyFigure')),
  title text not null check (length(title) between 1 and 300),
  link_hash text not null unique,
  -- The whole page's content, frozen: figures, members of the comparison, texts of the catalogue, dates of fetch.
  content jsonb not null,
  -- The archive's series behind it, for telling what has changed since; the page itself is drawn without them.
  snapshot jsonb not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- A key figure of the municipality's own.
create table local_key_figure (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  -- E and five digits, beside Kolada's N and U.
  code text not null check (code ~ '^E[0-9]{5}$'),
  title text not null check (length(title) between 1 and 200),
  definition text not null default '' check (length(definition) <= 5000),
  unit text not null check (length(unit) between 1 and 40),
  area text not null default '' check (length(area) <= 40),
  perspective text not null check (perspective in ('resource', 'volume', 'quality', 'structure')),
  direction text check (direction in ('low', 'high')),
  source text not null default '' check (length(source) <= 500),
  -- Values are entered for women and men too, not only in total.
  divided_by_gender boolean not null default false,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create unique index local_key_figure_title on local_key_figure (tenant_id, lower(title));

create table local_value (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  key_figure_id uuid not null,
  -- Null: the whole municipality.
  unit_id uuid,
  year integer not null check (year between 1900 and 2200),
  gender text not null default 'T' check (gender in ('T', 'K', 'M')),
  -- Null is missing, with the reason.
  value double precision,
  missing_reason text check (missing_reason in ('notReported', 'notApplicable', 'secret', 'notYetPublished', 'unknown')),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, key_figure_id) references local_key_figure,
  foreign key (tenant_id, unit_id) references tenancy.unit,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person,
  check ((value is null) = (missing_reason is not null))
);
create unique index local_value_place on local_value
  (tenant_id, key_figure_id, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'), year, gender);

-- An uploaded file of values that its owner has seen the preview of but not yet said yes to.
create table local_value_draft (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  file_name text not null check (length(file_name) <= 255),
  content bytea not null check (octet_length(content) <= 10485760),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

select foundation.protect(t), audit.audited(t)
from unnest(array['observation', 'observation_figure', 'statistics_review', 'local_key_figure', 'local_value']::regclass[]) t;
select foundation.protect('shared_page'), audit.audited('shared_page', 'id', 'link_hash', 'content', 'snapshot');
select foundation.protect('local_value_draft'), audit.audited('local_value_draft', 'id', 'content');
create policy link on shared_page for select using (link_hash = nullif(current_setting('samband.secret_hash', true), ''));
