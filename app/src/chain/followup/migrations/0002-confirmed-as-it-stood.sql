-- An economist confirms an amount as it stands. When it becomes another amount, year, colour or action, by a form, a sheet, a program or a
-- restored version, nobody has confirmed that, and the confirmation is gone until it is given anew.
create function unconfirm_other_benefit() returns trigger language plpgsql set search_path = '' as $$
begin
  new.confirmed_by := null;
  new.confirmed_on := null;
  return new;
end
$$;

create trigger benefit_confirmed_as_it_stood before update on benefit
  for each row when (
    old.confirmed_on is not null
    and (new.confirmed_by, new.confirmed_on) is not distinct from (old.confirmed_by, old.confirmed_on)
    and (new.actual, new.year, new.colour, new.action) is distinct from (old.actual, old.year, old.colour, old.action)
  )
  execute function unconfirm_other_benefit();
