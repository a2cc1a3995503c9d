-- The unprivileged role of every request. It belongs to the whole server, so another Samband database may have made it already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'samband_app') then
    create role samband_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  if not pg_has_role(current_user, 'samband_app', 'member') then
    execute format('grant samband_app to %I', current_user);
  end if;
end $$;

grant usage on schema foundation to samband_app;

-- The tenant of this transaction; null (and so no rows) when none has been set.
create function foundation.current_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('samband.tenant', true), '')::uuid;

create function foundation.current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('samband.person', true), '')::uuid;

-- Forced row-level security by tenant, and the rights of the unprivileged role. Every table of every slice calls this.
create function foundation.protect(target regclass) returns void language plpgsql as $$
declare
  target_schema text := (select relnamespace::regnamespace::text from pg_class where oid = target);
begin
  execute format('grant usage on schema %s to samband_app', target_schema);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (tenant_id = foundation.current_tenant()) with check (tenant_id = foundation.current_tenant())', target);
  execute format('grant select, insert, update, delete on %s to samband_app', target);
end $$;

-- For migrations that must read or change the rows of every tenant.
revoke all on foundation.migration from public;
