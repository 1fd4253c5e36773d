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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.OpenRefusal;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.ledger.PostedEntries.OwedByPayer;
import org.superbill.billing.ledger.PostedEntries.WrittenOff;
import org.superbill.servicekit.ids.Ids;

/**
 * What the payers before have left to later ones, of the claims of a chunk of a payment that a later payer has decided; it follows what the chunk itself posts. Pure.
 */
final class LeftToPayers {
    /** Of a claim and one of its later payers. */
    private record Share(UUID claimId, UUID payerId) {}

    private record Place(
            @Nullable Integer claimLine, @Nullable String reason) {}

    private final Map<Share, ByLine> owed = new HashMap<>();
    private final Map<Share, Map<Place, Cents>> writtenOff = new HashMap<>();
    private final List<OpenRefusal> refused;
    private final Overtaken overtaken;

    /**
     * Claims whose later payers have decided before a payer that comes earlier decides, or takes back, something.
     *
     * @param standing what they have decided
     * @param paidOn the days of their payments
     */
    record Overtaken(List<ClaimContent> claims, Map<UUID, List<Settled>> standing, Map<UUID, LocalDate> paidOn) {}

    /**
     * @param owed what each payer owes for each claim whose later payers decide or have decided something
     * @param refused of these claims what payers refuse; what the later payer has settled of it itself counts when it takes that back first: only then it is owed
     * @param writtenOff by the payers of overtaken claims
     */
    LeftToPayers(List<OwedByPayer> owed, List<OpenRefusal> refused, List<WrittenOff> writtenOff, Overtaken overtaken) {
        owed.forEach(line -> owedBy(new Share(line.claimId(), line.payerId())).add(line.claimLine(), line.amount()));
        writtenOff.forEach(amount -> add(
                new Share(amount.claimId(), amount.payerId()),
                new Place(amount.claimLine(), amount.reason()),
                amount.amount()));
        this.refused = List.copyOf(refused);
        this.overtaken = overtaken;
    }

    private ByLine owedBy(Share share) {
        return owed.computeIfAbsent(share, key -> new ByLine());
    }

    /** Null for the first payer, which owes all that was charged. */
    @Nullable
    Left to(ClaimContent content, PayerOfClaim payer) {
        if (!payer.isLater()) {
            return null;
        }
        var claimId = content.claimId();
        var open = new ArrayList<Left.Open>();
        refused.stream()
                .filter(refusal -> refusal.claimId().equals(claimId) && isBefore(payer, refusal.payerId()))
                .filter(refusal ->
                        refusal.settledBy() == null || refusal.settledBy().equals(payer.payerId()))
                .forEach(refusal -> open.add(Left.Open.of(
                        refusal, owedBy(new Share(claimId, refusal.payerId())).sum())));
        if (content.coordination() != null || payer.isUnknownTo(content)) {
            var refusals = List.copyOf(open);
            owed.forEach((share, lines) -> {
                if (share.claimId().equals(claimId) && isBefore(payer, share.payerId())) {
                    open.addAll(keptFor(share.payerId(), lines, refusals));
                }
            });
        }
        return new Left(owedBy(new Share(claimId, payer.payerId())), open);
    }

    /** What a payer before owes beside its refusals: what it called the patient's when it passed the claim on to we did not know whom. */
    private static List<Left.Open> keptFor(UUID payerId, ByLine owed, List<Left.Open> refused) {
        var kept = new ByLine();
        kept.addAll(owed);
        refused.stream()
                .filter(refusal -> refusal.payerId().equals(payerId))
                .forEach(refusal -> kept.add(refusal.line(), refusal.amount().negated()));
        return kept.positive().entrySet().stream()
                .map(line -> new Left.Open(payerId, line.getKey(), null, null, line.getValue(), owed.sum()))
                .toList();
    }

    private static boolean isBefore(PayerOfClaim payer, UUID other) {
        return !other.equals(payer.payerId()) && !payer.next().contains(other);
    }

    void follow(List<JournalEntry.Line> posted) {
        for (var line : posted) {
            var claim = line.reference().claimId();
            var payer = line.reference().payerId();
            if (claim == null || payer == null) {
                continue;
            }
            if (line.account() == Account.INSURANCE_RECEIVABLE) {
                owedBy(new Share(claim, payer)).add(line.claimLine(), line.amount());
            } else if (line.account() == Account.CONTRACTUAL_ADJUSTMENT) {
                add(new Share(claim, payer), new Place(line.claimLine(), line.reason()), line.amount());
            }
        }
    }

    private void add(Share share, Place place, Cents amount) {
        writtenOff.computeIfAbsent(share, key -> new LinkedHashMap<>()).merge(place, amount, Cents::plus);
    }

    /** Whether a decision about the claim stands of a payer that comes later than this one. */
    boolean isOvertaken(UUID claimId, PayerOfClaim payer) {
        return overtaken.standing().getOrDefault(claimId, List.of()).stream()
                .anyMatch(decision -> decision.isAfter(payer.turn()));
    }

    /** Whether a later payer has settled what this one refused, so that a new decision of it meets books that another has moved. */
    boolean isSettledByAnother(UUID claimId, UUID payerId) {
        return refused.stream()
                .anyMatch(refusal -> refusal.claimId().equals(claimId)
                        && refusal.payerId().equals(payerId)
                        && refusal.settledBy() != null
                        && !payerId.equals(refusal.settledBy()));
    }

    private static boolean isFirst(ClaimContent content, UUID payerId) {
        var coordination = content.coordination();
        return coordination == null
                ? payerId.equals(content.facts().payer().payerId())
                : !coordination.priorPayers().isEmpty()
                        && payerId.equals(coordination.priorPayers().get(0).payerId());
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
            if (decisions.stream().anyMatch(decision -> decision.turn() == null)) {
                continue; // posted before it was kept whose turn it was: nobody knows what each had left
            }
            var payers = new LinkedHashSet<UUID>();
            decisions.stream()
                    .filter(decision -> decision.isAfter(1))
                    .map(Settled::payerId)
                    .flatMap(Stream::ofNullable)
                    .forEach(payers::add);
            writtenOff.keySet().stream()
                    .filter(share -> share.claimId().equals(claim.claimId()))
                    .map(Share::payerId)
                    .forEach(payers::add);
            payers.removeIf(payer -> isFirst(claim, payer));
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
        var open = owedBy(share)
                .sum()
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

        var change = Cents.sum(missing.values(), amount -> amount);
        if (!decisions.isEmpty() && change.value() < 0 && owedBy(share).sum().value() >= 0) {
            return Optional.empty(); // no more is written off than was left
        }
        var last =
                decisions.isEmpty() ? null : decisions.get(decisions.size() - 1).remittanceId();
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
