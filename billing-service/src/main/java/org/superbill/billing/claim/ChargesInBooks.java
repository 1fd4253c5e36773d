package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.ledger.AgainstRecords;
import org.superbill.billing.sql.Sql;

/**
 * The books charge each line of a claim as the newest version says that was sent to the first payer, and nothing once a void of it is with the
 * payer or they were taken out with the encounter; as the current version says where the patient is billed instead. Ageing counts from the days that the newest sent version says.
 */
@ApplicationScoped
class ChargesInBooks implements AgainstRecords {
    private static final String CHARGES = """
            with in_force as (
                select distinct on (version.claim_id) version.claim_id, version.frequency, version.facts
                  from claim_version version join claim on claim.organization_id = version.organization_id and claim.id = version.claim_id
                 where case when claim.billed_to = 'PATIENT' then version.version = claim.current_version and not claim.voided
                            else version.sent_at is not null and not claim.charges_taken_out
                                 and (coalesce((version.coordination::jsonb ->> 'sequence')::int, 1) = 1 or version.sent_by_former_system)
                                 and not (version.frequency = '8' and version.transport in ('REJECTED', 'REJECTED_ENVELOPE')) end
                 order by version.claim_id, version.version desc),
            said as (
                select claim_id, (line ->> 'lineNumber')::int as claim_line, (line ->> 'chargeCents')::bigint as cents
                  from in_force, jsonb_array_elements(facts::jsonb -> 'encounter' -> 'lines') line where frequency <> '8'),
            booked as (
                select claim_id, claim_line, -sum(amount_cents) as cents from ledger_line
                 where account in ('PATIENT_SERVICE_REVENUE', 'OPENING_BALANCE') and claim_id is not null and claim_line is not null
                 group by claim_id, claim_line)
            select claim_id, format('line %s is charged at %s in the books, and at %s in the claim', claim_line, coalesce(booked.cents, 0), coalesce(said.cents, 0))
              from said full join booked using (claim_id, claim_line)
             where coalesce(said.cents, 0) <> coalesce(booked.cents, 0) and exists (select from claim where claim.id = claim_id)
             limit ?""";
    private static final String DAYS = """
            with newest as (
                select distinct on (claim_id) claim_id, (facts::jsonb -> 'encounter' ->> 'serviceDate')::date as service_date
                  from claim_version where sent_at is not null order by claim_id, version desc)
            select claim_id, format('ages from %s in the books, and its service was on %s', dated.service_date, newest.service_date)
              from newest join ledger_claim_date dated using (claim_id)
             where dated.service_date <> newest.service_date
             limit ?""";

    private final Sql sql;

    ChargesInBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Difference> differences(int most) {
        return List.of(CHARGES, DAYS).stream()
                .flatMap(question -> sql
                        .list(
                                question,
                                row -> new Difference(null, row.getObject(1, UUID.class), row.getString(2)),
                                most)
                        .stream())
                .toList();
    }
}
