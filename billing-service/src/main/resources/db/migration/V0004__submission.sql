-- What goes to a payer is written down before it is sent: after a crash the same bytes go again, which is harmless,
-- and no claim is lost or sent in two files.
create sequence interchange_control_number minvalue 1 maxvalue 999999999 cycle;
grant usage on sequence interchange_control_number to ${service_role};

-- bytes of files sent and received; apart, so that lists never read them
create table x12_content (
    id              uuid primary key,
    organization_id text not null,
    content         bytea not null
);

create table submission (
    id                         uuid primary key,
    organization_id            text not null,
    connection                 text not null,
    payer_id                   uuid not null,
    state                      text not null,
    interchange_control_number text not null,
    claim_count                int not null,
    total_charge_cents         bigint not null,
    sha256                     text not null,
    written_at                 timestamptz not null,
    sent_at                    timestamptz,
    attempts                   int not null,
    next_attempt_at            timestamptz,
    remote_id                  text,
    acknowledgment             text
);
create index submission_written on submission (organization_id, id) where state = 'WRITTEN';
create index submission_by_control_number on submission (organization_id, interchange_control_number);

select enable_tenancy('x12_content');
select enable_tenancy('submission');
