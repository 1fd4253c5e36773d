package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Numbers of claims, unique over all organizations. A block of a thousand is fetched at a time, so that making a claim costs no
 * question to the database; what a block does not use is skipped.
 */
@ApplicationScoped
class ClaimNumbers {
    private static final int BLOCK = 1000;

    private final EntityManager entities;
    private long next;
    private long end;

    ClaimNumbers(EntityManager entities) {
        this.entities = entities;
    }

    synchronized long next() {
        if (next == end) {
            var block = (Long) entities.createNativeQuery("select nextval('claim_number_block')", Object.class)
                    .getSingleResult();
            next = block * BLOCK;
            end = next + BLOCK;
        }
        return next++;
    }

    /** CLM01: at most 20 characters, another one for each version (005010X222A1, loop 2300, CLM01). */
    static String of(long number, int version) {
        return "SB%dV%d".formatted(number, version);
    }
}
