-- Mail on its way. A row is written in the same transaction as what causes it, so that neither exists without the other.
create table message (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  recipient text not null check (length(recipient) between 3 and 320),
  subject text not null check (length(subject) between 1 and 200),
  -- Emptied once the mail is sent: it may hold one-time links, and nobody reads it here again.
  text text not null,
  html text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  -- What the mail server answered the last time, for the administrator.
  fault text check (length(fault) <= 500),
  not_before timestamptz not null default now(),
  -- The lock of the process that is sending it now; after this time that process is taken for dead.
  claimed_until timestamptz,
  sent_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  check ((state = 'sent') = (sent_at is not null))
);
create index message_by_time on message (tenant_id, created_at desc);
create index message_waiting on message (tenant_id, id) where state = 'queued';
select foundation.protect('message');

-- Written and finished are kept in the audit trail. Attempts in between are not: a mail server that is down for a day would fill it.
create constraint trigger audit after insert or delete or update of recipient, subject, text, html, state on message
  deferrable initially deferred for each row execute function audit.append('id', 'text', 'html');
