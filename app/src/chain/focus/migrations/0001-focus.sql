-- What might be worth working with: built on observations and their figures, scored openly, chosen or not chosen.
create table candidate (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- Area as addresses spell it (aldreomsorg).
  area text,
  department uuid,
  why text not null default '' check (length(why) <= 20000),
  observations uuid[] not null default '{}',
  key_figures text[] not null default '{}',
  -- 1 to 5 each; null is not judged yet.
  deviation smallint check (deviation between 1 and 5),
  duration smallint check (duration between 1 and 5),
  certainty smallint check (certainty between 1 and 5),
  stake smallint check (stake between 1 and 5),
  influence smallint check (influence between 1 and 5),
  risk smallint check (risk between 1 and 5),
  -- Kronor a year that the figures say are at stake, where there are such figures.
  kronor bigint,
  state text not null default 'open' check (state in ('open', 'chosen', 'notChosen')),
  reason text not null default '' check (length(reason) <= 5000),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || why)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, department) references tenancy.department,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- What the municipality has chosen to work with.
create table area (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  candidate uuid,
  department uuid,
  analysis_group uuid[] not null default '{}',
  key_figures text[] not null default '{}',
  observations uuid[] not null default '{}',
  purpose text not null default '' check (length(purpose) <= 20000),
  starts date,
  ends date,
  state text not null default 'ongoing' check (state in ('ongoing', 'handedOver', 'closed')),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || purpose)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, candidate) references candidate,
  foreign key (tenant_id, department) references tenancy.department,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- The steering group's choice: what, why, who, when. A correction is a new row; this one is never changed.
create table decision (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  decided_on date not null,
  -- Who decided: "Styrgruppen", and those present.
  body text not null check (length(body) between 1 and 200),
  present uuid[] not null default '{}',
  note text not null default '' check (length(note) <= 20000),
  -- The weights and scores as they were shown at the choice.
  weights jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create table decision_candidate (
  tenant_id uuid not null references tenancy.tenant,
  decision_id uuid not null,
  candidate_id uuid not null,
  chosen boolean not null,
  reason text not null check (length(reason) between 1 and 5000),
  title text not null,
  score double precision,
  place integer not null,
  area_id uuid,
  primary key (tenant_id, decision_id, candidate_id),
  foreign key (tenant_id, decision_id) references decision,
  foreign key (tenant_id, candidate_id) references candidate,
  foreign key (tenant_id, area_id) references area
);

-- How much each ground counts when candidates are compared: the municipality's own weights, one row.
create table weights (
  tenant_id uuid not null references tenancy.tenant,
  deviation smallint not null check (deviation between 0 and 10),
  duration smallint not null check (duration between 0 and 10),
  certainty smallint not null check (certainty between 0 and 10),
  stake smallint not null check (stake between 0 and 10),
  influence smallint not null check (influence between 0 and 10),
  risk smallint not null check (risk between 0 and 10),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id)
);

select foundation.protect(t) from unnest(array['candidate', 'area', 'decision', 'decision_candidate', 'weights']::regclass[]) t;
select audit.audited(t) from unnest(array['candidate', 'area', 'decision']::regclass[]) t;
select audit.audited('decision_candidate', 'decision_id,candidate_id');
select audit.audited('weights', 'tenant_id');
-- What has been decided stands; nothing may change it afterwards, whoever asks.
revoke update, delete on decision, decision_candidate from samband_app;
