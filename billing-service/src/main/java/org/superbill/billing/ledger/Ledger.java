package org.superbill.billing.ledger;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** The use cases of the books. */
@ApplicationScoped
public class Ledger {
    private final LedgerStore store;
    private final BalanceStore balances;
    private final CurrentOrganization organization;
    private final Event<EntriesPosted> posted;

    Ledger(LedgerStore store, BalanceStore balances, CurrentOrganization organization, Event<EntriesPosted> posted) {
        this.store = store;
        this.balances = balances;
        this.organization = organization;
        this.posted = posted;
    }

    /**
     * Three statements, however many entries; in the caller's transaction. What occurred in a closed period is booked on the first open
     * day.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            store.insert(entries, store.opensOn().orElse(null));
            organization.get().map(EntriesPosted::new).ifPresent(posted::fire);
        }
    }

    /** Keeps what ageing counts from; the first bill date stays that of the first time. One statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void billed(Collection<BilledClaim> claims) {
        if (!claims.isEmpty()) {
            store.billed(claims);
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

    /** What payers before have called the patient's part and passed on to this payer; nothing once it has itself paid, adjusted or passed on something of the claim. */
    public Cents passedOnTo(UUID payerId, UUID claimId) {
        return store.passedOnTo(payerId, claimId);
    }

    /** Who owes something for a claim: payers, the patient, the patient by way of an agency. */
    public List<Owed> owedFor(UUID claimId) {
        return store.owedFor(claimId);
    }

    /** @throws java.util.NoSuchElementException when there is no such entry */
    public JournalEntry entry(UUID id) {
        return store.entries(new EntryFilter(id, null, null, null), null, 1).stream()
                .findFirst()
                .orElseThrow()
                .entry();
    }

    /** What payers paid for each line of a claim. */
    public Map<Integer, Cents> paidByLine(UUID claimId) {
        return store.paidByLine(claimId);
    }

    /** What patients owe; one query. */
    public Map<UUID, PatientBalance> balancesOfPatients(Collection<UUID> patientIds) {
        if (patientIds.isEmpty()) {
            return Map.of();
        }
        var balances = store.balancesOfPatients(patientIds);
        return patientIds.stream()
                .distinct()
                .collect(toMap(id -> id, id -> balances.getOrDefault(id, PatientBalance.NOTHING)));
    }

    /** The claims of a patient with their money, oldest first. */
    public Map<UUID, ClaimMoney> claimsOfPatient(UUID patientId) {
        return store.claimsOfPatient(patientId);
    }

    /** At the end of a day; absent for all that was ever booked. */
    @Transactional
    List<AccountBalance> accounts(@Nullable LocalDate asOf) {
        return balances.accounts(day(asOf));
    }

    /** By whom, or for what: the parts of an account. */
    public enum Part {
        PAYER,
        PATIENT,
        REASON,
        AUTHORITY,
        /** What payers carry forward or take back, by the reference that they gave it; only what is not back at zero. */
        PAYER_REFERENCE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such part */
        public static Part fromString(String wire) {
            return Arrays.stream(values())
                    .filter(part -> part.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such part"));
        }
    }

    /** Parts by reason, authority and payer's reference come all at once: they are few. */
    @Transactional
    List<SubAccount> subAccounts(
            Account account, Part part, @Nullable LocalDate asOf, @Nullable UUID after, int limit) {
        return switch (part) {
            case PAYER -> balances.byPayer(account, day(asOf), after, limit);
            case PATIENT -> balances.byPatient(account, day(asOf), after, limit);
            case REASON -> balances.byReason(account, day(asOf));
            case AUTHORITY -> balances.byAuthority(account, day(asOf));
            case PAYER_REFERENCE -> balances.byPayerReference(account, day(asOf));
        };
    }

    private static LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.MAX : asOf; // which PostgreSQL knows as infinity
    }

    @Transactional
    List<EntryView> entries(EntryFilter filter, @Nullable UUID after, int limit) {
        return store.entries(filter, after, limit);
    }
}
