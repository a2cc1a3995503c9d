-- What people have answered to the guided questions of a phase, for one focus area or, before there is one, for the municipality.
-- Focus areas lie to the right in the chain, so their ids are kept without a reference; they are archived, never removed.
create table answer (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  focus_area uuid,
  phase text not null check (length(phase) between 1 and 60),
  question text not null check (length(question) between 1 and 60),
  -- The question as it read when it was answered; its words may be changed later.
  wording text not null check (length(wording) between 1 and 200),
  answer text not null default '' check (length(answer) <= 20000),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  constraint answer_once unique nulls not distinct (tenant_id, focus_area, phase, question),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- Those who would rather work without the questions beside them.
create table hidden_panel (
  tenant_id uuid not null references tenancy.tenant,
  person_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references tenancy.person
);

select foundation.protect(t) from unnest(array['answer', 'hidden_panel']::regclass[]) t;
select audit.audited('answer');
