-- What follows from the causes. One conclusion may stand on several of them.
create table conclusion (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  focus_area uuid,
  causes uuid[] not null default '{}',
  reasoning text not null default '' check (length(reasoning) <= 20000),
  -- What happens if nothing is done, and what to keep an eye on.
  if_nothing text not null default '' check (length(if_nothing) <= 20000),
  watch text not null default '' check (length(watch) <= 20000),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || reasoning)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, focus_area) references focus.area,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index conclusion_by_focus on conclusion (tenant_id, focus_area);

-- What could be done about it. A proposal may meet several causes; it becomes one action or several when it has been decided.
create table proposal (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 20000),
  expected_effect text not null default '' check (length(expected_effect) <= 20000),
  focus_area uuid,
  department uuid,
  owner uuid,
  conclusions uuid[] not null default '{}',
  causes uuid[] not null default '{}',
  suggestions uuid[] not null default '{}',
  key_figures text[] not null default '{}',
  starts date,
  ends date,
  -- 1 to 5 each; null is not judged yet. The place is somebody's own order, where effect against effort does not say it all.
  effort smallint check (effort between 1 and 5),
  effect smallint check (effect between 1 and 5),
  place integer,
  priority_reason text not null default '' check (length(priority_reason) <= 5000),
  -- Which way it is decided, what it changes (kommunallagen 6:38), and why the person chose that way. Null: not judged yet.
  track text check (track in ('political', 'operational')),
  changes text[] not null default '{}' check (changes <@ array['goals', 'direction', 'scope', 'quality']),
  track_reason text not null default '' check (length(track_reason) <= 5000),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'decided', 'declined')),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || description || ' ' || expected_effect)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, focus_area) references focus.area,
  foreign key (tenant_id, department) references tenancy.department,
  foreign key (tenant_id, owner) references tenancy.person,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index proposal_by_focus on proposal (tenant_id, focus_area);

-- Two proposals that cannot both be done, or one that needs the other. What excludes does so both ways and stands once, the lesser id first.
create table proposal_relation (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  proposal_id uuid not null,
  kind text not null check (kind in ('excludes', 'requires')),
  other_id uuid not null,
  note text not null default '' check (length(note) <= 500),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, proposal_id, kind, other_id),
  check (proposal_id <> other_id),
  check (kind <> 'excludes' or proposal_id < other_id),
  foreign key (tenant_id, proposal_id) references proposal,
  foreign key (tenant_id, other_id) references proposal
);
create index proposal_relation_to on proposal_relation (tenant_id, other_id);

-- One part of a description of consequences (konsekvensbeskrivning), of a proposal or of doing nothing in a focus area.
create table impact (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  proposal_id uuid,
  focus_area uuid,
  aspect text not null check (aspect in ('economy', 'quality', 'staff', 'organisation', 'users', 'children', 'equality', 'environment', 'law', 'risks')),
  -- For users and residents: which group is affected. Empty: the part as a whole.
  affected text not null default '' check (length(affected) <= 200),
  -- Not relevant demands a reason, which then stands in the words.
  relevant boolean not null default true,
  direction text check (direction in ('better', 'same', 'worse', 'unclear')),
  words text not null check (length(words) between 1 and 20000),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  -- Two groups may change names in one save.
  unique nulls not distinct (tenant_id, proposal_id, focus_area, aspect, affected) deferrable initially deferred,
  check (num_nonnulls(proposal_id, focus_area) = 1),
  check (affected = '' or aspect = 'users'),
  check (relevant or direction is null),
  foreign key (tenant_id, proposal_id) references proposal,
  foreign key (tenant_id, focus_area) references focus.area,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index impact_by_focus on impact (tenant_id, focus_area);

-- The guided questions of a child impact assessment (barnkonsekvensanalys), answered one by one.
create table child_impact (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  proposal_id uuid,
  focus_area uuid,
  which_children text not null default '' check (length(which_children) <= 10000),
  voices text not null default '' check (length(voices) <= 10000),
  best_interests text not null default '' check (length(best_interests) <= 10000),
  balancing text not null default '' check (length(balancing) <= 10000),
  follow_up text not null default '' check (length(follow_up) <= 10000),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, proposal_id, focus_area),
  check (num_nonnulls(proposal_id, focus_area) = 1),
  foreign key (tenant_id, proposal_id) references proposal,
  foreign key (tenant_id, focus_area) references focus.area,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- The economy of a proposal over some years, all in one year's kronor. It is saved whole: its version is that of its lines too.
create table economy (
  tenant_id uuid not null references tenancy.tenant,
  proposal_id uuid not null,
  start_year integer not null check (start_year between 1990 and 2200),
  years integer not null check (years between 1 and 10),
  price_level_year integer not null check (price_level_year between 1990 and 2200),
  -- Null: the municipality's own rate.
  discount_rate numeric(6, 3) check (discount_rate > -100 and discount_rate <= 100),
  note text not null default '' check (length(note) <= 10000),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, proposal_id),
  foreign key (tenant_id, proposal_id) references proposal,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- Costs, benefits (green in kronor, yellow in hours, red not valued) and where the money comes from, a line each.
create table economy_line (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  proposal_id uuid not null,
  list text not null check (list in ('cost', 'green', 'yellow', 'red', 'financing')),
  kind text check (kind in ('oneOff', 'running')),
  title text not null check (length(title) between 1 and 200),
  -- Whole kronor per year from the start year on; hours for yellow, nothing for red.
  amounts bigint[] not null default '{}',
  place integer not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  check ((kind is not null) = (list in ('cost', 'green'))),
  check (list <> 'red' or cardinality(amounts) = 0),
  foreign key (tenant_id, proposal_id) references economy
);
create index economy_line_by_proposal on economy_line (tenant_id, proposal_id, place);

-- The municipality's own rate of discount and the money that there is for proposals, one row.
create table frame (
  tenant_id uuid not null references tenancy.tenant,
  discount_rate numeric(6, 3) not null check (discount_rate > -100 and discount_rate <= 100),
  budget bigint check (budget >= 0),
  budget_from integer check (budget_from between 1990 and 2200),
  budget_to integer check (budget_to between 1990 and 2200),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id),
  check (num_nonnulls(budget, budget_from, budget_to) in (0, 3)),
  check (budget_from <= budget_to)
);

