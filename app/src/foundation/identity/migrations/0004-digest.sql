-- Whether the person wants the week's mail about what is late or near.
alter table account add column weekly_digest boolean not null default true;
