package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.superbill.billing.claim.ClaimDecisions.VersionOfClaim;

/** The numbers (CLM01) by which payers know versions of claims. */
@ApplicationScoped
class ClaimNumberStore {
    private static final int MOST_PARAMETERS = 30_000;

    private final EntityManager entities;

    ClaimNumberStore(EntityManager entities) {
        this.entities = entities;
    }

    List<ClaimVersion> versions(Collection<String> claimNumbers) {
        return inParts(
                claimNumbers,
                some -> entities.createQuery(
                                "from ClaimVersion v join fetch v.claim where v.claimNumber in :numbers",
                                ClaimVersion.class)
                        .setParameter("numbers", some)
                        .getResultList());
    }

    /** The numbers of all versions of these claims. */
    Map<VersionOfClaim, String> of(Collection<UUID> claimIds) {
        var numbers = new HashMap<VersionOfClaim, String>();
        entities.createQuery(
                        "select v.claim.id, v.version, v.claimNumber from ClaimVersion v where v.claim.id in :ids",
                        Object[].class)
                .setParameter("ids", claimIds)
                .getResultList()
                .forEach(row -> numbers.put(new VersionOfClaim((UUID) row[0], (Integer) row[1]), (String) row[2]));
        return numbers;
    }

    /** Those of all versions of the claims of which one version has one of these. */
    Set<String> ofSame(Collection<String> claimNumbers) {
        var numbers = new HashSet<String>();
        for (Object number : entities.createNativeQuery("""
                        select distinct other.claim_number from claim_version one
                          join claim_version other on other.organization_id = one.organization_id and other.claim_id = one.claim_id
                         where one.claim_number = any(cast((select :numbers) as text[]))""", Object.class)
                .setParameter("numbers", claimNumbers.toArray(String[]::new))
                .getResultList()) {
            numbers.add((String) number);
        }
        return numbers;
    }

    Map<UUID, String> current(Collection<UUID> claimIds) {
        var numbers = new HashMap<UUID, String>();
        inParts(
                        claimIds,
                        some -> entities.createQuery(
                                        "select c.id, v.claimNumber from Claim c join c.versions v where c.id in :ids and v.version = c.currentVersion",
                                        Object[].class)
                                .setParameter("ids", some)
                                .getResultList())
                .forEach(row -> numbers.put((UUID) row[0], (String) row[1]));
        return numbers;
    }

    /** A statement takes 32,767 parameters, and a payer's file may answer more claims than that. */
    private static <K, R> List<R> inParts(Collection<K> keys, Function<List<K>, List<R>> query) {
        var all = List.copyOf(keys);
        if (all.size() <= MOST_PARAMETERS) {
            return all.isEmpty() ? List.of() : query.apply(all);
        }
        var found = new ArrayList<R>(all.size());
        for (int from = 0; from < all.size(); from += MOST_PARAMETERS) {
            found.addAll(query.apply(all.subList(from, Math.min(from + MOST_PARAMETERS, all.size()))));
        }
        return found;
    }
}
