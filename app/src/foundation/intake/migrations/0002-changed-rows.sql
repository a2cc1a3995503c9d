-- A list sorts by `changed` as the time of change; how many rows an import changed is another thing.
alter table import rename column changed to changed_rows;
