-- Lists of people are read in Swedish order, a page at a time, also when there are a hundred thousand.
create index person_by_name on person (tenant_id, (foundation.swedish_order(name) collate "C"), id);
create index person_by_title on person (tenant_id, (foundation.swedish_order(title) collate "C"), id);
create index person_by_department on person (tenant_id, department_id);
create index person_by_unit on person (tenant_id, unit_id);
create index unit_by_parent on unit (tenant_id, parent_id);
create index role_assignment_by_role on role_assignment (tenant_id, role);

-- An uploaded file that its owner has seen the preview of but not yet said yes to.
create table import_draft (
  tenant_id uuid not null references tenant,
  id uuid not null,
  file_name text not null check (length(file_name) <= 255),
  content bytea not null check (octet_length(content) <= 10485760),
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id)
);
select foundation.protect('import_draft');
select audit.audited('import_draft', 'id', 'content');
