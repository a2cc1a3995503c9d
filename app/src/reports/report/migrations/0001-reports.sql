-- Reports that the municipality keeps: what each took from the chain, frozen, and what people have written around it.
create table report (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  kind text not null default 'interim' check (kind in ('interim', 'situation')),
  focus_areas uuid[] not null default '{}',
  year integer not null check (year between 1990 and 2200),
  comparison text not null default 'similar' check (comparison in ('similar', 'class', 'all')),
  language text not null default 'sv' check (language in ('sv', 'en')),
  author text not null default '' check (length(author) <= 200),
  registry_number text not null default '' check (length(registry_number) <= 100),
  -- While it is adopted nothing of it moves; a new version begins by making it a draft again.
  state text not null default 'draft' check (state in ('draft', 'adopted')),
  -- Of the edition that was adopted last.
  edition integer check (edition between 1 and 10000),
  adopted_on date,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  search text generated always as (lower(title || ' ' || author || ' ' || registry_number)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create index report_by_change on report (tenant_id, changed_at, id);

-- What a report says of itself stands while it is adopted; only taking it up again as a draft is let through.
create function report_stands() returns trigger language plpgsql as $$
begin
  if old.state = 'adopted' and new.state = 'adopted'
    and (new.title, new.kind, new.focus_areas, new.year, new.comparison, new.language, new.author, new.registry_number, new.edition)
      is distinct from
      (old.title, old.kind, old.focus_areas, old.year, old.comparison, old.language, old.author, old.registry_number, old.edition)
  then
    raise exception 'report % is adopted', old.id using errcode = '23514', constraint = 'report_stands';
  end if;
  return new;
end $$;
create trigger report_stands before update on report for each row execute function report_stands();

-- What was taken in, composed and ready to be written, by the hash of its content. It is never changed; a report points at it.
create table material (
  tenant_id uuid not null references tenancy.tenant,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, hash),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- A part of a report. A section of one's own has the kind 'own' and no material.
create table part (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (length(kind) between 1 and 50),
  -- The focus area that it is about, where it is about one.
  subject uuid,
  -- The chapter that it stands in.
  parent uuid,
  place integer not null,
  appendix boolean not null default false,
  chosen boolean not null default true,
  -- False when what it told of is no longer part of the report: what was written around it is kept.
  present boolean not null default true,
  heading text not null default '' check (length(heading) <= 200),
  text_before text not null default '' check (length(text_before) <= 20000),
  text_after text not null default '' check (length(text_after) <= 20000),
  material text,
  taken_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  check ((kind = 'own') = (material is null)),
  check (kind <> 'own' or heading <> ''),
  foreign key (tenant_id, report_id) references report,
  foreign key (tenant_id, parent) references part,
  foreign key (tenant_id, material) references material,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);
create unique index part_once on part (tenant_id, report_id, kind, subject) nulls not distinct where kind <> 'own';

create function part_stands() returns trigger language plpgsql as $$
begin
  if (select state from reports.report where tenant_id = new.tenant_id and id = new.report_id for share) = 'adopted' then
    raise exception 'report % is adopted', new.report_id using errcode = '23514', constraint = 'part_stands';
  end if;
  return new;
end $$;
create trigger part_stands before insert or update on part for each row execute function part_stands();

-- A report as it was adopted: the whole document. It is never changed; a correction is a new edition.
create table edition (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  report_id uuid not null,
  number integer not null check (number between 1 and 10000),
  title text not null check (length(title) between 1 and 200),
  kind text not null check (kind in ('interim', 'situation')),
  adopted_on date not null,
  -- Who adopted it, as a body: "Styrgruppen".
  body text not null check (length(body) between 1 and 200),
  document jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, report_id, number),
  foreign key (tenant_id, report_id) references report,
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

-- The municipality's own Word template; its styles, header, footer and logo are used. One row.
create table word_template (
  tenant_id uuid not null references tenancy.tenant,
  file_name text not null check (length(file_name) between 1 and 255),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  -- False when it has been put aside: reports are then written in Samband's own look.
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid,
  changed_at timestamptz not null default now(), changed_by uuid,
  primary key (tenant_id),
  foreign key (tenant_id, created_by) references tenancy.person,
  foreign key (tenant_id, changed_by) references tenancy.person
);

select foundation.protect(t) from unnest(array['report', 'material', 'part', 'edition', 'word_template']::regclass[]) t;
select audit.audited(t) from unnest(array['report', 'part', 'edition']::regclass[]) t;
select audit.audited('material', 'hash');
select audit.audited('word_template', 'tenant_id');
-- What was taken in and what was adopted stands, whoever asks.
revoke update, delete on material, edition from samband_app;
revoke delete on part from samband_app;
