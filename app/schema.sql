-- The schema that the migrations make, to be read. Written by UPDATE_SCHEMA=1 npx vitest run schema.test.ts

table actions.action (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  description text not null default ''::text,
  proposal uuid,
  focus_area uuid,
  causes uuid[] not null default '{}'::uuid[],
  key_figures text[] not null default '{}'::text[],
  owner uuid,
  department uuid,
  unit uuid,
  programme text,
  starts date,
  ends date,
  state text not null default 'planned'::text,
  status text,
  status_comment text not null default ''::text,
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || description)),
  closed_on date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, department) REFERENCES tenancy.department(tenant_id, id),
  FOREIGN KEY (tenant_id, focus_area) REFERENCES focus.area(tenant_id, id),
  FOREIGN KEY (tenant_id, owner) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, proposal) REFERENCES actions.proposal(tenant_id, id),
  FOREIGN KEY (tenant_id, unit) REFERENCES tenancy.unit(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((length(description) <= 20000)),
  CHECK ((length(status_comment) <= 5000)),
  CHECK ((state = ANY (ARRAY['planned'::text, 'ongoing'::text, 'done'::text, 'stopped'::text]))),
  CHECK ((status = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text])))
)
alter table force row level security
CREATE INDEX action_by_change ON actions.action USING btree (tenant_id, active, changed_at, id)
CREATE INDEX action_by_department ON actions.action USING btree (tenant_id, department)
CREATE INDEX action_by_end ON actions.action USING btree (tenant_id, active, ends, id)
CREATE INDEX action_by_focus ON actions.action USING btree (tenant_id, focus_area)
CREATE INDEX action_by_owner ON actions.action USING btree (tenant_id, owner, ends)
CREATE INDEX action_by_programme ON actions.action USING btree (tenant_id, programme)
CREATE INDEX action_by_proposal ON actions.action USING btree (tenant_id, proposal)
CREATE INDEX action_by_start ON actions.action USING btree (tenant_id, active, starts, id)
CREATE INDEX action_by_state ON actions.action USING btree (tenant_id, active, state, ends)
CREATE INDEX action_by_status ON actions.action USING btree (tenant_id, active, status, id)
CREATE INDEX action_by_title ON actions.action USING btree (tenant_id, active, foundation.swedish_order(title) COLLATE "C", id)
CREATE INDEX action_by_unit ON actions.action USING btree (tenant_id, unit)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.action DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table actions.action_status (
  tenant_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  status text,
  comment text not null default ''::text,
  told_on date not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  state text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, action_id) REFERENCES actions.action(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((status = 'green'::text) OR (comment <> ''::text))),
  CHECK ((length(comment) <= 5000)),
  CHECK ((num_nonnulls(status, state) > 0)),
  CHECK ((state = ANY (ARRAY['planned'::text, 'ongoing'::text, 'done'::text, 'stopped'::text]))),
  CHECK ((status = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text])))
)
alter table force row level security
CREATE INDEX action_status_by_action ON actions.action_status USING btree (tenant_id, action_id, told_on)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.action_status DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant insert, select to samband_app

table actions.child_impact (
  tenant_id uuid not null,
  id uuid not null,
  proposal_id uuid,
  focus_area uuid,
  which_children text not null default ''::text,
  voices text not null default ''::text,
  best_interests text not null default ''::text,
  balancing text not null default ''::text,
  follow_up text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, proposal_id, focus_area),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, focus_area) REFERENCES focus.area(tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES actions.proposal(tenant_id, id),
  CHECK ((length(balancing) <= 10000)),
  CHECK ((length(best_interests) <= 10000)),
  CHECK ((length(follow_up) <= 10000)),
  CHECK ((length(voices) <= 10000)),
  CHECK ((length(which_children) <= 10000)),
  CHECK ((num_nonnulls(proposal_id, focus_area) = 1))
)
alter table force row level security
CREATE UNIQUE INDEX child_impact_tenant_id_proposal_id_focus_area_key ON actions.child_impact USING btree (tenant_id, proposal_id, focus_area) NULLS NOT DISTINCT
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.child_impact DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table actions.conclusion (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  focus_area uuid,
  causes uuid[] not null default '{}'::uuid[],
  reasoning text not null default ''::text,
  if_nothing text not null default ''::text,
  watch text not null default ''::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || reasoning)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, focus_area) REFERENCES focus.area(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((length(if_nothing) <= 20000)),
  CHECK ((length(reasoning) <= 20000)),
  CHECK ((length(watch) <= 20000))
)
alter table force row level security
CREATE INDEX conclusion_by_change ON actions.conclusion USING btree (tenant_id, changed_at, id)
CREATE INDEX conclusion_by_focus ON actions.conclusion USING btree (tenant_id, focus_area)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.conclusion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table actions.decision (
  tenant_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  proposal_version integer not null,
  track text not null,
  outcome text not null,
  decided_on date not null,
  committee uuid,
  person uuid,
  body text not null,
  registry_number text not null default ''::text,
  minutes_paragraph text not null default ''::text,
  reason text not null default ''::text,
  corrects uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, corrects),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, committee) REFERENCES tenancy.committee(tenant_id, id),
  FOREIGN KEY (tenant_id, corrects) REFERENCES actions.decision(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, person) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES actions.proposal(tenant_id, id),
  CHECK (((length(body) >= 1) AND (length(body) <= 200))),
  CHECK ((length(minutes_paragraph) <= 100)),
  CHECK ((length(reason) <= 20000)),
  CHECK ((length(registry_number) <= 100)),
  CHECK ((outcome = ANY (ARRAY['granted'::text, 'rejected'::text, 'referBack'::text, 'tabled'::text, 'removedFromAgenda'::text]))),
  CHECK ((track = ANY (ARRAY['political'::text, 'operational'::text])))
)
alter table force row level security
CREATE INDEX decision_by_proposal ON actions.decision USING btree (tenant_id, proposal_id, decided_on)
CREATE UNIQUE INDEX decision_tenant_id_corrects_key ON actions.decision USING btree (tenant_id, corrects)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant insert, select to samband_app

