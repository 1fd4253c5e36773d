package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was open on any day, how old it was, and what moved it. Credits are never netted with what is owed. */
@ApplicationScoped
public class Receivables {
    private final ReceivableStore store;

    Receivables(ReceivableStore store) {
        this.store = store;
    }

    /** Open items of one account and age: those above zero and those below apart. */
    public record Aged(Account account, AgeBucket bucket, boolean credit, long items, Cents amount) {}

    @Transactional
    public List<Aged> aged(LocalDate asOf, AgeingBasis basis) {
        return store.aged(asOf, basis, false);
    }

    /** Without claims, and balances of patients, that were taken over from a former system. */
    @Transactional
    public List<Aged> agedOfOwnClaims(LocalDate asOf, AgeingBasis basis) {
        return store.aged(asOf, basis, true);
    }

    /**
     * What is open of one claim, or of a patient beside any claim.
     *
     * @param id the claim's, else the patient's
     * @param since the date that it ages from
     */
    public record Item(UUID id, @Nullable UUID claimId, UUID patientId, LocalDate since, Cents balance) {}

    /**
     * In the order of their ids.
     *
     * @param bucket absent for every age
     * @param credit those below zero, else those above
     */
    @Transactional
    public List<Item> items(
            LocalDate asOf,
            AgeingBasis basis,
            Set<Account> accounts,
            @Nullable AgeBucket bucket,
            boolean credit,
            UUID after,
            int limit) {
        return store.items(asOf, basis, false, accounts, bucket, credit, after, limit);
    }

    /** As {@link #items} of every age, without what was taken over from a former system. */
    @Transactional
    public List<Item> itemsOfOwnClaims(
            LocalDate asOf, AgeingBasis basis, Set<Account> accounts, boolean credit, UUID after, int limit) {
        return store.items(asOf, basis, true, accounts, null, credit, after, limit);
    }
}
