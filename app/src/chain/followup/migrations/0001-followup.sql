-- What an action is expected to do to a key figure, and how it went: the same key figure that the analysis began with.
create table expected_effect (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  action uuid not null,
  key_figure text not null check (length(key_figure) between 1 and 40),
  comparison text not null default 'similar' check (comparison in ('similar', 'class', 'all')),
  -- The last year before the action, and its value as it stood when the effect was stated.
  baseline_year integer not null check (baseline_year between 1990 and 2200),
  baseline double precision,
  -- Where and when the baseline was read: it does not move when Kolada revises.
  baseline_source text not null default '' check (length(baseline_source) <= 200),
  target double precision,
  target_year integer check (target_year between 1990 and 2200),
  -- The first whole year that the action can have had effect in.
  effect_from integer not null check (effect_from between 1990 and 2200),
  -- Who answers for the benefit being taken home.
  responsible uuid,
  -- Follow-ups go on until the target is met or someone closes with a reason.
  follow_up_on date,
  state text not null default 'expected' check (state in ('expected', 'partly', 'realised', 'failed')),
  reason text not null default '' check (length(reason) <= 5000),
  closed boolean not null default false,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || key_figure)) stored,
  primary key (tenant_id, id),
  check (effect_from > baseline_year),
  check ((target is null) = (target_year is null)),
  foreign key (tenant_id, action) references actions.action,
  foreign key (tenant_id, responsible) references tenancy.person,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index expected_effect_by_action on expected_effect (tenant_id, action);
create index expected_effect_by_figure on expected_effect (tenant_id, key_figure);
create index expected_effect_by_change on expected_effect (tenant_id, active, changed_at desc, id desc);

-- Each time somebody has said how it went: what the figures said then, what was judged, and why. A row is never changed.
create table judgement (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  effect_id uuid not null,
  judged_on date not null,
  state text not null check (state in ('expected', 'partly', 'realised', 'failed')),
  reason text not null check (length(reason) between 1 and 5000),
  -- The outcome as it stood: year, value, the difference against the comparison with its interval, and the word of the rule.
  outcome jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, effect_id) references expected_effect,
  foreign key (tenant_id, created_by) references tenancy.person
);
create index judgement_by_effect on judgement (tenant_id, effect_id, id);

-- A benefit that an action was to bring, year by year: planned, what it became, and the economist who confirmed it.
create table benefit (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  action uuid not null,
  -- Green in kronor, yellow in hours, red not valued: never added together.
  colour text not null check (colour in ('green', 'yellow', 'red')),
  year integer not null check (year between 1990 and 2200),
  planned bigint,
  actual bigint,
  hours_planned numeric,
  hours_actual numeric,
  responsible uuid,
  state text not null default 'expected' check (state in ('expected', 'partly', 'realised', 'failed')),
  note text not null default '' check (length(note) <= 5000),
  confirmed_by uuid,
  confirmed_on date,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || note)) stored,
  primary key (tenant_id, id),
  check (colour = 'green' or (planned is null and actual is null)),
  check (colour = 'yellow' or (hours_planned is null and hours_actual is null)),
  check ((confirmed_by is null) = (confirmed_on is null)),
  foreign key (tenant_id, action) references actions.action,
  foreign key (tenant_id, responsible) references tenancy.person,
  foreign key (tenant_id, confirmed_by) references tenancy.person,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index benefit_by_action on benefit (tenant_id, action);
create index benefit_by_change on benefit (tenant_id, active, changed_at desc, id desc);

select foundation.protect(t), audit.audited(t) from unnest(array['expected_effect', 'judgement', 'benefit']::regclass[]) t;
-- What has been judged stands; a new judgement is a new row.
revoke update, delete on judgement from samband_app;