table actions.dependency (
  tenant_id uuid not null,
  action_id uuid not null,
  needs_id uuid not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, action_id, needs_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, action_id) REFERENCES actions.action(tenant_id, id),
  FOREIGN KEY (tenant_id, needs_id) REFERENCES actions.action(tenant_id, id),
  CHECK ((action_id <> needs_id))
)
alter table force row level security
CREATE INDEX dependency_needed ON actions.dependency USING btree (tenant_id, needs_id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.dependency DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('action_id,needs_id')
grant delete, insert, select, update to samband_app

table actions.economy (
  tenant_id uuid not null,
  proposal_id uuid not null,
  start_year integer not null,
  years integer not null,
  price_level_year integer not null,
  discount_rate numeric(6,3),
  note text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, proposal_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES actions.proposal(tenant_id, id),
  CHECK (((discount_rate > ('-100'::integer)::numeric) AND (discount_rate <= (100)::numeric))),
  CHECK (((price_level_year >= 1990) AND (price_level_year <= 2200))),
  CHECK (((start_year >= 1990) AND (start_year <= 2200))),
  CHECK (((years >= 1) AND (years <= 10))),
  CHECK ((length(note) <= 10000))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.economy DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('proposal_id')
grant delete, insert, select, update to samband_app

table actions.economy_line (
  tenant_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  list text not null,
  kind text,
  title text not null,
  amounts bigint[] not null default '{}'::bigint[],
  place integer not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES actions.economy(tenant_id, proposal_id),
  CHECK (((kind IS NOT NULL) = (list = ANY (ARRAY['cost'::text, 'green'::text])))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((list <> 'red'::text) OR (cardinality(amounts) = 0))),
  CHECK ((kind = ANY (ARRAY['oneOff'::text, 'running'::text]))),
  CHECK ((list = ANY (ARRAY['cost'::text, 'green'::text, 'yellow'::text, 'red'::text, 'financing'::text])))
)
alter table force row level security
CREATE INDEX economy_line_by_proposal ON actions.economy_line USING btree (tenant_id, proposal_id, place)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.economy_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table actions.frame (
  tenant_id uuid not null,
  discount_rate numeric(6,3) not null,
  budget bigint,
  budget_from integer,
  budget_to integer,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((budget_from >= 1990) AND (budget_from <= 2200))),
  CHECK (((budget_to >= 1990) AND (budget_to <= 2200))),
  CHECK (((discount_rate > ('-100'::integer)::numeric) AND (discount_rate <= (100)::numeric))),
  CHECK ((budget >= 0)),
  CHECK ((budget_from <= budget_to)),
  CHECK ((num_nonnulls(budget, budget_from, budget_to) = ANY (ARRAY[0, 3])))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.frame DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('tenant_id')
grant delete, insert, select, update to samband_app

table actions.impact (
  tenant_id uuid not null,
  id uuid not null,
  proposal_id uuid,
  focus_area uuid,
  aspect text not null,
  affected text not null default ''::text,
  relevant boolean not null default true,
  direction text,
  words text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, proposal_id, focus_area, aspect, affected) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, focus_area) REFERENCES focus.area(tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES actions.proposal(tenant_id, id),
  CHECK (((affected = ''::text) OR (aspect = 'users'::text))),
  CHECK (((length(words) >= 1) AND (length(words) <= 20000))),
  CHECK ((aspect = ANY (ARRAY['economy'::text, 'quality'::text, 'staff'::text, 'organisation'::text, 'users'::text, 'children'::text, 'equality'::text, 'environment'::text, 'law'::text, 'risks'::text]))),
  CHECK ((direction = ANY (ARRAY['better'::text, 'same'::text, 'worse'::text, 'unclear'::text]))),
  CHECK ((length(affected) <= 200)),
  CHECK ((num_nonnulls(proposal_id, focus_area) = 1)),
  CHECK ((relevant OR (direction IS NULL)))
)
alter table force row level security
CREATE INDEX impact_by_focus ON actions.impact USING btree (tenant_id, focus_area)
CREATE UNIQUE INDEX impact_tenant_id_proposal_id_focus_area_aspect_affected_key ON actions.impact USING btree (tenant_id, proposal_id, focus_area, aspect, affected) NULLS NOT DISTINCT
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.impact DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table actions.milestone (
  tenant_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  title text not null,
  due date,
  reached_on date,
  place integer not null default 0,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, action_id) REFERENCES actions.action(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200)))
)
alter table force row level security
CREATE INDEX milestone_by_action ON actions.milestone USING btree (tenant_id, action_id, due)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.milestone DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table actions.proposal (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  description text not null default ''::text,
  expected_effect text not null default ''::text,
  focus_area uuid,
  department uuid,
  owner uuid,
  conclusions uuid[] not null default '{}'::uuid[],
  causes uuid[] not null default '{}'::uuid[],
  suggestions uuid[] not null default '{}'::uuid[],
  key_figures text[] not null default '{}'::text[],
  starts date,
  ends date,
  effort smallint,
  effect smallint,
  place integer,
  priority_reason text not null default ''::text,
  track text,
  changes text[] not null default '{}'::text[],
  track_reason text not null default ''::text,
  state text not null default 'draft'::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((((title || ' '::text) || description) || ' '::text) || expected_effect)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, department) REFERENCES tenancy.department(tenant_id, id),
  FOREIGN KEY (tenant_id, focus_area) REFERENCES focus.area(tenant_id, id),
  FOREIGN KEY (tenant_id, owner) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((effect >= 1) AND (effect <= 5))),
  CHECK (((effort >= 1) AND (effort <= 5))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((changes <@ ARRAY['goals'::text, 'direction'::text, 'scope'::text, 'quality'::text])),
  CHECK ((length(description) <= 20000)),
  CHECK ((length(expected_effect) <= 20000)),
  CHECK ((length(priority_reason) <= 5000)),
  CHECK ((length(track_reason) <= 5000)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'decided'::text, 'declined'::text]))),
  CHECK ((track = ANY (ARRAY['political'::text, 'operational'::text])))
)
alter table force row level security
CREATE INDEX proposal_by_change ON actions.proposal USING btree (tenant_id, changed_at, id)
CREATE INDEX proposal_by_focus ON actions.proposal USING btree (tenant_id, focus_area)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.proposal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table actions.proposal_relation (
  tenant_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  kind text not null,
  other_id uuid not null,
  note text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, proposal_id, kind, other_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, other_id) REFERENCES actions.proposal(tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES actions.proposal(tenant_id, id),
  CHECK (((kind <> 'excludes'::text) OR (proposal_id < other_id))),
  CHECK ((kind = ANY (ARRAY['excludes'::text, 'requires'::text]))),
  CHECK ((length(note) <= 500)),
  CHECK ((proposal_id <> other_id))
)
alter table force row level security
CREATE INDEX proposal_relation_to ON actions.proposal_relation USING btree (tenant_id, other_id)
CREATE UNIQUE INDEX proposal_relation_tenant_id_proposal_id_kind_other_id_key ON actions.proposal_relation USING btree (tenant_id, proposal_id, kind, other_id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON actions.proposal_relation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table audit.chain (
  tenant_id uuid not null,
  sequence bigint not null,
  hash bytea not null,
  PRIMARY KEY (tenant_id)
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER close AFTER UPDATE ON audit.chain DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.sequence = new.sequence)) EXECUTE FUNCTION audit.close()
grant select to samband_app

