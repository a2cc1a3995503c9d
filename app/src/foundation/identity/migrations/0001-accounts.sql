-- What a person signs in with. One account per person; a person without one is only named in the organisation.
create table account (
  tenant_id uuid not null references tenancy.tenant,
  person_id uuid not null,
  -- Lower case. The same address may have accounts in several municipalities, each with a password of its own.
  email text not null check (email = lower(email) and length(email) between 3 and 320),
  -- argon2id in its PHC string; null until an invitation has been used, and for the persons of the example.
  password_hash text,
  language text check (language in ('sv', 'en')),
  disabled boolean not null default false,
  -- Sealed with AES-256-GCM under a key that is not in the database.
  totp_secret text,
  -- The time step of the last code that was used: a code works once (RFC 6238 5.2).
  totp_step bigint,
  -- SHA-256 of codes with 80 random bits; one is taken away when it is used.
  recovery_hashes text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references tenancy.person
);
create unique index account_email on account (tenant_id, email);
create index account_sign_in on account (email);

create table session (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  person_id uuid not null,
  -- SHA-256 of 256 random bits that only the person's browser holds.
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  user_agent text not null default '' check (length(user_agent) <= 120),
  origin text not null default '' check (length(origin) <= 64),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references account on delete cascade
);
create unique index session_token on session (token_hash);
create index session_person on session (tenant_id, person_id);

-- A link that works once: an invitation or a reset.
create table one_time_token (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'reset')),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null,
  used_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references account on delete cascade
);
create unique index one_time_token_hash on one_time_token (token_hash);
create index one_time_token_person on one_time_token (tenant_id, person_id, purpose);

select foundation.protect(t) from unnest(array['account', 'session', 'one_time_token']::regclass[]) t;

create function presented_hash() returns text language sql stable parallel safe
  return nullif(current_setting('samband.secret_hash', true), '');

-- Before a tenant is known, whoever presents a secret may read the one row that belongs to it – and, for a session, its account.
create policy presented on session for select to samband_app using (token_hash = identity.presented_hash());
create policy presented on one_time_token for select to samband_app using (token_hash = identity.presented_hash());
create policy presented on account for select to samband_app using (
  identity.presented_hash() is not null and exists (
    select from identity.session s where s.token_hash = identity.presented_hash()
      and s.tenant_id = account.tenant_id and s.person_id = account.person_id));
-- Signing in begins with an address only.
create policy signing_in on account for select to samband_app
  using (email = nullif(current_setting('samband.sign_in_email', true), ''));

select audit.audited('account', 'person_id', 'password_hash', 'totp_secret', 'totp_step', 'recovery_hashes');
select audit.audited('one_time_token', 'id', 'token_hash');
-- last_seen_at changes every minute that somebody works; it says nothing that the audit trail of their writes does not say better.
create constraint trigger audit after insert or delete
  or update of person_id, token_hash, user_agent, origin, expires_at, created_at on session
  deferrable initially deferred for each row execute function audit.append('id', 'token_hash');
