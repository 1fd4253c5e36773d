package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.ledger.PostedEntries.WrittenOff;
import org.superbill.servicekit.ids.Ids;

/**
 * What the payers before have left to later ones, of the claims of a chunk of a payment that a later payer has decided; it follows what the chunk itself posts. Pure.
 */
final class LeftToPayers {
    /** Of a claim and one of its later payers. */
    private record Share(UUID claimId, UUID payerId) {}

    private record Place(@Nullable Integer claimLine, @Nullable String reason) {}

    private final Map<Share, Cents> owed = new HashMap<>();
    private final Map<Share, Map<Place, Cents>> writtenOff = new HashMap<>();
    private final Overtaken overtaken;

    /**
     * Claims whose later payers have decided before a payer that comes earlier decides, or takes back, something.
     *
     * @param standing what they have decided
     * @param paidOn the days of their payments
     */
    record Overtaken(List<ClaimContent> claims, Map<UUID, List<Settled>> standing, Map<UUID, LocalDate> paidOn) {
        static final Overtaken NONE = new Overtaken(List.of(), Map.of(), Map.of());
    }

    /**
     * @param owed what each payer owes for each claim whose later payers decide or have decided something
     * @param writtenOff by the payers of overtaken claims
     */
    LeftToPayers(Map<UUID, Map<UUID, Cents>> owed, List<WrittenOff> writtenOff, Overtaken overtaken) {
        owed.forEach((claim, payers) ->
                payers.forEach((payer, amount) -> this.owed.put(new Share(claim, payer), amount)));
        writtenOff.forEach(amount -> add(
                new Share(amount.claimId(), amount.payerId()),
                new Place(amount.claimLine(), amount.reason()),
                amount.amount()));
        this.overtaken = overtaken;
    }

    /** Whether another payer of the claim comes before this one. */
    static boolean isLater(ClaimContent content, UUID payerId) {
        var coordination = content.coordination();
        return coordination == null
                ? !payerId.equals(content.facts().payer().payerId())
                : coordination.priorPayers().isEmpty()
                        || !payerId.equals(coordination.priorPayers().get(0).payerId());
    }

    /** Null for the first payer, which owes all that was charged. */
    @Nullable
    Cents to(ClaimContent content, UUID payerId) {
        return isLater(content, payerId)
                ? owed.getOrDefault(new Share(content.claimId(), payerId), Cents.ZERO)
                : null;
    }

    void follow(List<JournalEntry.Line> posted) {
        for (var line : posted) {
            var claim = line.reference().claimId();
            var payer = line.reference().payerId();
            if (claim == null || payer == null) {
                continue;
            }
            if (line.account() == Account.INSURANCE_RECEIVABLE) {
                owed.merge(new Share(claim, payer), line.amount(), Cents::plus);
            } else if (line.account() == Account.CONTRACTUAL_ADJUSTMENT) {
                add(new Share(claim, payer), new Place(line.claimLine(), line.reason()), line.amount());
            }
        }
    }

    private void add(Share share, Place place, Cents amount) {
        writtenOff
                .computeIfAbsent(share, key -> new LinkedHashMap<>())
                .merge(place, amount, Cents::plus);
    }

    /** Whether a later payer's decision about the claim stands, other than one that this payer has made. */
    boolean isOvertaken(ClaimContent content, UUID payerId) {
        return overtaken.standing().getOrDefault(content.claimId(), List.of()).stream()
                .anyMatch(decision -> isOfLater(content, decision) && !payerId.equals(decision.payerId()));
    }

    private static boolean isOfLater(ClaimContent content, Settled decision) {
        return decision.payerId() != null && isLater(content, decision.payerId());
    }

    /**
     * After these the later payers have written off what they would have, had the payers before decided first.
     *
     * @param remittanceId what is posted
     * @param on its day
     */
    List<JournalEntry> fitted(UUID remittanceId, LocalDate on) {
        var entries = new ArrayList<JournalEntry>();
        for (var claim : overtaken.claims()) {
            var decisions = overtaken.standing().getOrDefault(claim.claimId(), List.of());
            var payers = new LinkedHashSet<UUID>();
            decisions.stream()
                    .filter(decision -> isOfLater(claim, decision))
                    .forEach(decision -> payers.add(decision.payerId()));
            writtenOff.keySet().stream()
                    .filter(share -> share.claimId().equals(claim.claimId()) && isLater(claim, share.payerId()))
                    .forEach(share -> payers.add(share.payerId()));
            for (var payer : payers) {
                var ofPayer = decisions.stream()
                        .filter(decision -> payer.equals(decision.payerId()))
                        .toList();
                fitted(claim, new Share(claim.claimId(), payer), ofPayer, remittanceId, on)
                        .ifPresent(entries::add);
            }
        }
        return entries;
    }

    private Optional<JournalEntry> fitted(
            ClaimContent claim, Share share, List<Settled> decisions, UUID remittanceId, LocalDate on) {
        var booked = writtenOff.getOrDefault(share, Map.of());
        var open = owed.getOrDefault(share, Cents.ZERO)
                .plus(Cents.sum(booked.values(), amount -> amount))
                .minus(Cents.sum(decisions, Settled::denied));
        var wanted = OfContract.within(
                open,
                decisions.stream()
                        .flatMap(decision -> decision.ofContract().stream())
                        .toList());
        var missing = new LinkedHashMap<Place, Cents>();
        wanted.forEach(adjustment -> missing.merge(
                new Place(adjustment.claimLine(), adjustment.reason()), adjustment.amount(), Cents::plus));
        booked.forEach((place, amount) -> missing.merge(place, amount.negated(), Cents::plus));

        var last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1).remittanceId();
        var paidOn = last == null ? on : overtaken.paidOn().getOrDefault(last, on);
        var reference = new Reference(
                claim.facts().patient().patientId(),
                share.claimId(),
                share.payerId(),
                last == null ? remittanceId : last);
        var entry = new JournalEntry.Builder();
        missing.forEach((place, amount) -> entry.move(
                amount,
                Account.CONTRACTUAL_ADJUSTMENT,
                Account.INSURANCE_RECEIVABLE,
                reference,
                place.claimLine(),
                place.reason()));
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.build(
                        Ids.next(),
                        Kind.PAYER_PAYMENT,
                        paidOn.isAfter(on) ? paidOn : on,
                        "Within what the payers before have left, which was told later"));
    }
}