table audit.entry (
  tenant_id uuid not null,
  sequence bigint not null,
  at timestamp with time zone not null,
  person_id uuid,
  request_id text not null,
  origin text not null,
  operation text not null,
  table_name text not null,
  row_key jsonb not null,
  before jsonb,
  after jsonb,
  previous_hash bytea not null,
  hash bytea not null,
  PRIMARY KEY (tenant_id, sequence),
  CHECK ((operation = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
)
alter table force row level security
CREATE INDEX entry_by_person ON audit.entry USING btree (tenant_id, person_id, sequence)
CREATE INDEX entry_by_row ON audit.entry USING btree (tenant_id, table_name, row_key)
CREATE INDEX entry_by_time ON audit.entry USING btree (tenant_id, at)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant select to samband_app

table causes.cause (
  tenant_id uuid not null,
  id uuid not null,
  problem uuid not null,
  parent uuid,
  title text not null,
  description text not null default ''::text,
  branch text,
  state text not null default 'hypothesis'::text,
  judged_by uuid,
  judged_on date,
  judgement text not null default ''::text,
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || description)),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, problem, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, judged_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, problem) REFERENCES causes.problem(tenant_id, id),
  FOREIGN KEY (tenant_id, problem, parent) REFERENCES causes.cause(tenant_id, problem, id) DEFERRABLE,
  CHECK (((length(title) >= 1) AND (length(title) <= 1000))),
  CHECK ((length(description) <= 20000)),
  CHECK ((length(judgement) <= 5000)),
  CHECK ((state = ANY (ARRAY['hypothesis'::text, 'supported'::text, 'rejected'::text])))
)
alter table force row level security
CREATE INDEX cause_by_change ON causes.cause USING btree (tenant_id, changed_at, id)
CREATE INDEX cause_by_problem ON causes.cause USING btree (tenant_id, problem, parent, place)
CREATE UNIQUE INDEX cause_tenant_id_problem_id_key ON causes.cause USING btree (tenant_id, problem, id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON causes.cause DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
CREATE TRIGGER cause_without_cycle BEFORE INSERT OR UPDATE OF parent ON causes.cause FOR EACH ROW EXECUTE FUNCTION causes.cause_without_cycle()
grant delete, insert, select, update to samband_app

table causes.evidence (
  tenant_id uuid not null,
  id uuid not null,
  cause uuid not null,
  title text not null,
  kind text not null,
  stance text not null,
  strength smallint,
  key_figure text,
  observation uuid,
  interview uuid,
  source text not null default ''::text,
  url text not null default ''::text,
  note text not null default ''::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((((title || ' '::text) || source) || ' '::text) || note)),
  document uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, cause) REFERENCES causes.cause(tenant_id, id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, document) REFERENCES register.attachment(tenant_id, id),
  FOREIGN KEY (tenant_id, interview) REFERENCES causes.interview(tenant_id, id),
  FOREIGN KEY (tenant_id, observation) REFERENCES situation.observation(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 2000))),
  CHECK (((strength >= 1) AND (strength <= 3))),
  CHECK ((kind = ANY (ARRAY['keyFigure'::text, 'document'::text, 'interview'::text, 'survey'::text, 'observation'::text]))),
  CHECK ((length(note) <= 20000)),
  CHECK ((length(source) <= 500)),
  CHECK ((length(url) <= 2000)),
  CHECK ((stance = ANY (ARRAY['supports'::text, 'contradicts'::text])))
)
alter table force row level security
CREATE INDEX evidence_by_cause ON causes.evidence USING btree (tenant_id, cause)
CREATE INDEX evidence_by_change ON causes.evidence USING btree (tenant_id, changed_at, id)
CREATE INDEX evidence_by_interview ON causes.evidence USING btree (tenant_id, interview) WHERE (interview IS NOT NULL)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON causes.evidence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table causes.guide (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  purpose text not null default ''::text,
  questions text not null default ''::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || purpose)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((length(purpose) <= 20000)),
  CHECK ((length(questions) <= 20000)),
  CHECK ((length(questions) >= 1))
)
alter table force row level security
CREATE INDEX guide_by_change ON causes.guide USING btree (tenant_id, changed_at, id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON causes.guide DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table causes.interview (
  tenant_id uuid not null,
  id uuid not null,
  focus_area uuid not null,
  respondent_role text not null,
  held_on date,
  unit uuid,
  guide uuid,
  notes text not null default ''::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((respondent_role || ' '::text) || notes)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, focus_area) REFERENCES focus.area(tenant_id, id),
  FOREIGN KEY (tenant_id, guide) REFERENCES causes.guide(tenant_id, id),
  FOREIGN KEY (tenant_id, unit) REFERENCES tenancy.unit(tenant_id, id),
  CHECK (((length(respondent_role) >= 1) AND (length(respondent_role) <= 200))),
  CHECK ((length(notes) <= 20000))
)
alter table force row level security
CREATE INDEX interview_by_change ON causes.interview USING btree (tenant_id, changed_at, id)
CREATE INDEX interview_by_focus_area ON causes.interview USING btree (tenant_id, focus_area, held_on)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON causes.interview DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table causes.interview_answer (
  tenant_id uuid not null,
  id uuid not null,
  interview uuid not null,
  place integer not null,
  question text not null,
  note text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, interview) REFERENCES causes.interview(tenant_id, id),
  CHECK (((length(question) >= 1) AND (length(question) <= 1000))),
  CHECK ((length(note) <= 20000))
)
alter table force row level security
CREATE INDEX interview_answer_by_interview ON causes.interview_answer USING btree (tenant_id, interview, place)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON causes.interview_answer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table causes.problem (
  tenant_id uuid not null,
  id uuid not null,
  focus_area uuid not null,
  area text not null default ''::text,
  cost_type text,
  title text not null,
  description text not null default ''::text,
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((((title || ' '::text) || area) || ' '::text) || description)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, focus_area) REFERENCES focus.area(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 1000))),
  CHECK ((length(area) <= 200)),
  CHECK ((length(description) <= 20000))
)
alter table force row level security
CREATE INDEX problem_by_change ON causes.problem USING btree (tenant_id, changed_at, id)
CREATE INDEX problem_by_focus_area ON causes.problem USING btree (tenant_id, focus_area, place)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON causes.problem DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table causes.suggestion (
  tenant_id uuid not null,
  id uuid not null,
  problem uuid not null,
  cause uuid,
  title text not null,
  description text not null default ''::text,
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || description)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, problem) REFERENCES causes.problem(tenant_id, id),
  FOREIGN KEY (tenant_id, problem, cause) REFERENCES causes.cause(tenant_id, problem, id) DEFERRABLE,
  CHECK (((length(title) >= 1) AND (length(title) <= 1000))),
  CHECK ((length(description) <= 20000))
)
alter table force row level security
CREATE INDEX suggestion_by_change ON causes.suggestion USING btree (tenant_id, changed_at, id)
CREATE INDEX suggestion_by_problem ON causes.suggestion USING btree (tenant_id, problem, place)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON causes.suggestion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table fetching.retrieval (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  request jsonb not null,
  state text not null default 'queued'::text,
  progress jsonb,
  seen_at timestamp with time zone not null default now(),
  stop_asked_at timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  outcome jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text, 'stopped'::text, 'lost'::text])) = (ended_at IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['sync'::text, 'import'::text]))),
  CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'stopped'::text, 'lost'::text])))
)
alter table force row level security
CREATE INDEX retrieval_by_time ON fetching.retrieval USING btree (tenant_id, created_at DESC)
CREATE UNIQUE INDEX retrieval_one_at_a_time ON fetching.retrieval USING btree (tenant_id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF state, stop_asked_at ON fetching.retrieval DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table focus.area (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  candidate uuid,
  department uuid,
  analysis_group uuid[] not null default '{}'::uuid[],
  key_figures text[] not null default '{}'::text[],
  observations uuid[] not null default '{}'::uuid[],
  purpose text not null default ''::text,
  starts date,
  ends date,
  state text not null default 'ongoing'::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || purpose)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, candidate) REFERENCES focus.candidate(tenant_id, id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, department) REFERENCES tenancy.department(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((length(purpose) <= 20000)),
  CHECK ((state = ANY (ARRAY['ongoing'::text, 'handedOver'::text, 'closed'::text])))
)
alter table force row level security
CREATE INDEX area_by_change ON focus.area USING btree (tenant_id, changed_at, id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON focus.area DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table focus.candidate (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  area text,
  department uuid,
  why text not null default ''::text,
  observations uuid[] not null default '{}'::uuid[],
  key_figures text[] not null default '{}'::text[],
  deviation smallint,
  duration smallint,
  certainty smallint,
  stake smallint,
  influence smallint,
  risk smallint,
  kronor bigint,
  state text not null default 'open'::text,
  reason text not null default ''::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || why)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, department) REFERENCES tenancy.department(tenant_id, id),
  CHECK (((certainty >= 1) AND (certainty <= 5))),
  CHECK (((deviation >= 1) AND (deviation <= 5))),
  CHECK (((duration >= 1) AND (duration <= 5))),
  CHECK (((influence >= 1) AND (influence <= 5))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((risk >= 1) AND (risk <= 5))),
  CHECK (((stake >= 1) AND (stake <= 5))),
  CHECK ((area = ANY (ARRAY['forskola'::text, 'grundskola'::text, 'fritidshem'::text, 'gymnasieskola'::text, 'aldreomsorg'::text, 'lss'::text, 'ekonomiskt-bistand'::text, 'lokaler'::text, 'personal'::text, 'ekonomi'::text]))),
  CHECK ((length(reason) <= 5000)),
  CHECK ((length(why) <= 20000)),
  CHECK ((state = ANY (ARRAY['open'::text, 'chosen'::text, 'notChosen'::text])))
)
alter table force row level security
CREATE INDEX candidate_by_change ON focus.candidate USING btree (tenant_id, changed_at, id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON focus.candidate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table focus.decision (
  tenant_id uuid not null,
  id uuid not null,
  decided_on date not null,
  body text not null,
  present uuid[] not null default '{}'::uuid[],
  note text not null default ''::text,
  weights jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(body) >= 1) AND (length(body) <= 200))),
  CHECK ((length(note) <= 20000))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON focus.decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant insert, select to samband_app

table focus.decision_candidate (
  tenant_id uuid not null,
  decision_id uuid not null,
  candidate_id uuid not null,
  chosen boolean not null,
  reason text not null,
  title text not null,
  score double precision,
  place integer not null,
  area_id uuid,
  PRIMARY KEY (tenant_id, decision_id, candidate_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, area_id) REFERENCES focus.area(tenant_id, id),
  FOREIGN KEY (tenant_id, candidate_id) REFERENCES focus.candidate(tenant_id, id),
  FOREIGN KEY (tenant_id, decision_id) REFERENCES focus.decision(tenant_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 5000)))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON focus.decision_candidate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('decision_id,candidate_id')
grant insert, select to samband_app

table focus.weights (
  tenant_id uuid not null,
  deviation smallint not null,
  duration smallint not null,
  certainty smallint not null,
  stake smallint not null,
  influence smallint not null,
  risk smallint not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((certainty >= 0) AND (certainty <= 10))),
  CHECK (((deviation >= 0) AND (deviation <= 10))),
  CHECK (((duration >= 0) AND (duration <= 10))),
  CHECK (((influence >= 0) AND (influence <= 10))),
  CHECK (((risk >= 0) AND (risk <= 10))),
  CHECK (((stake >= 0) AND (stake <= 10)))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON focus.weights DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('tenant_id')
grant delete, insert, select, update to samband_app

