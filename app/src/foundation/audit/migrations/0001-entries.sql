-- Who, what, when, before, after, from where: one row per changed row, chained by hash within the tenant.
create table entry (
  tenant_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  person_id uuid,
  request_id text not null,
  origin text not null,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  table_name text not null,
  row_key jsonb not null,
  before jsonb,
  after jsonb,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, sequence)
);
create index entry_by_row on entry (tenant_id, table_name, row_key);
create index entry_by_person on entry (tenant_id, person_id, sequence);

-- The last link of each tenant's chain. Locked by whoever appends.
create table chain (
  tenant_id uuid primary key,
  sequence bigint not null,
  hash bytea not null
);

select foundation.protect('entry');
select foundation.protect('chain');
revoke insert, update, delete on entry, chain from samband_app;

-- jsonb prints its keys in a fixed order, so the text is canonical.
create function link_hash(link entry) returns bytea language sql immutable
  return sha256(link.previous_hash || convert_to(jsonb_build_array(
    link.tenant_id, link.sequence, extract(epoch from link.at)::numeric::text, link.person_id, link.request_id, link.origin,
    link.operation, link.table_name, link.row_key, link.before, link.after)::text, 'UTF8'));

-- The trigger of every audited table. Arguments: the key columns (comma-separated), then columns whose content must not be kept (secrets).
-- It runs as its owner, so that the unprivileged role can append only by really changing a row.
create function append() returns trigger language plpgsql security definer set search_path = audit, pg_temp as $$
declare
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  current_row jsonb := coalesce(after_row, before_row);
  tenant uuid := (current_row ->> 'tenant_id')::uuid;
  last_link chain;
  link entry;
  secret text;
begin
  if before_row = after_row then return null; end if;
  for i in 1 .. tg_nargs - 1 loop
    secret := tg_argv[i];
    if before_row ->> secret is not null then before_row := before_row || jsonb_build_object(secret, '***'); end if;
    if after_row ->> secret is not null then after_row := after_row || jsonb_build_object(secret, '***'); end if;
  end loop;
  -- An owner that is no superuser meets the policies too.
  perform set_config('samband.tenant', tenant::text, true);
  insert into chain values (tenant, 0, sha256(convert_to(tenant::text, 'UTF8'))) on conflict do nothing;
  select * into last_link from chain where tenant_id = tenant for update;
  link.tenant_id := tenant;
  link.sequence := last_link.sequence + 1;
  link.at := clock_timestamp();
  link.person_id := foundation.current_person();
  link.request_id := coalesce(current_setting('samband.request', true), '');
  link.origin := coalesce(current_setting('samband.origin', true), '');
  link.operation := lower(tg_op);
  link.table_name := tg_table_schema || '.' || tg_table_name;
  link.row_key := (select jsonb_object_agg(key_column, current_row -> key_column) from unnest(string_to_array(tg_argv[0], ',')) key_column);
  link.before := before_row;
  link.after := after_row;
  link.previous_hash := last_link.hash;
  link.hash := link_hash(link);
  insert into entry select link.*;
  update chain set sequence = link.sequence, hash = link.hash where tenant_id = tenant;
  return null;
end $$;

-- Deferred to the commit: all row locks are then held, so that waiting for the chain cannot deadlock with them.
create function audited(target regclass, key_columns text default 'id', variadic secrets text[] default '{}') returns void language plpgsql as $$
begin
  execute format('create constraint trigger audit after insert or update or delete on %s deferrable initially deferred for each row execute function audit.append(%s)',
    target, (select string_agg(quote_literal(argument), ', ') from unnest(array_prepend(key_columns, secrets)) argument));
end $$;

-- The first link that does not follow from the one before, or null when the chain holds.
create function first_broken(tenant uuid) returns bigint language sql stable as $$
  with links as (
    select e.sequence, e.hash, e.previous_hash, audit.link_hash(e) as expected,
      lag(e.hash, 1, sha256(convert_to(tenant::text, 'UTF8'))) over (order by e.sequence) as hash_before,
      row_number() over (order by e.sequence) as place
    from audit.entry e where e.tenant_id = tenant
  ), broken as (
    select min(sequence) as sequence from links
    where hash <> expected or previous_hash <> hash_before or sequence <> place
  ), ended as (
    select c.sequence from audit.chain c where c.tenant_id = tenant
      and not exists (select from audit.entry e where e.tenant_id = tenant and e.sequence = c.sequence and e.hash = c.hash)
  )
  select coalesce((select sequence from broken), (select sequence from ended));
$$;
