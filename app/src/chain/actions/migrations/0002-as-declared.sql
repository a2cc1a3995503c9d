-- The lists begin with what was changed last.
create index conclusion_by_change on conclusion (tenant_id, changed_at, id);
create index proposal_by_change on proposal (tenant_id, changed_at, id);
create index action_by_change on action (tenant_id, changed_at, id);
