package org.superbill.billing.adjustment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.superbill.billing.adjustment.Adjustment.By;
import org.superbill.billing.claim.PersonsMoves;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.security.Role;

/** Takes adjustments back whose debt is gone, each by a row and an entry of its own, with the system as who did it; a fixed number of statements. */
@ApplicationScoped
class AdjustmentsTakenBack implements PersonsMoves {
    private static final String SYSTEM = "system";

    private final AdjustmentStore store;
    private final Ledger ledger;
    private final PostedEntries posted;
    private final PatientAccounts patientAccounts;
    private final Clock clock;

    AdjustmentsTakenBack(
            AdjustmentStore store, Ledger ledger, PostedEntries posted, PatientAccounts patientAccounts, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.posted = posted;
        this.patientAccounts = patientAccounts;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Map<UUID, Cents> takeBackAll(Collection<UUID> claimIds, LocalDate on, String why) {
        return takeBack(store.standing(claimIds), on, why);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Map<UUID, Cents> takeBackExcess(Collection<UUID> claimIds, LocalDate on, String why) {
        var standing = store.standing(claimIds).stream().collect(groupingBy(Adjustment::claimId));
        if (standing.isEmpty()) {
            return Map.of();
        }
        var excess = new ArrayList<Adjustment>();
        posted.receivables(standing.keySet())
                .forEach((claimId, balances) ->
                        excess.addAll(TakingBack.excess(balances, standing.getOrDefault(claimId, List.of()))));
        return takeBack(excess, on, why);
    }

    private Map<UUID, Cents> takeBack(List<Adjustment> adjustments, LocalDate on, String why) {
        if (adjustments.isEmpty()) {
            return Map.of();
        }
        var by = new By(SYSTEM, Role.SYSTEM.text(), clock.instant());
        var originals =
                posted.byId(adjustments.stream().map(Adjustment::entryId).toList());
        var reversals = new ArrayList<Adjustment>();
        var entries = new ArrayList<JournalEntry>();
        var amounts = new HashMap<UUID, Cents>();
        for (var adjustment : adjustments) {
            var entry = Objects.requireNonNull(originals.get(adjustment.entryId()))
                    .reversedBy(Ids.next(), on, why, by.subject(), by.authority());
            entries.add(entry);
            reversals.add(adjustment.reversal(entry.id(), by, why));
            amounts.merge(adjustment.claimId(), adjustment.amount(), Cents::plus);
        }
        ledger.post(entries);
        store.persist(reversals);
        store.flush();
        patientAccounts.changed(adjustments.stream().map(Adjustment::patientId).collect(toSet()));
        return amounts;
    }
}
