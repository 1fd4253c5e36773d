package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What the first payer decided first about each claim, by its adjustments, for the denial rate: also where it has passed the claim on, or a
 * person had to look. Estimates, reversals and claims returned as unprocessable decide nothing.
 */
@ApplicationScoped
public class FirstDecisions {
    public static final List<String> DENIED = List.of("DENIED");
    public static final List<String> PARTLY_DENIED = List.of("PARTIALLY_PAID");
    public static final List<String> DECIDED = List.of("PAID", "PAID_AT_ZERO", "PARTIALLY_PAID", "DENIED");

    private static final String FIRST = """
            with first as (
                select decided.claim_id, decided.decision as adjudication, decided.remittance_id, payment.payment_date
                  from remittance payment
                  join remittance_claim decided on decided.organization_id = payment.organization_id and decided.remittance_id = payment.id
                 where payment.payment_date between :from and :to and decided.posting = 'posted' and decided.claim_id is not null
                   and decided.decision is not null and coalesce(decided.payer_turn, 1) = 1
                   and not exists (
                       select from remittance_claim earlier
                        where earlier.organization_id = decided.organization_id and earlier.claim_id = decided.claim_id and earlier.id < decided.id
                          and earlier.posting = 'posted' and earlier.decision is not null and coalesce(earlier.payer_turn, 1) = 1))
            """;

    private final EntityManager entities;

    FirstDecisions(EntityManager entities) {
        this.entities = entities;
    }

    /** Claims. */
    public record Counts(long denied, long partlyDenied, long decided) {}

    /** @param on the date of the payment */
    public record Decision(UUID claimId, UUID remittanceId, LocalDate on, String adjudication) {}

    @Transactional
    public Counts count(LocalDate from, LocalDate to) {
        var row = (Tuple) entities.createNativeQuery(FIRST + """
                        select count(*) filter (where adjudication = 'DENIED') as denied,
                               count(*) filter (where adjudication = 'PARTIALLY_PAID') as partly, count(*) as decided from first""", Tuple.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        return new Counts(count(row, "denied"), count(row, "partly"), count(row, "decided"));
    }

    private static long count(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }

    /** In the order of the claims' ids. @param adjudications which of them, e.g. {@link #DENIED} */
    @Transactional
    public List<Decision> list(LocalDate from, LocalDate to, List<String> adjudications, UUID after, int limit) {
        List<?> rows = entities.createNativeQuery(FIRST + """
                        select claim_id, remittance_id, cast(payment_date as text) as payment_date, adjudication from first
                         where first.adjudication = any(:adjudications) and first.claim_id > :after order by first.claim_id limit :limit""", Tuple.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("adjudications", adjudications.toArray(String[]::new))
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Decision(
                        row.get("claim_id", UUID.class),
                        row.get("remittance_id", UUID.class),
                        LocalDate.parse(row.get("payment_date", String.class)),
                        row.get("adjudication", String.class)
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')))
                .toList();
    }
}
