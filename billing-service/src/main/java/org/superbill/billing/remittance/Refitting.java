package org.superbill.billing.remittance;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.OpenRefusal;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.remittance.LeftToPayers.Of;
import org.superbill.billing.remittance.LeftToPayers.Place;
import org.superbill.billing.remittance.LeftToPayers.Share;
import org.superbill.servicekit.ids.Ids;

/**
 * Of claims whose later payers have decided before one that comes earlier decides, or takes back, something: brings what the later payers have written off and taken over to what it would be, had
 * the payers before decided first, so that the books end the same in whatever order they are heard. Pure.
 */
final class Refitting {
    private static final String WHY = "Within what the payers before have left, which was told later";

    private final LeftToPayers left;
    private final UUID remittanceId;
    private final LocalDate on;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<UUID, Set<UUID>> settled = new LinkedHashMap<>();
    private final Set<UUID> notSettled = new LinkedHashSet<>();
    private final Map<UUID, List<Rest>> rests = new HashMap<>();
    private final Set<UUID> unknown = new LinkedHashSet<>();

    /** What a later payer owes beside what it has decided. @param turn its own @param amount below zero when it has paid more than it was left */
    record Rest(int turn, Cents amount) {
        String words() {
            return amount.value() < 0
                    ? "the payer in turn %d has paid %s more than the payers before have left to it"
                            .formatted(turn, amount.negated().dollars())
                    : "the payers before have left %s more to the payer in turn %d than it has decided about"
                            .formatted(amount.dollars(), turn);
        }
    }

    /**
     * @param remittanceId what is posted
     * @param on its day
     */
    Refitting(LeftToPayers left, UUID remittanceId, LocalDate on) {
        this.left = left;
        this.remittanceId = remittanceId;
        this.on = on;
        left.overtaken().claims().forEach(this::fit);
    }

    private void fit(ClaimContent claim) {
        var decisions = left.overtaken().standing().of(claim.claimId());
        // posted before it was kept whose turn it was, or of a payer that has one balance for two turns
        if (decisions.stream()
                .anyMatch(decision -> decision.turn() == null || decision.isAfter(1) && isFirst(claim, decision))) {
            unknown.add(claim.claimId());
            return;
        }
        var byPayer = decisions.stream()
                .filter(decision -> decision.isAfter(1) && decision.payerId() != null)
                .sorted(comparing(Settled::turn, naturalOrder()))
                .collect(groupingBy(Settled::payerId, LinkedHashMap::new, toList()));
        left.payersIn(claim.claimId()).forEach(payer -> byPayer.putIfAbsent(payer, List.of()));
        byPayer.keySet().removeIf(payer -> isFirst(claim, payer));
        byPayer.forEach((payer, ofPayer) -> {
            var share = new Share(claim.claimId(), payer);
            var inForce = inForce(claim, ofPayer);
            var said = inForce.stream().map(left::saidIn).toList();
            if (said.contains(null)) {
                unknown.add(claim.claimId());
            } else {
                new Fit(claim, share, inForce, said).post();
            }
        });
    }

    private static boolean isFirst(ClaimContent content, Settled decision) {
        return decision.payerId() != null && isFirst(content, decision.payerId());
    }

    private static boolean isFirst(ClaimContent content, UUID payerId) {
        var coordination = content.coordination();
        return coordination == null
                ? payerId.equals(content.facts().payer().payerId())
                : !coordination.priorPayers().isEmpty()
                        && payerId.equals(coordination.priorPayers().get(0).payerId());
    }

    /** The last one, with the parts of the claim that are one decision with it: those before it has replaced. */
    private static List<Settled> inForce(ClaimContent claim, List<Settled> decisions) {
        if (decisions.isEmpty()) {
            return List.of();
        }
        var last = decisions.get(decisions.size() - 1);
        var inForce = new ArrayList<>(
                StandingDecisions.partsBefore(last, decisions.subList(0, decisions.size() - 1), claim, true));
        inForce.add(last);
        return inForce;
    }

