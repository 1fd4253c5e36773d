-- A denial says of what kind it is, what caused it, what to do, how likely that pays, and until when it can be contested.
alter table denial add column category text not null default 'other';
alter table denial add column root_cause text not null default 'payer';
alter table denial add column action text not null default 'call-payer';
alter table denial add column chance_percent int not null default 30 check (chance_percent between 0 and 100);
alter table denial add column appeal_due date;
alter table denial add column payer_type text not null default 'COMMERCIAL';
alter table denial add column unprocessable boolean not null default false;
create index denial_open on denial (organization_id, appeal_due, id) where state = 'OPEN';
create index denial_by_reason on denial (organization_id, carc, id);
