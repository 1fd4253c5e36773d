-- A stay has two cases, the professional one and the facility's. A case knows who has it, who has it open, what holds it and until when
-- it is due. The columns payer_id, filing_deadline, specialty and billed_at are set from other services' news, apart from the case's
-- revision. Cases of before are professional ones of office visits; those that are open are due at once.
alter table coding_case add column kind text not null default 'PROFESSIONAL';
alter table coding_case drop constraint coding_case_organization_id_encounter_id_key;
alter table coding_case add unique (organization_id, encounter_id, kind);
alter table coding_case
    add column setting text not null default 'OFFICE',
    add column admission_date date,
    add column discharge_date date,
    add column primary_coverage_id uuid,
    add column documents jsonb not null default '[]',
    add column charge_cents bigint not null default 0,
    add column completed_by text,
    add column version_by text,
    add column present_on_admission jsonb not null default '[]',
    add column procedures jsonb not null default '[]',
    add column acknowledgements jsonb not null default '[]',
    add column unrelated_conditions jsonb not null default '[]',
    add column due_on date not null default current_date,
    add column hold_reason text,
    add column held_by text,
    add column held_at timestamptz,
    add column lease_by text,
    add column lease_until timestamptz,
    add column coded_by text,
    add column coded_at timestamptz,
    add column passed_through boolean not null default false,
    add column released_at timestamptz,
    add column payer_id uuid,
    add column filing_deadline date,
    add column specialty text,
    add column billed_at timestamptz;
update coding_case set
    primary_coverage_id = cast(coverage_ids ->> 0 as uuid),
    charge_cents = (select coalesce(sum(cast(service ->> 'chargeCents' as bigint)), 0) from jsonb_array_elements(services) service);
update coding_case c set (coded_by, coded_at, released_at) = (
    select v.coded_by, v.coded_at, v.coded_at from coding_case_version v where v.case_id = c.id order by v.version desc limit 1)
 where exists (select from coding_case_version v where v.case_id = c.id);
create index on coding_case (organization_id, assigned_to) where status in ('ASSIGNED', 'IN_PROGRESS', 'QUERY_OPEN');
create index on coding_case (organization_id, coded_by, coded_at);
create index on coding_case (organization_id, primary_coverage_id);
create index on coding_case (organization_id, payer_id);
create index on coding_case (organization_id, practitioner_id);

alter table coding_case_version
    add column opened_by text,
    add column present_on_admission jsonb not null default '[]',
    add column procedures jsonb not null default '[]',
    add column acknowledgements jsonb not null default '[]',
    add column unrelated_conditions jsonb not null default '[]';

-- When somebody worked on a case, in stretches: a figure of an hour's work is made of these.
create table coding_work_span (
    id              uuid primary key default gen_random_uuid(),
    organization_id text        not null default current_setting('app.organization', true),
    case_id         uuid        not null references coding_case,
    coder           text        not null,
    started_at      timestamptz not null,
    last_at         timestamptz not null
);
create index on coding_work_span (organization_id, case_id, coder);
create index on coding_work_span (organization_id, coder, started_at);
select enable_tenancy('coding_work_span');

create table coding_case_hold (
    id              uuid primary key default gen_random_uuid(),
    organization_id text        not null default current_setting('app.organization', true),
    case_id         uuid        not null references coding_case,
    reason          text        not null,
    held_by         text        not null,
    held_at         timestamptz not null,
    ended_by        text,
    ended_at        timestamptz
);
create index on coding_case_hold (organization_id, case_id);
select enable_tenancy('coding_case_hold');