table followup.benefit (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  action uuid not null,
  colour text not null,
  year integer not null,
  planned bigint,
  actual bigint,
  hours_planned numeric,
  hours_actual numeric,
  responsible uuid,
  state text not null default 'expected'::text,
  note text not null default ''::text,
  confirmed_by uuid,
  confirmed_on date,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || note)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, action) REFERENCES actions.action(tenant_id, id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, confirmed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, responsible) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((colour = 'green'::text) OR ((planned IS NULL) AND (actual IS NULL)))),
  CHECK (((colour = 'yellow'::text) OR ((hours_planned IS NULL) AND (hours_actual IS NULL)))),
  CHECK (((confirmed_by IS NULL) = (confirmed_on IS NULL))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((year >= 1990) AND (year <= 2200))),
  CHECK ((colour = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text]))),
  CHECK ((length(note) <= 5000)),
  CHECK ((state = ANY (ARRAY['expected'::text, 'partly'::text, 'realised'::text, 'failed'::text])))
)
alter table force row level security
CREATE INDEX benefit_by_action ON followup.benefit USING btree (tenant_id, action)
CREATE INDEX benefit_by_change ON followup.benefit USING btree (tenant_id, active, changed_at DESC, id DESC)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON followup.benefit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
CREATE TRIGGER benefit_confirmed_as_it_stood BEFORE UPDATE ON followup.benefit FOR EACH ROW WHEN (((old.confirmed_on IS NOT NULL) AND (NOT ((new.confirmed_by IS DISTINCT FROM old.confirmed_by) OR (new.confirmed_on IS DISTINCT FROM old.confirmed_on))) AND ((((new.actual IS DISTINCT FROM old.actual) OR (new.year IS DISTINCT FROM old.year)) OR (new.colour IS DISTINCT FROM old.colour)) OR (new.action IS DISTINCT FROM old.action)))) EXECUTE FUNCTION followup.unconfirm_other_benefit()
grant delete, insert, select, update to samband_app

table followup.expected_effect (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  action uuid not null,
  key_figure text not null,
  comparison text not null default 'similar'::text,
  baseline_year integer not null,
  baseline double precision,
  baseline_source text not null default ''::text,
  target double precision,
  target_year integer,
  effect_from integer not null,
  responsible uuid,
  follow_up_on date,
  state text not null default 'expected'::text,
  reason text not null default ''::text,
  closed boolean not null default false,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((title || ' '::text) || key_figure)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, action) REFERENCES actions.action(tenant_id, id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, responsible) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((baseline_year >= 1990) AND (baseline_year <= 2200))),
  CHECK (((effect_from >= 1990) AND (effect_from <= 2200))),
  CHECK (((length(key_figure) >= 1) AND (length(key_figure) <= 40))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((target IS NULL) = (target_year IS NULL))),
  CHECK (((target_year >= 1990) AND (target_year <= 2200))),
  CHECK ((comparison = ANY (ARRAY['similar'::text, 'class'::text, 'all'::text]))),
  CHECK ((effect_from > baseline_year)),
  CHECK ((length(baseline_source) <= 200)),
  CHECK ((length(reason) <= 5000)),
  CHECK ((state = ANY (ARRAY['expected'::text, 'partly'::text, 'realised'::text, 'failed'::text])))
)
alter table force row level security
CREATE INDEX expected_effect_by_action ON followup.expected_effect USING btree (tenant_id, action)
CREATE INDEX expected_effect_by_change ON followup.expected_effect USING btree (tenant_id, active, changed_at DESC, id DESC)
CREATE INDEX expected_effect_by_figure ON followup.expected_effect USING btree (tenant_id, key_figure)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON followup.expected_effect DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table followup.judgement (
  tenant_id uuid not null,
  id uuid not null,
  effect_id uuid not null,
  judged_on date not null,
  state text not null,
  reason text not null,
  outcome jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, effect_id) REFERENCES followup.expected_effect(tenant_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 5000))),
  CHECK ((state = ANY (ARRAY['expected'::text, 'partly'::text, 'realised'::text, 'failed'::text])))
)
alter table force row level security
CREATE INDEX judgement_by_effect ON followup.judgement USING btree (tenant_id, effect_id, id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON followup.judgement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant insert, select to samband_app

table foundation.migration (
  slice text not null,
  name text not null,
  checksum text not null,
  ran_at timestamp with time zone not null default now(),
  PRIMARY KEY (slice, name)
)

table guidance.answer (
  tenant_id uuid not null,
  id uuid not null,
  focus_area uuid,
  phase text not null,
  question text not null,
  wording text not null,
  answer text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, focus_area, phase, question),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(phase) >= 1) AND (length(phase) <= 60))),
  CHECK (((length(question) >= 1) AND (length(question) <= 60))),
  CHECK (((length(wording) >= 1) AND (length(wording) <= 200))),
  CHECK ((length(answer) <= 20000))
)
alter table force row level security
CREATE UNIQUE INDEX answer_once ON guidance.answer USING btree (tenant_id, focus_area, phase, question) NULLS NOT DISTINCT
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON guidance.answer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table guidance.hidden_panel (
  tenant_id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES tenancy.person(tenant_id, id)
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table identity.account (
  tenant_id uuid not null,
  person_id uuid not null,
  email text not null,
  password_hash text,
  language text,
  disabled boolean not null default false,
  totp_secret text,
  totp_step bigint,
  recovery_hashes text[] not null default '{}'::text[],
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  weekly_digest boolean not null default true,
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 320)))),
  CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text])))
)
alter table force row level security
CREATE INDEX account_sign_in ON identity.account USING btree (email)
CREATE UNIQUE INDEX account_email ON identity.account USING btree (tenant_id, email)
policy presented for select to samband_app using (((identity.presented_hash() IS NOT NULL) AND (EXISTS ( SELECT FROM identity.session s WHERE ((s.token_hash = identity.presented_hash()) AND (s.tenant_id = account.tenant_id) AND (s.person_id = account.person_id))))))
policy presented_token for select to samband_app using (((identity.presented_hash() IS NOT NULL) AND (EXISTS ( SELECT FROM identity.api_token t WHERE ((t.token_hash = identity.presented_hash()) AND (t.tenant_id = account.tenant_id) AND (t.person_id = account.person_id))))))
policy signing_in for select to samband_app using ((email = NULLIF(current_setting('samband.sign_in_email'::text, true), ''::text)))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON identity.account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('person_id', 'password_hash', 'totp_secret', 'totp_step', 'recovery_hashes')
grant delete, insert, select, update to samband_app

table identity.api_token (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  token_hash text not null,
  may_write boolean not null,
  last_day date not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES identity.account(tenant_id, person_id) ON DELETE CASCADE,
  CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
)
alter table force row level security
CREATE INDEX api_token_person ON identity.api_token USING btree (tenant_id, person_id)
CREATE UNIQUE INDEX api_token_hash ON identity.api_token USING btree (token_hash)
policy presented for select to samband_app using ((token_hash = identity.presented_hash()))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF person_id, name, token_hash, may_write, last_day, revoked_at, created_at ON identity.api_token DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id', 'token_hash')
grant delete, insert, select, update to samband_app

table identity.attempt (
  subject text not null,
  id bigint not null generated as identity,
  at timestamp with time zone not null,
  PRIMARY KEY (subject, id),
  CHECK ((subject ~ '^[0-9a-f]{64}$'::text))
)
alter table force row level security
CREATE INDEX attempt_by_time ON identity.attempt USING btree (at)
policy owner for all to owner using (true)

table identity.one_time_token (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  token_hash text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES identity.account(tenant_id, person_id) ON DELETE CASCADE,
  CHECK ((purpose = ANY (ARRAY['invitation'::text, 'reset'::text]))),
  CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
)
alter table force row level security
CREATE INDEX one_time_token_person ON identity.one_time_token USING btree (tenant_id, person_id, purpose)
CREATE UNIQUE INDEX one_time_token_hash ON identity.one_time_token USING btree (token_hash)
policy presented for select to samband_app using ((token_hash = identity.presented_hash()))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON identity.one_time_token DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id', 'token_hash')
grant delete, insert, select, update to samband_app

table identity.session (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  user_agent text not null default ''::text,
  origin text not null default ''::text,
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES identity.account(tenant_id, person_id) ON DELETE CASCADE,
  CHECK ((length(origin) <= 64)),
  CHECK ((length(user_agent) <= 120)),
  CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
)
alter table force row level security
CREATE INDEX session_person ON identity.session USING btree (tenant_id, person_id)
CREATE UNIQUE INDEX session_token ON identity.session USING btree (token_hash)
policy presented for select to samband_app using ((token_hash = identity.presented_hash()))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF person_id, token_hash, user_agent, origin, expires_at, created_at ON identity.session DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id', 'token_hash')
grant delete, insert, select, update to samband_app

