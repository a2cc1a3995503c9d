-- A logo can be put aside without being lost. The name of its file and the hash of what it holds let its history be read: the picture itself is not audited.
alter table tenant add column logo_name text not null default '' check (length(logo_name) <= 255);
alter table tenant add column logo_used boolean not null default true;
alter table tenant add column logo_hash text generated always as (encode(sha256(logo), 'hex')) stored;