    /** What one later payer's decisions in force come to, and how that differs from what is in the books. */
    private final class Fit {
        private final ClaimContent claim;
        private final Share share;
        private final ByLine own;
        private final List<Settled> inForce;
        private final Map<Place, Cents> writtenOff = new LinkedHashMap<>();
        private final Map<Place, Cents> ofPatient = new LinkedHashMap<>();
        private final Map<Of, Cents> takenOver = new LinkedHashMap<>();
        private final Set<UUID> whole = new LinkedHashSet<>();

        Fit(ClaimContent claim, Share share, List<Settled> inForce, List<LaterDecision> said) {
            this.claim = claim;
            this.share = share;
            this.own = left.owedBy(share);
            this.inForce = inForce;
            takeBack(said);
            var rest = Cents.ZERO;
            for (var i = 0; i < said.size(); i++) {
                rest = rest.plus(decide(inForce.get(i), said.get(i)));
            }
            if (!rest.isZero() && left.to(share, List.of(), false).byAll()) {
                var turn = Objects.requireNonNull(inForce.get(0).turn());
                rests.computeIfAbsent(claim.claimId(), id -> new ArrayList<>()).add(new Rest(turn, rest));
            }
        }

        /** Of one that has decided nothing any more all that is in the books. */
        private void takeBack(List<LaterDecision> said) {
            left.writtenOffBy(share).forEach((place, amount) -> writesOff(place, amount.negated()));
            left.movedOfOthersBy(share).forEach((of, amount) -> {
                if (said.isEmpty() || LeftToPayers.isBefore(share, said.get(0).next(), of.payerId())) {
                    takesOver(of, amount); // a credit of the other's, so that it is turned already
                }
            });
            said.forEach(one -> own.addAll(ByLine.ofSums(one.settled())));
            if (said.stream().map(LaterDecision::ofPatient).noneMatch(Objects::isNull)) {
                left.ofPatientBy(share).forEach((place, amount) -> isPatients(place, amount.negated()));
                said.forEach(one -> takeBackSettled(one.ofPatient()));
            }
        }

        /** It is in {@link LaterDecision#settled}, too. */
        private void takeBackSettled(@Nullable List<OfContract> patients) {
            if (patients != null) {
                patients.forEach(one -> own.add(one.claimLine(), one.amount().negated()));
            }
        }

        private Cents decide(Settled settledIn, LaterDecision said) {
            var decision = Left.Decision.of(said);
            decision.settled().sums().forEach(sum -> own.add(sum.claimLine(), Cents.of(-sum.cents())));
            var before = new ByLine();
            before.addAll(own);
            before.addAll(decision.settled());
            var toIt = left.to(share, said.next(), said.takesKept());
            var outcome = settledIn.isPartOf(claim)
                    ? toIt.owing(before).only(settledIn.lineCharges().lines()).of(claim, decision)
                    : decideWhole(toIt, before, decision);
            outcome.writtenOff().forEach(one -> writesOff(new Place(one.claimLine(), one.reason()), one.amount()));
            for (var taken : outcome.takenOver()) {
                var from = taken.from();
                takesOver(new Of(from.payerId(), new Place(from.line(), from.reason())), taken.amount());
                if (taken.whole() && from.denialId() != null) {
                    whole.add(from.denialId());
                }
            }
            return outcome.rest().plus(aboveWhatWasLeft(settledIn, said, outcome.rest()));
        }

