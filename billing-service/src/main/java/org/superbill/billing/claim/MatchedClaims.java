package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the claim that somebody means who does not give our number for it; one that is not certain is none. */
@ApplicationScoped
public class MatchedClaims {
    private static final String CANDIDATES = """
            select distinct claim_id from claim_version
             where sent_at is not null and (member_id, total_charge_cents) in (select * from unnest(:members, :charges))""";

    private final ClaimStore store;
    private final EntityManager entities;

    MatchedClaims(ClaimStore store, EntityManager entities) {
        this.store = store;
        this.entities = entities;
    }

    /**
     * What is known of the claim.
     *
     * @param key by which the answer is found
     * @param payerClaimNumber only for a reversal, which takes back what has been decided: it has to be that of the claim
     * @param knownSince when it was told of the claim, which had left by then; absent for now
     */
    public record Sought(
            int key,
            String memberId,
            String lastName,
            LocalDate serviceDate,
            long chargeCents,
            @Nullable String payerClaimNumber,
            @Nullable Instant knownSince) {
        private boolean mayMean(Instant sentAt) {
            return knownSince == null || !sentAt.isAfter(knownSince);
        }
    }

    /**
     * The one claim of that member, name, day and charge that no payer has decided yet, held until the end of the transaction. Two
     * such claims are none. Two queries.
     */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, ClaimContent> find(Collection<Sought> sought) {
        if (sought.isEmpty()) {
            return Map.of();
        }
        var ids = new HashSet<UUID>();
        for (Object id : entities.createNativeQuery(CANDIDATES, Object.class)
                .setParameter("members", sought.stream().map(Sought::memberId).toArray(String[]::new))
                .setParameter(
                        "charges", sought.stream().map(Sought::chargeCents).toArray(Long[]::new))
                .getResultList()) {
            ids.add((UUID) id);
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        var candidates = store.allLocked(ids);
        var found = new HashMap<Integer, ClaimContent>();
        for (var wanted : sought) {
            var fitting = candidates.stream()
                    .map(claim -> version(claim, wanted))
                    .flatMap(Optional::stream)
                    .toList();
            if (fitting.size() == 1) {
                found.put(wanted.key(), fitting.get(0).content());
            }
        }
        return found;
    }

    /** The newest sent versions of claims by claim id, whatever has become of them; held until the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, ClaimContent> sent(Collection<UUID> claimIds) {
        var sent = new HashMap<UUID, ClaimContent>();
        store.allLocked(claimIds)
                .forEach(claim -> newestSent(claim).ifPresent(version -> sent.put(claim.id(), version.content())));
        return sent;
    }

    private static Optional<ClaimVersion> version(Claim claim, Sought wanted) {
        var undecided =
                claim.turn().adjudication() == Adjudication.NONE || claim.turn().adjudication() == Adjudication.PENDING;
        var meant = wanted.payerClaimNumber() == null
                ? undecided
                : claim.turn().payersNumbers().names(wanted.payerClaimNumber());
        return meant ? newestSent(claim).filter(version -> fits(version, wanted)) : Optional.empty();
    }

    private static Optional<ClaimVersion> newestSent(Claim claim) {
        return claim.versions().stream()
                .filter(version -> version.sentAt() != null)
                .max(Comparator.comparingInt(ClaimVersion::version));
    }

    private static boolean fits(ClaimVersion version, Sought wanted) {
        var facts = version.facts();
        return wanted.mayMean(Objects.requireNonNull(version.sentAt()))
                && version.totalChargeCents() == wanted.chargeCents()
                && facts.coverage().memberId().equals(wanted.memberId())
                && plain(facts.patient().lastName()).equals(plain(wanted.lastName()))
                && facts.encounter().lines().stream()
                        .anyMatch(line -> line.serviceDate().equals(wanted.serviceDate()));
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
