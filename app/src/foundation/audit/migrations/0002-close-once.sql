-- Moving the chain's last link for every row made a transaction quadratic in its rows: each update leaves a version of that one row
-- behind, and the next must step past them all. The links now follow each other by the entries themselves, and the chain is moved once, when
-- all rows of the transaction have been appended.
-- The plan of the look at the last entry is kept by the connection; made while the table is small it would read all of it for every row.
create or replace function append() returns trigger language plpgsql security definer
  set search_path = audit, pg_temp set enable_seqscan = off set enable_sort = off as $$
declare
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  current_row jsonb := coalesce(after_row, before_row);
  tenant uuid := (current_row ->> 'tenant_id')::uuid;
  last_link chain;
  own_link entry;
  link entry;
  first_in_transaction boolean;
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
  select * into last_link from chain where tenant_id = tenant for update;
  if not found then
    insert into chain values (tenant, 0, sha256(convert_to(tenant::text, 'UTF8'))) on conflict do nothing;
    select * into last_link from chain where tenant_id = tenant for update;
  end if;
  -- Whoever holds the lock is alone past the chain's end: what stands there was appended by this transaction.
  select * into own_link from entry where tenant_id = tenant and sequence > last_link.sequence order by sequence desc limit 1;
  first_in_transaction := not found;
  if not first_in_transaction then
    last_link.sequence := own_link.sequence;
    last_link.hash := own_link.hash;
  end if;
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
  -- Changes nothing; it queues `close`, which runs when every row that waits now has been appended.
  if first_in_transaction then update chain set sequence = sequence where tenant_id = tenant; end if;
  return null;
end $$;

create function close() returns trigger language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  perform set_config('samband.tenant', new.tenant_id::text, true);
  update chain c set sequence = e.sequence, hash = e.hash
  from (select sequence, hash from entry where tenant_id = new.tenant_id order by sequence desc limit 1) e
  where c.tenant_id = new.tenant_id and e.sequence > c.sequence;
  return null;
end $$;
create constraint trigger close after update on chain deferrable initially deferred
  for each row when (old.sequence = new.sequence) execute function close();

create index entry_by_time on entry (tenant_id, at);

-- Checks the links after one that is known to hold. `broken` is the first that does not follow from the one before.
create function check_links(tenant uuid, after_sequence bigint, up_to bigint, how_many integer)
returns table (checked bigint, last_sequence bigint, broken bigint) language sql stable as $$
  with start as (
    select coalesce((select e.hash from audit.entry e where e.tenant_id = tenant and e.sequence = after_sequence),
      sha256(convert_to(tenant::text, 'UTF8'))) as hash
  ), links as (
    select e.sequence, e.hash, e.previous_hash, audit.link_hash(e) as expected,
      lag(e.hash, 1, (select hash from start)) over (order by e.sequence) as hash_before,
      after_sequence + row_number() over (order by e.sequence) as place
    from (select * from audit.entry where tenant_id = tenant and sequence > after_sequence and sequence <= up_to
      order by sequence limit how_many) e
  )
  select count(*), max(sequence), min(least(sequence, place)) filter (where hash <> expected or previous_hash <> hash_before or sequence <> place)
  from links;
$$;
drop function first_broken(uuid);
