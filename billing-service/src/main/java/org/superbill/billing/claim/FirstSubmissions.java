package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.security.Caller;

/** How claims fared the first time that they were sent, for the clean-claim rate. */
@ApplicationScoped
public class FirstSubmissions {
    private static final String FIRST = """
            with first as (
                select sent.claim_id, claim.patient_id, cast(sent.sent_at at time zone :zone as date) as sent_on,
                       sent.transport = 'ACCEPTED' and not exists (
                           select from claim_history step
                            where step.organization_id = sent.organization_id and step.claim_id = sent.claim_id and step.claim_version = sent.version
                              and step.step in ('edits-failed', 'rejected', 'rejected-envelope', 'unprocessable')) as clean
                  from claim_version sent join claim on claim.organization_id = sent.organization_id and claim.id = sent.claim_id
                 where sent.version = 1 and not sent.sent_by_former_system and sent.transport in ('ACCEPTED', 'REJECTED', 'REJECTED_ENVELOPE')
                   and sent.sent_at >= cast(:from as timestamp) at time zone :zone and sent.sent_at < cast(:until as timestamp) at time zone :zone)
            """;

    private final EntityManager entities;
    private final Reference reference;
    private final Caller caller;

    FirstSubmissions(EntityManager entities, Reference reference, Caller caller) {
        this.entities = entities;
        this.reference = reference;
        this.caller = caller;
    }

    /** @param answered first sent in the range and accepted or rejected since; @param clean of them those accepted as they were first built */
    public record Counts(long clean, long answered) {}

    /** @param sentOn by the organization's calendar */
    public record Sent(UUID claimId, UUID patientId, LocalDate sentOn, boolean clean) {}

    @Transactional
    public Counts count(LocalDate from, LocalDate to) {
        var row = (Tuple) entities.createNativeQuery(
                        FIRST + "select count(*) filter (where clean) as clean, count(*) as answered from first",
                        Tuple.class)
                .setParameter("zone", zone())
                .setParameter("from", from.toString())
                .setParameter("until", to.plusDays(1).toString())
                .getSingleResult();
        return new Counts(((Number) row.get("clean")).longValue(), ((Number) row.get("answered")).longValue());
    }

    /** In the order of the claims' ids. */
    @Transactional
    public List<Sent> list(LocalDate from, LocalDate to, boolean cleanOnly, UUID after, int limit) {
        List<?> rows = entities.createNativeQuery(
                        FIRST
                                + "select claim_id, patient_id, cast(sent_on as text) as sent_on, clean from first where (clean or not :cleanOnly) and claim_id > :after order by claim_id limit :limit",
                        Tuple.class)
                .setParameter("zone", zone())
                .setParameter("from", from.toString())
                .setParameter("until", to.plusDays(1).toString())
                .setParameter("cleanOnly", cleanOnly)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Sent(
                        row.get("claim_id", UUID.class),
                        row.get("patient_id", UUID.class),
                        LocalDate.parse(row.get("sent_on", String.class)),
                        row.get("clean", Boolean.class)))
                .toList();
    }

    /** @param submissionId of the file that carries it */
    public record Version(UUID submissionId, String claimNumber) {}

    /**
     * The version that brought a charge into the books: the one that the entry names, else the last that was sent by the end of its day.
     *
     * @param memo of the entry
     */
    @Transactional
    public Optional<Version> ofCharge(UUID claimId, @Nullable String memo, LocalDate day) {
        var sent = sentBefore(claimId, day);
        return sent.stream()
                .filter(version -> ChargeEntries.memo(version.claimNumber()).equals(memo))
                .findFirst()
                .or(() -> sent.stream().findFirst());
    }

    /** The newest first. */
    private List<Version> sentBefore(UUID claimId, LocalDate day) {
        List<?> rows = entities.createNativeQuery("""
                        select submission_id, claim_number from claim_version
                         where claim_id = :claim and submission_id is not null and sent_at < cast(:until as timestamp) at time zone :zone order by version desc""", Tuple.class)
                .setParameter("claim", claimId)
                .setParameter("until", day.plusDays(1).toString())
                .setParameter("zone", zone())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Version(row.get("submission_id", UUID.class), row.get("claim_number", String.class)))
                .toList();
    }

    private String zone() {
        return reference.timeZoneOf(caller.requireOrganization()).getId();
    }
}
