-- Rules of an organization or about a payer, as data: a row is one version of a rule, which is never edited once it was
-- switched on; the next version ends it.
create table claim_rule (
    id              uuid primary key,
    organization_id text not null,
    name            text not null,
    version         int not null,
    payer_id        uuid,
    state           text not null check (state in ('DRAFT', 'ACTIVE', 'OFF')),
    definition      text not null,
    effective_from  date not null,
    effective_to    date,
    owner           text not null,
    changed_by      text not null,
    changed_at      timestamptz not null,
    revision        bigint not null,
    unique (organization_id, name, version)
);
create unique index claim_rule_one_draft on claim_rule (organization_id, name) where state = 'DRAFT';

select enable_tenancy('claim_rule');
