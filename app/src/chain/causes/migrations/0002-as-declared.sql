-- A guide without questions is none; and the lists begin with what was changed last.
alter table guide add check (length(questions) >= 1);
create index problem_by_change on problem (tenant_id, changed_at, id);
create index cause_by_change on cause (tenant_id, changed_at, id);
create index suggestion_by_change on suggestion (tenant_id, changed_at, id);
create index evidence_by_change on evidence (tenant_id, changed_at, id);
create index guide_by_change on guide (tenant_id, changed_at, id);
create index interview_by_change on interview (tenant_id, changed_at, id);
