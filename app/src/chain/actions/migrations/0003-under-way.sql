-- When it was done or stopped; null while it is open.
alter table action add column closed_on date;

-- A telling may say how it goes, that the work has begun, is done, has been stopped or begun again, or both.
alter table action_status alter column status drop not null;
alter table action_status add column state text check (state in ('planned', 'ongoing', 'done', 'stopped'));
alter table action_status add constraint action_status_says_something check (num_nonnulls(status, state) > 0);

-- The list has a hundred thousand rows in some municipalities: each of its orders and filters is read from its own index.
drop index action_by_change, action_by_end, action_by_focus, action_by_owner;
create index action_by_change on action (tenant_id, active, changed_at, id);
create index action_by_title on action (tenant_id, active, (foundation.swedish_order(title) collate "C"), id);
create index action_by_start on action (tenant_id, active, starts, id);
create index action_by_end on action (tenant_id, active, ends, id);
create index action_by_state on action (tenant_id, active, state, ends);
create index action_by_status on action (tenant_id, active, status, id);
create index action_by_owner on action (tenant_id, owner, ends);
create index action_by_focus on action (tenant_id, focus_area);
create index action_by_department on action (tenant_id, department);
create index action_by_unit on action (tenant_id, unit);
