-- The areas that the program knows, as the declaration has them; and the lists begin with what was changed last.
alter table candidate add check (area in ('forskola', 'grundskola', 'fritidshem', 'gymnasieskola', 'aldreomsorg', 'lss',
  'ekonomiskt-bistand', 'lokaler', 'personal', 'ekonomi'));
create index candidate_by_change on candidate (tenant_id, changed_at, id);
create index area_by_change on area (tenant_id, changed_at, id);
