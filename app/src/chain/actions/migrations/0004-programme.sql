-- The programme that an action is part of is one of the municipality's own words. Nothing has written the column until now.
alter table action alter column programme type text using programme::text;
create index action_by_programme on action (tenant_id, programme);