        /** @return what of that which it calls the patient's is not, since it was left less */
        private Cents aboveWhatWasLeft(Settled settledIn, LaterDecision said, Cents rest) {
            var patients = said.ofPatient();
            if (patients == null) {
                return Cents.ZERO;
            }
            var settledSum = Cents.sum(said.settled(), sum -> Cents.of(sum.cents()));
            var byAll = !settledIn.isPartOf(claim)
                    && left.to(share, said.next(), false).byAll();
            var part = PatientsPart.of(byAll, patients, settledSum, rest);
            patients.forEach(one -> own.add(one.claimLine(), one.amount()));
            part.forEach(one -> isPatients(new Place(one.claimLine(), one.reason()), one.amount()));
            return Cents.sum(patients, OfContract::amount).minus(Cents.sum(part, OfContract::amount));
        }

        private void isPatients(Place place, Cents amount) {
            ofPatient.merge(place, amount, Cents::plus);
            own.add(place.claimLine(), amount.negated());
        }

        private Left.Outcome decideWhole(Left toIt, ByLine before, Left.Decision decision) {
            var moved = left.movedByPersons(share);
            before.add(null, moved.negated());
            return toIt.owing(before).of(claim, decision.besides(moved));
        }

        private void writesOff(Place place, Cents amount) {
            writtenOff.merge(place, amount, Cents::plus);
            own.add(place.claimLine(), amount.negated());
        }

        private void takesOver(Of of, Cents amount) {
            takenOver.merge(of, amount, Cents::plus);
            own.add(of.place().claimLine(), amount);
            left.owedBy(new Share(share.claimId(), of.payerId())).add(of.place().claimLine(), amount.negated());
        }

        void post() {
            var last =
                    inForce.isEmpty() ? null : inForce.get(inForce.size() - 1).remittanceId();
            var paid = last == null ? on : left.overtaken().paidOn().getOrDefault(last, on);
            var reference = new Reference(
                    claim.facts().patient().patientId(),
                    share.claimId(),
                    share.payerId(),
                    last == null ? remittanceId : last);
            var entry = new JournalEntry.Builder();
            takenOver.forEach((of, amount) -> entry.move(
                    amount,
                    Account.INSURANCE_RECEIVABLE,
                    reference,
                    Account.INSURANCE_RECEIVABLE,
                    reference.withPayer(of.payerId()),
                    of.place().claimLine(),
                    of.place().reason()));
            writtenOff.forEach(
                    (place, amount) -> settles(entry, Account.CONTRACTUAL_ADJUSTMENT, place, amount, reference));
            ofPatient.forEach((place, amount) -> settles(entry, Account.PATIENT_RECEIVABLE, place, amount, reference));
            if (!entry.isEmpty()) {
                entries.add(entry.build(Ids.next(), Kind.PAYER_PAYMENT, paid.isAfter(on) ? paid : on, WHY));
            }
            tellRefusals();
        }

        private static void settles(
                JournalEntry.Builder entry, Account account, Place place, Cents amount, Reference reference) {
            entry.move(amount, account, Account.INSURANCE_RECEIVABLE, reference, place.claimLine(), place.reason());
        }

        private void tellRefusals() {
            var before =
                    left.settledBy(share).stream().map(OpenRefusal::denialId).collect(toSet());
            before.stream().filter(id -> !whole.contains(id)).forEach(notSettled::add);
            whole.removeAll(before);
            if (!whole.isEmpty()) {
                settled.computeIfAbsent(share.payerId(), id -> new LinkedHashSet<>())
                        .addAll(whole);
            }
        }
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** Refusals of payers before of which nothing is left now, by the payer that settles them. */
    Map<UUID, Set<UUID>> settled() {
        return settled;
    }

    /** Refusals of payers before that a later one settles no longer. */
    Set<UUID> notSettled() {
        return notSettled;
    }

    /** What takes a person, in words; empty where the books say all. */
    Optional<String> open(UUID claimId) {
        if (unknown.contains(claimId)) {
            return Optional.of("what a later payer has decided could not be fitted to it");
        }
        return Optional.ofNullable(rests.get(claimId))
                .map(ofClaim -> ofClaim.stream().map(Rest::words).collect(joining("; ")));
    }
}
