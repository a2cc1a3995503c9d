-- The example municipality stays the example when it looks at Kolada's figures: what it reads is a choice, what it is is not.
alter table tenant add column example boolean not null default false;
update tenant set example = true where figures = 'example';
