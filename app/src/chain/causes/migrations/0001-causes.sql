-- A problem in a focus area: a row of the cause table. Its area is written "unit - cost type" in the tables that municipalities know.
create table problem (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  focus_area uuid not null,
  -- The unit or operation that it concerns, as people call it.
  area text not null default '' check (length(area) <= 200),
  -- A code of the vocabulary of cost types.
  cost_type text,
  title text not null check (length(title) between 1 and 1000),
  description text not null default '' check (length(description) <= 20000),
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || area || ' ' || description)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, focus_area) references focus.area,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index problem_by_focus_area on problem (tenant_id, focus_area, place);

-- A cause of a problem, or of the cause above it: "varför?" by "varför?", to any depth.
create table cause (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  problem uuid not null,
  parent uuid,
  title text not null check (length(title) between 1 and 1000),
  description text not null default '' check (length(description) <= 20000),
  -- A code of the vocabulary of branches: where it sits in the fishbone.
  branch text,
  state text not null default 'hypothesis' check (state in ('hypothesis', 'supported', 'rejected')),
  -- Who said so, when and why; nobody has judged a hypothesis that is new.
  judged_by uuid,
  judged_on date,
  judgement text not null default '' check (length(judgement) <= 5000),
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || description)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, problem, id),
  constraint cause_of_problem foreign key (tenant_id, problem) references problem,
  -- A cause and what lies under it belong to one problem. A whole branch may be moved in one transaction.
  constraint cause_under_cause foreign key (tenant_id, problem, parent) references cause (tenant_id, problem, id) deferrable,
  foreign key (tenant_id, judged_by) references tenancy.person,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index cause_by_problem on cause (tenant_id, problem, parent, place);

-- No cause lies under itself, however it was moved and by how many at once: those who move within a problem take turns.
create function cause_without_cycle() returns trigger language plpgsql as $$
declare
  above uuid := new.parent;
begin
  if new.parent is null then return new; end if;
  perform 1 from causes.problem where tenant_id = new.tenant_id and id = new.problem for update;
  while above is not null loop
    if above = new.id then
      raise exception 'cause % would lie under itself', new.id using errcode = '23514', constraint = 'cause_without_cycle';
    end if;
    select parent into above from causes.cause where tenant_id = new.tenant_id and id = above;
  end loop;
  return new;
end $$;
create trigger cause_without_cycle before insert or update of parent on cause
  for each row execute function cause_without_cycle();

-- "Förslag till åtgärd" as it stands in the cause table: for the problem, or for one of its causes. A proposal is made of it later.
create table suggestion (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  problem uuid not null,
  cause uuid,
  title text not null check (length(title) between 1 and 1000),
  description text not null default '' check (length(description) <= 20000),
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || description)) stored,
  primary key (tenant_id, id),
  constraint suggestion_for_problem foreign key (tenant_id, problem) references problem,
  constraint suggestion_for_cause foreign key (tenant_id, problem, cause) references cause (tenant_id, problem, id) deferrable,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index suggestion_by_problem on suggestion (tenant_id, problem, place);

-- What is asked in interviews, a question on each line.
create table guide (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  purpose text not null default '' check (length(purpose) <= 20000),
  questions text not null default '' check (length(questions) <= 20000),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || purpose)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- An interview with somebody in a role. Names are not asked for.
create table interview (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  focus_area uuid not null,
  respondent_role text not null check (length(respondent_role) between 1 and 200),
  held_on date,
  unit uuid,
  guide uuid,
  notes text not null default '' check (length(notes) <= 20000),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(respondent_role || ' ' || notes)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, focus_area) references focus.area,
  foreign key (tenant_id, unit) references tenancy.unit,
  foreign key (tenant_id, guide) references guide,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index interview_by_focus_area on interview (tenant_id, focus_area, held_on);

-- The questions of one interview as they read then, and what was noted. A guide that changes later leaves them alone.
create table interview_answer (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  interview uuid not null,
  place integer not null,
  question text not null check (length(question) between 1 and 1000),
  note text not null default '' check (length(note) <= 20000),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, interview) references interview,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index interview_answer_by_interview on interview_answer (tenant_id, interview, place);

-- What speaks for or against a cause. A passage of an interview that is coded to a cause is such a row too.
create table evidence (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  cause uuid not null,
  -- What it shows, in a sentence; for an interview the passage itself.
  title text not null check (length(title) between 1 and 2000),
  kind text not null check (kind in ('keyFigure', 'document', 'interview', 'survey', 'observation')),
  stance text not null check (stance in ('supports', 'contradicts')),
  -- 1 weak, 2 fair, 3 strong; null is not judged yet.
  strength smallint check (strength between 1 and 3),
  key_figure text,
  observation uuid,
  interview uuid,
  source text not null default '' check (length(source) <= 500),
  url text not null default '' check (length(url) <= 2000),
  note text not null default '' check (length(note) <= 20000),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || source || ' ' || note)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, cause) references cause,
  foreign key (tenant_id, observation) references situation.observation,
  foreign key (tenant_id, interview) references interview,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index evidence_by_cause on evidence (tenant_id, cause);
create index evidence_by_interview on evidence (tenant_id, interview) where interview is not null;

select foundation.protect(t) from unnest(array['problem', 'cause', 'suggestion', 'guide', 'interview', 'interview_answer', 'evidence']::regclass[]) t;
select audit.audited(t) from unnest(array['problem', 'cause', 'suggestion', 'guide', 'interview', 'interview_answer', 'evidence']::regclass[]) t;
