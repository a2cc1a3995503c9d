-- When it was done or stopped; null while it is open.
alter table action add column closed_on date;

-- A telling may say how it goes, that the work has begun, is done, has been stopped or begun again, or both.
alter table action_status alter column status drop not null;
alter table action_status add column state text check (state in ('planned', 'ongoing', 'done', 'stopped'));
alter table action_status add constraint action_status_says_something check (num_nonnulls(status, state) > 0);

-- The board and the lists of what is late ask by state, in the order of the last day.
create index action_by_state on action (tenant_id, state, ends);
create index action_by_start on action (tenant_id, starts);
