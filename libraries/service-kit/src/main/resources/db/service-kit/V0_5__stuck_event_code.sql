-- Why an event is stuck, as a word that programs can rely on; the reason beside it is for people. Rows of before have none.
alter table stuck_event add column code text not null default 'unspecified';