table intake.draft (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  source text not null,
  format text not null,
  sha256 text not null,
  media_type text not null,
  bytes bigint not null,
  remarks jsonb not null default '[]'::jsonb,
  wanted text not null default ''::text,
  state text not null default 'preview'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(media_type) >= 1) AND (length(media_type) <= 120))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((bytes >= 0)),
  CHECK ((format = ANY (ARRAY['word'::text, 'workbook'::text, 'csv'::text, 'pdf'::text, 'text'::text, 'html'::text]))),
  CHECK ((length(wanted) <= 120)),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((source = ANY (ARRAY['file'::text, 'pasted'::text, 'program'::text]))),
  CHECK ((state = ANY (ARRAY['preview'::text, 'running'::text, 'done'::text, 'refused'::text])))
)
alter table force row level security
CREATE INDEX draft_by_age ON intake.draft USING btree (tenant_id, state, created_at)
CREATE INDEX draft_by_content ON intake.draft USING btree (tenant_id, sha256)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON intake.draft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table intake.found_rows (
  tenant_id uuid not null,
  draft_id uuid not null,
  number integer not null,
  rows jsonb not null,
  PRIMARY KEY (tenant_id, draft_id, number),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, draft_id, number) REFERENCES intake.found_table(tenant_id, draft_id, number) ON DELETE CASCADE
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table intake.found_table (
  tenant_id uuid not null,
  draft_id uuid not null,
  number integer not null,
  about jsonb not null,
  row_count integer not null,
  target text not null default ''::text,
  choice jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, draft_id, number),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, draft_id) REFERENCES intake.draft(tenant_id, id) ON DELETE CASCADE,
  CHECK ((length(target) <= 120))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON intake.found_table DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('draft_id,number', 'rows')
grant delete, insert, select, update to samband_app

table intake.import (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  source text not null,
  format text,
  state text not null default 'imported'::text,
  imported_on date not null default CURRENT_DATE,
  imported_by uuid,
  tables integer,
  added integer,
  changed_rows integer,
  already integer,
  left_out integer,
  undone_on date,
  undone_by uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(title),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, imported_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, undone_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((added >= 0)),
  CHECK ((already >= 0)),
  CHECK ((changed_rows >= 0)),
  CHECK ((format = ANY (ARRAY['word'::text, 'workbook'::text, 'csv'::text, 'pdf'::text, 'text'::text, 'html'::text]))),
  CHECK ((left_out >= 0)),
  CHECK ((source = ANY (ARRAY['file'::text, 'pasted'::text, 'program'::text]))),
  CHECK ((state = ANY (ARRAY['imported'::text, 'undone'::text]))),
  CHECK ((tables >= 0))
)
alter table force row level security
CREATE INDEX import_by_change ON intake.import USING btree (tenant_id, active, changed_at DESC, id DESC)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON intake.import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table intake.part (
  tenant_id uuid not null,
  import_id uuid not null,
  number integer not null,
  target text not null,
  title text not null,
  print text not null,
  added integer not null,
  changed integer not null,
  already integer not null,
  left_out integer not null,
  undo jsonb not null,
  undone_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, import_id, number),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES intake.import(tenant_id, id),
  CHECK (((length(print) >= 1) AND (length(print) <= 80))),
  CHECK (((length(target) >= 1) AND (length(target) <= 120))),
  CHECK ((added >= 0)),
  CHECK ((already >= 0)),
  CHECK ((changed >= 0)),
  CHECK ((left_out >= 0)),
  CHECK ((length(title) <= 300))
)
alter table force row level security
CREATE INDEX part_by_print ON intake.part USING btree (tenant_id, target, print)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON intake.part DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('import_id,number', 'undo')
grant delete, insert, select, update to samband_app

table intake.planned_row (
  tenant_id uuid not null,
  draft_id uuid not null,
  number integer not null,
  place integer not null,
  state text not null,
  about jsonb not null,
  PRIMARY KEY (tenant_id, draft_id, number, place),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, draft_id, number) REFERENCES intake.table_plan(tenant_id, draft_id, number) ON DELETE CASCADE,
  CHECK ((place >= 0)),
  CHECK ((state = ANY (ARRAY['new'::text, 'changed'::text, 'there'::text, 'faulty'::text, 'out'::text])))
)
alter table force row level security
CREATE INDEX planned_row_by_state ON intake.planned_row USING btree (tenant_id, draft_id, number, state, place)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table intake.row_print (
  tenant_id uuid not null,
  import_id uuid not null,
  target text not null,
  print text not null,
  row_id uuid not null,
  PRIMARY KEY (tenant_id, target, print, import_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES intake.import(tenant_id, id),
  CHECK (((length(print) >= 1) AND (length(print) <= 80))),
  CHECK (((length(target) >= 1) AND (length(target) <= 120)))
)
alter table force row level security
CREATE INDEX row_print_by_import ON intake.row_print USING btree (tenant_id, import_id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table intake.run (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  state text not null default 'running'::text,
  stop_asked boolean not null default false,
  done integer not null default 0,
  total integer not null default 0,
  reason text not null default ''::text,
  titles text[] not null default '{}'::text[],
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((done >= 0)),
  CHECK ((kind = ANY (ARRAY['preview'::text, 'import'::text, 'undo'::text]))),
  CHECK ((reason = ANY (ARRAY[''::text, 'faults'::text, 'goneOn'::text, 'inUse'::text, 'fault'::text]))),
  CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text, 'refused'::text]))),
  CHECK ((total >= 0))
)
alter table force row level security
CREATE INDEX run_by_state ON intake.run USING btree (tenant_id, state)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table intake.table_plan (
  tenant_id uuid not null,
  draft_id uuid not null,
  number integer not null,
  about jsonb not null,
  PRIMARY KEY (tenant_id, draft_id, number),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, draft_id, number) REFERENCES intake.found_table(tenant_id, draft_id, number) ON DELETE CASCADE
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table mail.message (
  tenant_id uuid not null,
  id uuid not null,
  recipient text not null,
  subject text not null,
  text text not null,
  html text,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  fault text,
  not_before timestamp with time zone not null default now(),
  claimed_until timestamp with time zone,
  sent_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(recipient) >= 3) AND (length(recipient) <= 320))),
  CHECK (((length(subject) >= 1) AND (length(subject) <= 200))),
  CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  CHECK ((length(fault) <= 500)),
  CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))
)
alter table force row level security
CREATE INDEX message_by_time ON mail.message USING btree (tenant_id, created_at DESC)
CREATE INDEX message_waiting ON mail.message USING btree (tenant_id, id) WHERE (state = 'queued'::text)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF recipient, subject, text, html, state ON mail.message DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id', 'text', 'html')
grant delete, insert, select, update to samband_app

table register.attachment (
  tenant_id uuid not null,
  id uuid not null,
  register text not null,
  row_id uuid not null,
  file_name text not null,
  sha256 text not null,
  media_type text not null,
  bytes bigint not null,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  CHECK (((length(media_type) >= 1) AND (length(media_type) <= 120))),
  CHECK (((length(register) >= 1) AND (length(register) <= 120))),
  CHECK ((bytes >= 0)),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
)
alter table force row level security
CREATE INDEX attachment_by_content ON register.attachment USING btree (tenant_id, sha256)
CREATE INDEX attachment_by_row ON register.attachment USING btree (tenant_id, register, row_id, created_at)
CREATE UNIQUE INDEX attachment_once ON register.attachment USING btree (tenant_id, register, row_id, sha256) WHERE active
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON register.attachment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table register.batch (
  tenant_id uuid not null,
  id uuid not null,
  register text not null,
  kind text not null,
  title text not null,
  added integer not null default 0,
  changed integer not null default 0,
  undone_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(register) >= 1) AND (length(register) <= 120))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK ((kind = ANY (ARRAY['import'::text, 'bulk'::text])))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON register.batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table register.batch_row (
  tenant_id uuid not null,
  batch_id uuid not null,
  row_id uuid not null,
  version_before integer not null,
  version_after integer not null,
  PRIMARY KEY (tenant_id, batch_id, row_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, batch_id) REFERENCES register.batch(tenant_id, id)
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table register.comment (
  tenant_id uuid not null,
  id uuid not null,
  register text not null,
  row_id uuid not null,
  body text not null,
  mentioned uuid[] not null default '{}'::uuid[],
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  CHECK (((length(register) >= 1) AND (length(register) <= 120)))
)
alter table force row level security
CREATE INDEX comment_by_row ON register.comment USING btree (tenant_id, register, row_id, created_at)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON register.comment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table register.import_draft (
  tenant_id uuid not null,
  id uuid not null,
  register text not null,
  file_name text not null,
  content bytea not null,
  matching jsonb not null default '{}'::jsonb,
  state text not null default 'preview'::text,
  done integer not null default 0,
  total integer not null default 0,
  batch_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(register) >= 1) AND (length(register) <= 120))),
  CHECK ((length(file_name) <= 255)),
  CHECK ((octet_length(content) <= 26214400)),
  CHECK ((state = ANY (ARRAY['preview'::text, 'running'::text, 'done'::text, 'refused'::text])))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON register.import_draft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id', 'content')
