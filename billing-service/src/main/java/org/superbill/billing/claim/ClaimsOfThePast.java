package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.denial.RefusedCents;
import org.superbill.billing.editrule.PastClaims;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.security.Caller;

/** Claims that were sent, for the dry run of a rule; read in portions, so that memory does not grow with their number. */
@ApplicationScoped
class ClaimsOfThePast implements PastClaims {
    private static final int PORTION = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final Denials denials;
    private final Reference reference;
    private final Caller caller;

    ClaimsOfThePast(EntityManager entities, Denials denials, Reference reference, Caller caller) {
        this.entities = entities;
        this.denials = denials;
        this.reference = reference;
        this.caller = caller;
    }

    @Override
    @Transactional
    public boolean each(LocalDate from, LocalDate to, @Nullable UUID payerId, int most, Consumer<PastClaim> consumer) {
        var zone = reference.timeZoneOf(caller.requireOrganization());
        var start = from.atStartOfDay(zone).toInstant();
        var end = to.plusDays(1).atStartOfDay(zone).toInstant();
        var after = FIRST;
        var read = new HashSet<AtPayer>();
        var claims = new HashSet<UUID>();
        while (true) {
            var portion = portion(start, end, payerId, after);
            var refusals =
                    denials.refusedCents(portion.stream().map(Sent::claimId).toList());
            for (var sent : portion) {
                var at = new AtPayer(sent.claimId(), sent.facts().payer().payerId());
                if (read.contains(at) || payerId != null && !at.payerId().equals(payerId)) {
                    continue;
                }
                if (read.size() == most) {
                    return true;
                }
                var isFirst = claims.add(at.claimId());
                consumer.accept(new PastClaim(
                        sent.claimId(),
                        sent.claimNumber(),
                        sent.facts(),
                        LocalDate.ofInstant(
                                sent.at(), ZoneId.of(sent.facts().organization().timeZone())),
                        sent.chargeCents(),
                        refusals.stream()
                                .filter(refused -> refused.isOf(at.claimId(), at.payerId(), isFirst))
                                .mapToLong(RefusedCents::cents)
                                .sum()));
                read.add(at);
            }
            if (portion.size() < PORTION) {
                return false;
            }
            after = portion.get(portion.size() - 1).id();
        }
    }

    private record AtPayer(UUID claimId, UUID payerId) {}

    /** A version that was sent. */
    record Sent(UUID id, UUID claimId, String claimNumber, ClaimFacts facts, long chargeCents, Instant at) {}

    /** @param payerId whom what is read names, be it as the payer after this one: to whom it went is seen when it is read */
    private List<Sent> portion(Instant from, Instant until, @Nullable UUID payerId, UUID after) {
        var query = entities.createQuery(
                        "select v.id, c.id, v.claimNumber, v.factsJson, v.totalChargeCents, v.sentAt from ClaimVersion v join v.claim c"
                                + " where v.sentAt >= :from and v.sentAt < :until and v.id > :after and v.frequency <> '8'"
                                + (payerId == null ? "" : " and v.factsJson like :payer")
                                + " order by v.id",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("after", after)
                .setMaxResults(PORTION);
        if (payerId != null) {
            query.setParameter("payer", "%" + payerId + "%");
        }
        return query.getResultList().stream()
                .map(row -> new Sent(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        StoredJson.facts((String) row[3]),
                        (Long) row[4],
                        (Instant) row[5]))
                .toList();
    }
}
