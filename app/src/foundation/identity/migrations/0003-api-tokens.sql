-- What a program shows to act as a person, as far as that person's roles reach. It dies with its last day, with its owner's word, and with the account.
create table api_token (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- SHA-256 of 256 random bits that are shown once.
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  may_write boolean not null,
  last_day date not null,
  last_used_at timestamptz,
  -- A token that has been taken away is kept: whoever still shows it is told so, and is no guesser.
  revoked_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references account on delete cascade
);
create unique index api_token_hash on api_token (token_hash);
create index api_token_person on api_token (tenant_id, person_id);

select foundation.protect('api_token');

create policy presented on api_token for select to samband_app using (token_hash = identity.presented_hash());
create policy presented_token on account for select to samband_app using (
  identity.presented_hash() is not null and exists (
    select from identity.api_token t where t.token_hash = identity.presented_hash()
      and t.tenant_id = account.tenant_id and t.person_id = account.person_id));

-- last_used_at changes every minute that a program works; what it changed stands in the trail by itself.
create constraint trigger audit after insert or delete
  or update of person_id, name, token_hash, may_write, last_day, revoked_at, created_at on api_token
  deferrable initially deferred for each row execute function audit.append('id', 'token_hash');

-- When the next attempt may be made, or null when it may be made now: to look before a secret is tried, without noting anything.
create function next_attempt(subject_asked text, most integer, window_seconds integer, moment timestamptz) returns timestamptz
language sql stable security definer set search_path = identity, pg_catalog, pg_temp as $$
  select a.at + make_interval(secs => window_seconds) from attempt a
    where a.subject = subject_asked and a.at > moment - make_interval(secs => window_seconds)
    order by a.at desc, a.id desc offset most - 1 limit 1;
$$;
revoke all on function next_attempt from public;
grant execute on function next_attempt to samband_app;