grant delete, insert, select, update to samband_app

table register.link (
  tenant_id uuid not null,
  id uuid not null,
  from_register text not null,
  from_id uuid not null,
  to_register text not null,
  to_id text not null,
  note text not null default ''::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(from_register) >= 1) AND (length(from_register) <= 120))),
  CHECK (((length(to_id) >= 1) AND (length(to_id) <= 60))),
  CHECK (((length(to_register) >= 1) AND (length(to_register) <= 120))),
  CHECK ((length(note) <= 500))
)
alter table force row level security
CREATE INDEX link_from ON register.link USING btree (tenant_id, from_register, from_id)
CREATE INDEX link_to ON register.link USING btree (tenant_id, to_register, to_id)
CREATE UNIQUE INDEX link_once ON register.link USING btree (tenant_id, from_register, from_id, to_register, to_id) WHERE active
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON register.link DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table register.mention (
  tenant_id uuid not null,
  comment_id uuid not null,
  person_id uuid not null,
  told_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone,
  PRIMARY KEY (tenant_id, comment_id, person_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, comment_id) REFERENCES register.comment(tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES tenancy.person(tenant_id, id)
)
alter table force row level security
CREATE INDEX mention_unseen ON register.mention USING btree (tenant_id, person_id) WHERE (seen_at IS NULL)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table register.reminder_sent (
  tenant_id uuid not null,
  person_id uuid not null,
  week text not null,
  sent_at timestamp with time zone not null default now(),
  PRIMARY KEY (tenant_id, person_id, week),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES tenancy.person(tenant_id, id),
  CHECK ((week ~ '^[0-9]{4}-W[0-9]{2}$'::text))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
grant delete, insert, select, update to samband_app

table register.saved_view (
  tenant_id uuid not null,
  id uuid not null,
  register text not null,
  name text not null,
  query text not null,
  person_id uuid not null,
  for_all boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, register, person_id, name),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((length(register) >= 1) AND (length(register) <= 120))),
  CHECK ((length(query) <= 4000))
)
alter table force row level security
CREATE UNIQUE INDEX saved_view_tenant_id_register_person_id_name_key ON register.saved_view USING btree (tenant_id, register, person_id, name)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON register.saved_view DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table register.term (
  tenant_id uuid not null,
  vocabulary text not null,
  code text not null,
  label text not null default ''::text,
  place integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, vocabulary, code),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  CHECK (((length(vocabulary) >= 1) AND (length(vocabulary) <= 60))),
  CHECK ((length(label) <= 200))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON register.term DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('vocabulary,code')
grant delete, insert, select, update to samband_app

table reports.edition (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  number integer not null,
  title text not null,
  kind text not null,
  adopted_on date not null,
  body text not null,
  document jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, report_id, number),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, report_id) REFERENCES reports.report(tenant_id, id),
  CHECK (((length(body) >= 1) AND (length(body) <= 200))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((number >= 1) AND (number <= 10000))),
  CHECK ((kind = ANY (ARRAY['interim'::text, 'situation'::text])))
)
alter table force row level security
CREATE UNIQUE INDEX edition_tenant_id_report_id_number_key ON reports.edition USING btree (tenant_id, report_id, number)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON reports.edition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant insert, select to samband_app

table reports.material (
  tenant_id uuid not null,
  hash text not null,
  content jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, hash),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON reports.material DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('hash')
grant insert, select to samband_app

table reports.part (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null,
  subject uuid,
  parent uuid,
  place integer not null,
  appendix boolean not null default false,
  chosen boolean not null default true,
  present boolean not null default true,
  heading text not null default ''::text,
  text_before text not null default ''::text,
  text_after text not null default ''::text,
  material text,
  taken_on date,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, material) REFERENCES reports.material(tenant_id, hash),
  FOREIGN KEY (tenant_id, parent) REFERENCES reports.part(tenant_id, id),
  FOREIGN KEY (tenant_id, report_id) REFERENCES reports.report(tenant_id, id),
  CHECK (((kind <> 'own'::text) OR (heading <> ''::text))),
  CHECK (((kind = 'own'::text) = (material IS NULL))),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 50))),
  CHECK ((length(heading) <= 200)),
  CHECK ((length(text_after) <= 20000)),
  CHECK ((length(text_before) <= 20000))
)
alter table force row level security
CREATE UNIQUE INDEX part_once ON reports.part USING btree (tenant_id, report_id, kind, subject) NULLS NOT DISTINCT WHERE (kind <> 'own'::text)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON reports.part DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE ON reports.part FOR EACH ROW EXECUTE FUNCTION reports.part_stands()
grant insert, select, update to samband_app

table reports.report (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  kind text not null default 'interim'::text,
  focus_areas uuid[] not null default '{}'::uuid[],
  year integer not null,
  comparison text not null default 'similar'::text,
  language text not null default 'sv'::text,
  author text not null default ''::text,
  registry_number text not null default ''::text,
  state text not null default 'draft'::text,
  edition integer,
  adopted_on date,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((((title || ' '::text) || author) || ' '::text) || registry_number)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((edition >= 1) AND (edition <= 10000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((year >= 1990) AND (year <= 2200))),
  CHECK ((comparison = ANY (ARRAY['similar'::text, 'class'::text, 'all'::text]))),
  CHECK ((kind = ANY (ARRAY['interim'::text, 'situation'::text]))),
  CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  CHECK ((length(author) <= 200)),
  CHECK ((length(registry_number) <= 100)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'adopted'::text])))
)
alter table force row level security
CREATE INDEX report_by_change ON reports.report USING btree (tenant_id, changed_at, id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON reports.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
CREATE TRIGGER report_stands BEFORE UPDATE ON reports.report FOR EACH ROW EXECUTE FUNCTION reports.report_stands()
grant delete, insert, select, update to samband_app

table reports.word_template (
  tenant_id uuid not null,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON reports.word_template DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('tenant_id')
grant delete, insert, select, update to samband_app

table situation.local_key_figure (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  title text not null,
  definition text not null default ''::text,
  unit text not null,
  area text not null default ''::text,
  perspective text not null,
  direction text,
  source text not null default ''::text,
  divided_by_gender boolean not null default false,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((length(unit) >= 1) AND (length(unit) <= 40))),
  CHECK ((code ~ '^E[0-9]{5}$'::text)),
  CHECK ((direction = ANY (ARRAY['low'::text, 'high'::text]))),
  CHECK ((length(area) <= 40)),
  CHECK ((length(definition) <= 5000)),
  CHECK ((length(source) <= 500)),
  CHECK ((perspective = ANY (ARRAY['resource'::text, 'volume'::text, 'quality'::text, 'structure'::text])))
)
alter table force row level security
CREATE UNIQUE INDEX local_key_figure_tenant_id_code_key ON situation.local_key_figure USING btree (tenant_id, code)
CREATE UNIQUE INDEX local_key_figure_title ON situation.local_key_figure USING btree (tenant_id, lower(title))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON situation.local_key_figure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table situation.local_value (
  tenant_id uuid not null,
  id uuid not null,
  key_figure_id uuid not null,
  unit_id uuid,
  year integer not null,
  gender text not null default 'T'::text,
  value double precision,
  missing_reason text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, key_figure_id) REFERENCES situation.local_key_figure(tenant_id, id),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES tenancy.unit(tenant_id, id),
  CHECK (((value IS NULL) = (missing_reason IS NOT NULL))),
  CHECK (((year >= 1900) AND (year <= 2200))),
  CHECK ((gender = ANY (ARRAY['T'::text, 'K'::text, 'M'::text]))),
  CHECK ((missing_reason = ANY (ARRAY['notReported'::text, 'notApplicable'::text, 'secret'::text, 'notYetPublished'::text, 'unknown'::text])))
)
alter table force row level security
CREATE UNIQUE INDEX local_value_place ON situation.local_value USING btree (tenant_id, key_figure_id, COALESCE(unit_id, '00000000-0000-0000-0000-000000000000'::uuid), year, gender)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON situation.local_value DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table situation.local_value_draft (
  tenant_id uuid not null,
  id uuid not null,
  file_name text not null,
  content bytea not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK ((length(file_name) <= 255)),
  CHECK ((octet_length(content) <= 10485760))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON situation.local_value_draft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id', 'content')
grant delete, insert, select, update to samband_app

table situation.observation (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  area text not null default ''::text,
  department_id uuid,
  note text not null default ''::text,
  experience text not null default ''::text,
  experienced_by text,
  agreement text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES tenancy.department(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((agreement = ANY (ARRAY['agrees'::text, 'disagrees'::text]))),
  CHECK ((experienced_by = ANY (ARRAY['staff'::text, 'users'::text, 'relatives'::text, 'managers'::text, 'elected'::text, 'residents'::text]))),
  CHECK ((length(area) <= 40)),
  CHECK ((length(experience) <= 20000)),
  CHECK ((length(note) <= 20000))
)
alter table force row level security
CREATE INDEX observation_by_change ON situation.observation USING btree (tenant_id, active, changed_at DESC)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON situation.observation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table situation.observation_figure (
  tenant_id uuid not null,
  id uuid not null,
  observation_id uuid not null,
  kpi text not null,
  municipality text not null,
  year integer not null,
  comparison text not null,
  frozen jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, observation_id, kpi, municipality, year, comparison),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, observation_id) REFERENCES situation.observation(tenant_id, id),
  CHECK (((length(kpi) >= 1) AND (length(kpi) <= 40))),
  CHECK (((year >= 1900) AND (year <= 2200))),
  CHECK ((comparison = ANY (ARRAY['similar'::text, 'class'::text, 'all'::text, 'own'::text]))),
  CHECK ((municipality ~ '^[0-9]{4}$'::text))
)
alter table force row level security
CREATE UNIQUE INDEX observation_figure_tenant_id_observation_id_kpi_municipalit_key ON situation.observation_figure USING btree (tenant_id, observation_id, kpi, municipality, year, comparison)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON situation.observation_figure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table situation.shared_page (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  link_hash text not null,
  content jsonb not null,
  snapshot jsonb not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (link_hash),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK ((kind = ANY (ARRAY['situation'::text, 'keyFigure'::text])))
)
alter table force row level security
CREATE UNIQUE INDEX shared_page_link_hash_key ON situation.shared_page USING btree (link_hash)
policy link for select to public using ((link_hash = NULLIF(current_setting('samband.secret_hash'::text, true), ''::text)))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON situation.shared_page DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id', 'link_hash', 'content', 'snapshot')
grant delete, insert, select, update to samband_app

