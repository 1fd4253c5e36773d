package org.superbill.billing.ledger;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of the books. */
@ApplicationScoped
public class Ledger {
    private final LedgerStore store;

    Ledger(LedgerStore store) {
        this.store = store;
    }

    /** Two statements, however many entries; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            store.insert(entries);
        }
    }

    /** One query; a claim without entries has {@link ClaimMoney#NOTHING}. */
    public Map<UUID, ClaimMoney> moneyOf(Collection<UUID> claimIds) {
        return claimIds.isEmpty() ? Map.of() : store.moneyOf(claimIds);
    }

    public ClaimMoney moneyOf(UUID claimId) {
        return moneyOf(List.of(claimId)).getOrDefault(claimId, ClaimMoney.NOTHING);
    }

    /** Charges in the books by claim; one query. Lines whose charges were reversed are left out. */
    public Map<UUID, List<ChargedLine>> chargesOf(Collection<UUID> claimIds) {
        return claimIds.isEmpty() ? Map.of() : store.chargesOf(claimIds);
    }

    /** Whether the payer owes all that the claim was charged at: it has paid nothing, written off nothing and passed nothing on. */
    public boolean owesAll(UUID payerId, UUID claimId) {
        return store.owesAll(payerId, claimId);
    }

    /** What payers paid for each line of a claim. */
    public Map<Integer, Cents> paidByLine(UUID claimId) {
        return store.paidByLine(claimId);
    }

    /** What patients owe; one query. */
    public Map<UUID, Cents> balancesOfPatients(Collection<UUID> patientIds) {
        if (patientIds.isEmpty()) {
            return Map.of();
        }
        var balances = store.balancesOfPatients(patientIds);
        return patientIds.stream().distinct().collect(toMap(id -> id, id -> balances.getOrDefault(id, Cents.ZERO)));
    }

    /** The claims of a patient with their money, oldest first. */
    public Map<UUID, ClaimMoney> claimsOfPatient(UUID patientId) {
        return store.claimsOfPatient(patientId);
    }

    List<AccountBalance> accounts() {
        return store.accounts();
    }

    List<EntryView> entries(EntryFilter filter, @Nullable UUID after, int limit) {
        return store.entries(filter, after, limit);
    }
}
