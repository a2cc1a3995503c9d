-- Attempts to sign in, to stop guessing. No tenant, since none is known yet, and no person: the subject is a keyed hash of an address,
-- an account or a network origin. The unprivileged role sees nothing of it and reaches it only through the two functions.
create table attempt (
  subject text not null check (subject ~ '^[0-9a-f]{64}$'),
  id bigint generated always as identity,
  at timestamptz not null,
  primary key (subject, id)
);
create index attempt_by_time on attempt (at);
alter table attempt enable row level security;
alter table attempt force row level security;
create policy owner on attempt to current_user using (true);

-- Notes one attempt for every subject, unless one of them has used up its number within the window; then nothing is noted and the
-- answer is when the next attempt may be made. A sliding window: no moment at which the count starts anew.
create function note_attempt(subjects text[], limits integer[], window_seconds integer, moment timestamptz) returns timestamptz
language plpgsql security definer set search_path = identity, pg_catalog, pg_temp as $$
declare
  next_at timestamptz;
begin
  -- In one order for all, so that two cannot wait for each other; without it two at once would both see the last free place.
  perform pg_advisory_xact_lock(hashtextextended('identity.attempt/' || s, 0)) from (select unnest(subjects) s order by 1) ordered;
  -- No window is longer than a day.
  delete from attempt where at < moment - interval '1 day';
  select max(free_at) into next_at from (
    select (
      select a.at + make_interval(secs => window_seconds) from attempt a
      where a.subject = l.subject and a.at > moment - make_interval(secs => window_seconds)
      order by a.at desc, a.id desc offset l.most - 1 limit 1) as free_at
    from unnest(subjects, limits) as l (subject, most)) full_subjects;
  if next_at is not null then return next_at; end if;
  insert into attempt (subject, at) select unnest(subjects), moment;
  return null;
end $$;

-- A successful attempt was no guess: its subjects get their place back, and the first subject (the address) starts afresh.
create function forgive_attempt(subjects text[]) returns void
language sql security definer set search_path = identity, pg_catalog, pg_temp as $$
  delete from attempt where subject = subjects[1];
  delete from attempt where (subject, id) in (
    select subject, max(id) from attempt where subject = any (subjects[2:]) group by subject);
$$;

revoke all on function note_attempt, forgive_attempt from public;
grant execute on function note_attempt, forgive_attempt to samband_app;