-- What was decided about a proposal. A correction is a new row that says which one it corrects; no row is ever changed.
create table decision (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  proposal_id uuid not null,
  -- The version of the proposal that was decided: what is changed afterwards was not.
  proposal_version integer not null,
  track text not null check (track in ('political', 'operational')),
  outcome text not null check (outcome in ('granted', 'rejected', 'referBack', 'tabled', 'removedFromAgenda')),
  decided_on date not null,
  -- A committee or a person of the organisation, and the decision maker as written in the minutes.
  committee uuid,
  person uuid,
  body text not null check (length(body) between 1 and 200),
  -- As written: KS 2026/0493, § 84.
  registry_number text not null default '' check (length(registry_number) <= 100),
  minutes_paragraph text not null default '' check (length(minutes_paragraph) <= 100),
  reason text not null default '' check (length(reason) <= 20000),
  corrects uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, corrects),
  foreign key (tenant_id, proposal_id) references proposal,
  foreign key (tenant_id, committee) references tenancy.committee,
  foreign key (tenant_id, person) references tenancy.person,
  foreign key (tenant_id, corrects) references decision,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index decision_by_proposal on decision (tenant_id, proposal_id, decided_on);

-- What shall be done, by whom and when.
create table action (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 20000),
  -- Null: begun without a proposal, in the operation's own work.
  proposal uuid,
  focus_area uuid,
  causes uuid[] not null default '{}',
  key_figures text[] not null default '{}',
  owner uuid,
  department uuid,
  unit uuid,
  -- The programme that it is part of, where there is one.
  programme uuid,
  starts date,
  ends date,
  state text not null default 'planned' check (state in ('planned', 'ongoing', 'done', 'stopped')),
  -- As last told; each telling stands in action_status. Null: nothing told yet.
  status text check (status in ('green', 'yellow', 'red')),
  status_comment text not null default '' check (length(status_comment) <= 5000),
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || description)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, proposal) references proposal,
  foreign key (tenant_id, focus_area) references focus.area,
  foreign key (tenant_id, owner) references tenancy.person,
  foreign key (tenant_id, department) references tenancy.department,
  foreign key (tenant_id, unit) references tenancy.unit,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index action_by_proposal on action (tenant_id, proposal);
create index action_by_focus on action (tenant_id, focus_area);
create index action_by_owner on action (tenant_id, owner, ends);
create index action_by_end on action (tenant_id, ends);

-- What must be reached on the way.
create table milestone (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  action_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  due date,
  reached_on date,
  place integer not null default 0,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, action_id) references action
);
create index milestone_by_action on milestone (tenant_id, action_id, due);

-- How it goes, each time it was told. Not green demands a comment; a row is never changed.
create table action_status (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  action_id uuid not null,
  status text not null check (status in ('green', 'yellow', 'red')),
  comment text not null default '' check (length(comment) <= 5000),
  told_on date not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  check (status = 'green' or comment <> ''),
  foreign key (tenant_id, action_id) references action,
  foreign key (tenant_id, created_by) references tenancy.person
);
create index action_status_by_action on action_status (tenant_id, action_id, told_on);

-- An action that waits for another to be done.
create table dependency (
  tenant_id uuid not null references tenancy.tenant,
  action_id uuid not null,
  needs_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, action_id, needs_id),
  check (action_id <> needs_id),
  foreign key (tenant_id, action_id) references action,
  foreign key (tenant_id, needs_id) references action
);
create index dependency_needed on dependency (tenant_id, needs_id);

select foundation.protect(t) from unnest(array['conclusion', 'proposal', 'proposal_relation', 'impact', 'child_impact', 'economy', 'economy_line',
  'frame', 'decision', 'action', 'milestone', 'action_status', 'dependency']::regclass[]) t;
select audit.audited(t) from unnest(array['conclusion', 'proposal', 'proposal_relation', 'impact', 'child_impact', 'economy_line', 'decision',
  'action', 'milestone', 'action_status']::regclass[]) t;
select audit.audited('economy', 'proposal_id');
select audit.audited('frame', 'tenant_id');
select audit.audited('dependency', 'action_id,needs_id');
-- What has been decided and what has been told stand; nothing may change them afterwards, whoever asks.
revoke update, delete on decision, action_status from samband_app;
