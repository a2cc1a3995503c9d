-- A municipality. Its own id is its tenant_id, so that it lies under the same policy as all it owns.
create table tenant (
  tenant_id uuid primary key,
  code text not null check (code ~ '^[0-9]{4}$'),
  name text not null check (length(name) between 1 and 200),
  -- The municipality's own colour; checked for contrast against paper before it is saved.
  colour text not null default '1d5c4d' check (colour ~ '^[0-9a-f]{6}$'),
  logo bytea check (octet_length(logo) <= 262144),
  logo_type text check (logo_type in ('image/png', 'image/svg+xml', 'image/jpeg')),
  -- Which archive its figures come from: generated examples or Kolada.
  figures text not null default 'kolada' check (figures in ('kolada', 'example')),
  settings jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  check ((logo is null) = (logo_type is null))
);
select foundation.protect('tenant');
-- The program itself must find its tenants (jobs, sign-in); the owner sees the list, and only the list.
create policy owner on tenant to current_user using (true);

create table committee (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  short_name text not null default '' check (length(short_name) <= 20),
  kind text not null check (kind in ('municipalCouncil', 'executiveBoard', 'committee', 'workingCommittee', 'councilDraftingCommittee')),
  parent_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references committee
);
create unique index committee_name on committee (tenant_id, lower(name));

create table department (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  short_name text not null default '' check (length(short_name) <= 20),
  committee_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee
);
create unique index department_name on department (tenant_id, lower(name));

create table unit (
  tenant_id uuid not null references tenant,
  id uuid not null,
  department_id uuid not null,
  parent_id uuid,
  name text not null check (length(name) between 1 and 200),
  -- Kolada's id of the same unit (V15E…), where there is one.
  ou text check (length(ou) <= 40),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, department_id) references department,
  foreign key (tenant_id, parent_id) references unit
);
create unique index unit_name on unit (tenant_id, department_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));

create table person (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  title text not null default '' check (length(title) <= 200),
  email text check (length(email) <= 320),
  -- Mentors and guests belong to somebody else.
  organisation text not null default '' check (length(organisation) <= 200),
  department_id uuid,
  unit_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, department_id) references department,
  foreign key (tenant_id, unit_id) references unit
);
create unique index person_email on person (tenant_id, lower(email)) where email is not null;

create table role_assignment (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('administrator', 'programmeLead', 'analyst', 'manager', 'staff', 'secretary', 'elected', 'mentor', 'auditor')),
  -- Null in all three: the whole municipality.
  department_id uuid,
  unit_id uuid,
  committee_id uuid,
  valid_from date,
  valid_to date,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, department_id) references department,
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, committee_id) references committee,
  check (num_nonnulls(department_id, unit_id, committee_id) <= 1),
  check (valid_to is null or valid_from is null or valid_from <= valid_to)
);
create index role_assignment_person on role_assignment (tenant_id, person_id);

select foundation.protect(t) from unnest(array['committee', 'department', 'unit', 'person', 'role_assignment']::regclass[]) t;
select audit.audited('tenant', 'tenant_id', 'logo');
select audit.audited(t) from unnest(array['committee', 'department', 'unit', 'person', 'role_assignment']::regclass[]) t;