table situation.statistics_review (
  tenant_id uuid not null,
  id uuid not null,
  kpi text not null,
  municipality text not null,
  year integer not null,
  answers jsonb not null default '{}'::jsonb,
  note text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, kpi, municipality, year),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES tenancy.person(tenant_id, id),
  CHECK (((length(kpi) >= 1) AND (length(kpi) <= 40))),
  CHECK (((year >= 1900) AND (year <= 2200))),
  CHECK ((length(note) <= 20000)),
  CHECK ((municipality ~ '^[0-9]{4}$'::text))
)
alter table force row level security
CREATE UNIQUE INDEX statistics_review_tenant_id_kpi_municipality_year_key ON situation.statistics_review USING btree (tenant_id, kpi, municipality, year)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON situation.statistics_review DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table tenancy.committee (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  short_name text not null default ''::text,
  kind text not null,
  parent_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES tenancy.committee(tenant_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((kind = ANY (ARRAY['municipalCouncil'::text, 'executiveBoard'::text, 'committee'::text, 'workingCommittee'::text, 'councilDraftingCommittee'::text]))),
  CHECK ((length(short_name) <= 20))
)
alter table force row level security
CREATE UNIQUE INDEX committee_name ON tenancy.committee USING btree (tenant_id, lower(name))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON tenancy.committee DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table tenancy.department (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  short_name text not null default ''::text,
  committee_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, committee_id) REFERENCES tenancy.committee(tenant_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((length(short_name) <= 20))
)
alter table force row level security
CREATE UNIQUE INDEX department_name ON tenancy.department USING btree (tenant_id, lower(name))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON tenancy.department DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table tenancy.import_draft (
  tenant_id uuid not null,
  id uuid not null,
  file_name text not null,
  content bytea not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  CHECK ((length(file_name) <= 255)),
  CHECK ((octet_length(content) <= 10485760))
)
alter table force row level security
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON tenancy.import_draft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id', 'content')
grant delete, insert, select, update to samband_app

table tenancy.person (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  title text not null default ''::text,
  email text,
  organisation text not null default ''::text,
  department_id uuid,
  unit_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  search text default lower(((((name || ' '::text) || title) || ' '::text) || organisation)),
  search_email text default lower(COALESCE(email, ''::text)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES tenancy.department(tenant_id, id),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES tenancy.unit(tenant_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((length(email) <= 320)),
  CHECK ((length(organisation) <= 200)),
  CHECK ((length(title) <= 200))
)
alter table force row level security
CREATE INDEX person_by_department ON tenancy.person USING btree (tenant_id, department_id)
CREATE INDEX person_by_name ON tenancy.person USING btree (tenant_id, active, foundation.swedish_order(name) COLLATE "C", id) INCLUDE (name)
CREATE INDEX person_by_title ON tenancy.person USING btree (tenant_id, active, foundation.swedish_order(title) COLLATE "C", id) INCLUDE (title)
CREATE INDEX person_by_unit ON tenancy.person USING btree (tenant_id, unit_id)
CREATE UNIQUE INDEX person_email ON tenancy.person USING btree (tenant_id, lower(email)) WHERE (email IS NOT NULL)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON tenancy.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table tenancy.role_assignment (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  department_id uuid,
  unit_id uuid,
  committee_id uuid,
  valid_from date,
  valid_to date,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, committee_id) REFERENCES tenancy.committee(tenant_id, id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES tenancy.department(tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES tenancy.person(tenant_id, id),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES tenancy.unit(tenant_id, id),
  CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_from <= valid_to))),
  CHECK ((num_nonnulls(department_id, unit_id, committee_id) <= 1)),
  CHECK ((role = ANY (ARRAY['administrator'::text, 'programmeLead'::text, 'analyst'::text, 'manager'::text, 'staff'::text, 'secretary'::text, 'elected'::text, 'mentor'::text, 'auditor'::text])))
)
alter table force row level security
CREATE INDEX role_assignment_by_role ON tenancy.role_assignment USING btree (tenant_id, role)
CREATE INDEX role_assignment_person ON tenancy.role_assignment USING btree (tenant_id, person_id)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON tenancy.role_assignment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

table tenancy.tenant (
  tenant_id uuid not null,
  code text not null,
  name text not null,
  colour text not null default '1d5c4d'::text,
  logo bytea,
  logo_type text,
  figures text not null default 'kolada'::text,
  settings jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  example boolean not null default false,
  logo_name text not null default ''::text,
  logo_used boolean not null default true,
  logo_hash text default encode(sha256(logo), 'hex'::text),
  PRIMARY KEY (tenant_id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((logo IS NULL) = (logo_type IS NULL))),
  CHECK ((code ~ '^[0-9]{4}$'::text)),
  CHECK ((colour ~ '^[0-9a-f]{6}$'::text)),
  CHECK ((figures = ANY (ARRAY['kolada'::text, 'example'::text]))),
  CHECK ((length(logo_name) <= 255)),
  CHECK ((logo_type = ANY (ARRAY['image/png'::text, 'image/svg+xml'::text, 'image/jpeg'::text]))),
  CHECK ((octet_length(logo) <= 262144))
)
alter table force row level security
policy owner for all to owner using (true)
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON tenancy.tenant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('tenant_id', 'logo')
grant delete, insert, select, update to samband_app

table tenancy.unit (
  tenant_id uuid not null,
  id uuid not null,
  department_id uuid not null,
  parent_id uuid,
  name text not null,
  ou text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenancy.tenant(tenant_id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES tenancy.department(tenant_id, id),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES tenancy.unit(tenant_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((length(ou) <= 40))
)
alter table force row level security
CREATE INDEX unit_by_parent ON tenancy.unit USING btree (tenant_id, parent_id)
CREATE UNIQUE INDEX unit_name ON tenancy.unit USING btree (tenant_id, department_id, COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name))
policy tenant for all to public using ((tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))) with check ((tenant_id = foundation.current_tenant()))
CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON tenancy.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.append('id')
grant delete, insert, select, update to samband_app

CREATE OR REPLACE FUNCTION audit.append()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'audit', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_sort TO 'off'
AS $function$
declare
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  current_row jsonb := coalesce(after_row, before_row);
  tenant uuid := (current_row ->> 'tenant_id')::uuid;
  last_link chain;
  own_link entry;
  link entry;
  first_in_transaction boolean;
  secret text;
begin
  if before_row = after_row then return null; end if;
  for i in 1 .. tg_nargs - 1 loop
    secret := tg_argv[i];
    if before_row ->> secret is not null then before_row := before_row || jsonb_build_object(secret, '***'); end if;
    if after_row ->> secret is not null then after_row := after_row || jsonb_build_object(secret, '***'); end if;
  end loop;
  -- An owner that is no superuser meets the policies too.
  perform set_config('samband.tenant', tenant::text, true);
  select * into last_link from chain where tenant_id = tenant for update;
  if not found then
    insert into chain values (tenant, 0, sha256(convert_to(tenant::text, 'UTF8'))) on conflict do nothing;
    select * into last_link from chain where tenant_id = tenant for update;
  end if;
  -- Whoever holds the lock is alone past the chain's end: what stands there was appended by this transaction.
  select * into own_link from entry where tenant_id = tenant and sequence > last_link.sequence order by sequence desc limit 1;
  first_in_transaction := not found;
  if not first_in_transaction then
    last_link.sequence := own_link.sequence;
    last_link.hash := own_link.hash;
  end if;
  link.tenant_id := tenant;
  link.sequence := last_link.sequence + 1;
  link.at := clock_timestamp();
  link.person_id := foundation.current_person();
  link.request_id := coalesce(current_setting('samband.request', true), '');
  link.origin := coalesce(current_setting('samband.origin', true), '');
  link.operation := lower(tg_op);
  link.table_name := tg_table_schema || '.' || tg_table_name;
  link.row_key := (select jsonb_object_agg(key_column, current_row -> key_column) from unnest(string_to_array(tg_argv[0], ',')) key_column);
  link.before := before_row;
  link.after := after_row;
  link.previous_hash := last_link.hash;
  link.hash := link_hash(link);
  insert into entry select link.*;
  -- Changes nothing; it queues `close`, which runs when every row that waits now has been appended.
  if first_in_transaction then update chain set sequence = sequence where tenant_id = tenant; end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION audit.audited(target regclass, key_columns text DEFAULT 'id'::text, VARIADIC secrets text[] DEFAULT '{}'::text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create constraint trigger audit after insert or update or delete on %s deferrable initially deferred for each row execute function audit.append(%s)',
    target, (select string_agg(quote_literal(argument), ', ') from unnest(array_prepend(key_columns, secrets)) argument));
end $function$

CREATE OR REPLACE FUNCTION audit.check_links(tenant uuid, after_sequence bigint, up_to bigint, how_many integer)
 RETURNS TABLE(checked bigint, last_sequence bigint, broken bigint)
 LANGUAGE sql
 STABLE
AS $function$
  with start as (
    select coalesce((select e.hash from audit.entry e where e.tenant_id = tenant and e.sequence = after_sequence),
      sha256(convert_to(tenant::text, 'UTF8'))) as hash
  ), links as (
    select e.sequence, e.hash, e.previous_hash, audit.link_hash(e) as expected,
      lag(e.hash, 1, (select hash from start)) over (order by e.sequence) as hash_before,
      after_sequence + row_number() over (order by e.sequence) as place
    from (select * from audit.entry where tenant_id = tenant and sequence > after_sequence and sequence <= up_to
      order by sequence limit how_many) e
  )
  select count(*), max(sequence), min(least(sequence, place)) filter (where hash <> expected or previous_hash <> hash_before or sequence <> place)
  from links;
$function$

CREATE OR REPLACE FUNCTION audit.close()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'audit', 'pg_temp'
AS $function$
begin
  perform set_config('samband.tenant', new.tenant_id::text, true);
  update chain c set sequence = e.sequence, hash = e.hash
  from (select sequence, hash from entry where tenant_id = new.tenant_id order by sequence desc limit 1) e
  where c.tenant_id = new.tenant_id and e.sequence > c.sequence;
  return null;
end $function$

CREATE OR REPLACE FUNCTION audit.link_hash(link audit.entry)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
RETURN sha256(((link).previous_hash || convert_to((jsonb_build_array((link).tenant_id, (link).sequence, (EXTRACT(epoch FROM (link).at))::text, (link).person_id, (link).request_id, (link).origin, (link).operation, (link).table_name, (link).row_key, (link).before, (link).after))::text, 'UTF8'::name)))

CREATE OR REPLACE FUNCTION causes.cause_without_cycle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION followup.unconfirm_other_benefit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new.confirmed_by := null;
  new.confirmed_on := null;
  return new;
end
$function$

CREATE OR REPLACE FUNCTION foundation.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('samband.person'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION foundation.current_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('samband.tenant'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION foundation.protect(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  target_schema text := (select relnamespace::regnamespace::text from pg_class where oid = target);
begin
  execute format('grant usage on schema %s to samband_app', target_schema);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (tenant_id = (select foundation.current_tenant()))
    with check (tenant_id = foundation.current_tenant())', target);
  execute format('grant select, insert, update, delete on %s to samband_app', target);
end $function$

CREATE OR REPLACE FUNCTION foundation.swedish_order(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(lower(value), 'ÅåÄäÆæÖöØøÉéÈèÊêËëÁáÀàÂâÃãÜüÚúÙùÛûÍíÌìÎîÏïÓóÒòÔôÕõÑñÇç'::text, '{{||||}}}}eeeeeeeeaaaaaaaayyuuuuuuiiiiiiiioooooooonncc'::text)

CREATE OR REPLACE FUNCTION identity.forgive_attempt(subjects text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'identity', 'pg_catalog', 'pg_temp'
AS $function$
  delete from attempt where subject = subjects[1];
  delete from attempt where (subject, id) in (
    select subject, max(id) from attempt where subject = any (subjects[2:]) group by subject);
$function$

CREATE OR REPLACE FUNCTION identity.next_attempt(subject_asked text, most integer, window_seconds integer, moment timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'identity', 'pg_catalog', 'pg_temp'
AS $function$
  select a.at + make_interval(secs => window_seconds) from attempt a
    where a.subject = subject_asked and a.at > moment - make_interval(secs => window_seconds)
    order by a.at desc, a.id desc offset most - 1 limit 1;
$function$

CREATE OR REPLACE FUNCTION identity.note_attempt(subjects text[], limits integer[], window_seconds integer, moment timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'identity', 'pg_catalog', 'pg_temp'
AS $function$
declare
  next_at timestamptz;
begin
  -- In one order for all, so that two cannot wait for each other; without it two at once would both see the last free place.
  perform pg_advisory_xact_lock(hashtextextended('identity.attempt/' || s, 0)) from (select unnest(subjects) s order by 1) ordered;
  -- No window is longer than a day.
  delete from attempt where at < moment - interval '1 day';
  select max(free_at) into next_at from (
    select (
      select a.at + make_interval(secs => window_seconds) from attempt a
      where a.subject = l.subject and a.at > moment - make_interval(secs => window_seconds)
      order by a.at desc, a.id desc offset l.most - 1 limit 1) as free_at
    from unnest(subjects, limits) as l (subject, most)) full_subjects;
  if next_at is not null then return next_at; end if;
  insert into attempt (subject, at) select unnest(subjects), moment;
  return null;
end $function$

CREATE OR REPLACE FUNCTION identity.presented_hash()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('samband.secret_hash'::text, true), ''::text)

CREATE OR REPLACE FUNCTION jobs.add_job(task text, payload jsonb, job_key text, run_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tenant uuid := foundation.current_tenant();
begin
  perform graphile_worker.add_job(
    task,
    (payload || jsonb_build_object('tenantId', tenant))::json,
    run_at => add_job.run_at,
    -- Two municipalities may choose the same key.
    job_key => coalesce(tenant::text, '') || '/' || add_job.job_key);
end $function$

CREATE OR REPLACE FUNCTION reports.part_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select state from reports.report where tenant_id = new.tenant_id and id = new.report_id for share) = 'adopted' then
    raise exception 'report % is adopted', new.report_id using errcode = '23514', constraint = 'part_stands';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION reports.report_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'adopted' and new.state = 'adopted'
    and (new.title, new.kind, new.focus_areas, new.year, new.comparison, new.language, new.author, new.registry_number, new.edition)
      is distinct from
      (old.title, old.kind, old.focus_areas, old.year, old.comparison, old.language, old.author, old.registry_number, old.edition)
  then
    raise exception 'report % is adopted', old.id using errcode = '23514', constraint = 'report_stands';
  end if;
  return new;
end $function$
