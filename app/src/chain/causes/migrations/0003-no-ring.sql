-- A cause never lies under itself, whichever way it is moved: a ring would hang nowhere and be seen by nobody.
create function no_ring() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive above(id, parent) as (
      select c.id, c.parent from causes.cause c where c.tenant_id = new.tenant_id and c.id = new.parent
      union
      select c.id, c.parent from causes.cause c join above a on c.id = a.parent where c.tenant_id = new.tenant_id
    ) select from above where id = new.id
  ) then
    raise exception 'a cause would lie under itself' using errcode = 'check_violation', constraint = 'cause_no_ring';
  end if;
  return null;
end $$;
create constraint trigger no_ring after insert or update of parent on cause
  deferrable initially immediate for each row when (new.parent is not null) execute function no_ring();
