-- The document itself: one of the files that hang on the piece of evidence.
alter table evidence add column document uuid,
  add foreign key (tenant_id, document) references register.attachment;
