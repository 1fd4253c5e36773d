package org.superbill.billing.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.PayerLimits;
import org.superbill.events.PayerChanged;

/** Where a claim stands, as far as it decides what may be done with it; {@link NextAllowed} is the answer. Pure. */
final class Situation {
    private final Claim claim;
    private final PayerLimits limits;
    private final @Nullable String payersNumber;

    /** @param payersNumber which of the payer's claim numbers a person means; null for the only one */
    Situation(Claim claim, PayerLimits limits, @Nullable String payersNumber) {
        this.claim = claim;
        this.limits = limits;
        this.payersNumber = payersNumber;
    }

    NextAllowed next() {
        var current = claim.current();
        if (claim.isVoided()) {
            return ofVoidedEncounter();
        }
        if (claim.turn().billedTo() == BilledTo.PATIENT) {
            return NextAllowed.of(plain(
                    NextAllowed.BILL_PAYER,
                    "The patient is billed; where a coverage is found, its payer can be billed after all"));
        }
        return switch (current.transport()) {
            case DRAFT, EDITS_FAILED, READY -> unsent();
            case HELD -> held();
            case QUEUED ->
                current.waitsForFile()
                        ? NextAllowed.of(plain(NextAllowed.HOLD, "This version waits for the next file to the payer"))
                        : NextAllowed.nothing("This version is about to be sent");
            case SENT, RECEIVED -> unanswered();
            case REJECTED, REJECTED_ENVELOPE -> afterRejection();
            case ACCEPTED -> afterAcceptance();
        };
    }

    /** What the payer has not answered in time, or does not know, is sent again; an amended coding goes on by itself when it answers. */
    private NextAllowed unanswered() {
        var current = claim.current();
        var isKnownToPayer =
                current.frequency().equals("1") && claim.turn().payerClaimNumber() != null; // by its answer to a 276
        if (claim.ownerRole() != OwnerRole.BILLER || claim.isAmendmentOpen() || isKnownToPayer) {
            return NextAllowed.nothing("The payer has not answered yet");
        }
        return NextAllowed.of(
                sending(
                        current.isVoid() ? NextAllowed.VOID : NextAllowed.CORRECT,
                        "The payer has not answered in time: ask for the claim's status, and send again what it does not have"));
    }

    private NextAllowed unsent() {
        var options = new ArrayList<NextAllowed.Option>();
        options.add(sending(
                NextAllowed.SUBMIT,
                claim.current().isStopped()
                        ? "Findings keep this version here: it is checked again by what is known today"
                        : "This version has not been sent"));
        if (claim.isOnPaper() && claim.current().transport() == Transport.READY) {
            options.add(sending(
                    NextAllowed.MAIL,
                    "The payer takes such claims on paper: print it, mail it, and note that it was mailed"));
        }
        options.add(plain(NextAllowed.HOLD, "This version has not been sent"));
        addDiscard(options);
        if (claim.current().isVoid()) {
            addCorrection(options, "The void has not been sent: the claim can be corrected instead");
        }
        addBillPatient(options);
        if (claim.encounters().all().size() > 1
                && claim.canBeJoined(claim.current().facts())) {
            options.add(
                    plain(NextAllowed.BILL_APART, "It bills several encounters: one of them can be billed by itself"));
        }
        addOtherPayers(options);
        return NextAllowed.of(options);
    }

    private NextAllowed held() {
        var options = new ArrayList<NextAllowed.Option>();
        options.add(sending(NextAllowed.RELEASE, "Somebody holds this version"));
        addDiscard(options);
        return NextAllowed.of(options);
    }

    private void addDiscard(List<NextAllowed.Option> options) {
        if (canDiscard()) {
            options.add(plain(
                    NextAllowed.DISCARD, "It was prepared and has not been sent: what was sent before it stands"));
        }
    }

    /** A version that was prepared for the payer that has the one before it: nothing that this payer has decided was left behind. */
    private boolean canDiscard() {
        var number = claim.current().version();
        if (number == 1) {
            return false;
        }
        var before = claim.version(number - 1);
        return before.sentAt() != null
                && before.sequence() == claim.turn().billingSequence()
                && !claim.isToAnotherPayer(before.facts());
    }

    private void addBillPatient(List<NextAllowed.Option> options) {
        if (claim.turn().adjudication() == Adjudication.NONE && claim.turn().billingSequence() == 1) {
            options.add(
                    plain(
                            NextAllowed.BILL_PATIENT,
                            "No payer has decided anything: the patient can be billed for all of it, where there is no coverage"));
        }
    }

    /** What has left is taken back; nothing else. */
    private NextAllowed ofVoidedEncounter() {
        var current = claim.current();
        if (current.isVoid() && current.transport().isUnsent()) {
            return NextAllowed.of(
                    current.transport() == Transport.HELD
                            ? sending(NextAllowed.RELEASE, "Somebody holds this version")
                            : sending(
                                    NextAllowed.SUBMIT,
                                    EncounterNews.NOTHING_TOOK_PLACE + ": this takes back what the payer has"));
        }
        if (current.isVoid() && current.transport().isAwaited()) {
            return unanswered();
        }
        var options = new ArrayList<NextAllowed.Option>();
        if (current.transport().isAnswered() || current.transport().isUnsent()) {
            if (claim.sent().mayBeWithPayer(claim.turn().billingSequence())) {
                if (claim.turn().adjudication() == Adjudication.NEEDS_REVIEW) {
                    return reviewed();
                }
                addVoid(options);
            }
            if (!awaitsDecision()) { // else the one that is billed could not be asked any more to take it back
                addOtherPayers(options);
            }
        }
        if (claim.ownerRole() != OwnerRole.NOBODY) {
            VoluntaryReturn.options(claim).forEach(options::add);
        }
        return options.isEmpty() ? NextAllowed.nothing(EncounterNews.NOTHING_TOOK_PLACE) : NextAllowed.of(options);
    }

    private boolean awaitsDecision() {
        return claim.sent().mayBeWithPayer(claim.turn().billingSequence())
                && switch (claim.turn().adjudication()) {
                    case NONE, PENDING, PREDETERMINATION, NEEDS_REVIEW -> true;
                    case PAID, PAID_AT_ZERO, PARTIALLY_PAID, DENIED, UNPROCESSABLE, FORWARDED, REVERSED -> false;
                };
    }

    /** Whoever paid or denied a claim has it, whatever was said of its file: a second first claim would be billed twice. */
    private NextAllowed afterRejection() {
        if (claim.turn().adjudication().isDecided() || claim.turn().adjudication() == Adjudication.NEEDS_REVIEW) {
            return afterAcceptance();
        }
        var current = claim.current();
        var options = new ArrayList<NextAllowed.Option>();
        if (current.isVoid()) {
            addDecided(options);
            return options.isEmpty()
                    ? NextAllowed.nothing("The void was rejected, and the payer gave no claim number: call the payer")
                    : NextAllowed.of(options);
        }
        options.add(sending(
                NextAllowed.CORRECT,
                current.frequency().equals("1")
                        ? "It was rejected before adjudication: a new claim, which refers to nothing"
                        : "The correction was rejected before adjudication: the payer's first decision stands"));
        if (current.frequency().equals("1")) {
            addBillPatient(options);
        }
        return NextAllowed.of(options);
    }

    private NextAllowed afterAcceptance() {
        if (claim.isTakenBack()) {
            return withOtherPayers(
                    aNewClaim("The payer has taken the claim back: what is billed again is a new claim"));
        }
        if (claim.turn().adjudication() == Adjudication.UNPROCESSABLE) {
            return withOtherPayers(aNewClaim("The payer could not process it: a new claim, which refers to nothing"));
        }
        if (claim.turn().adjudication() == Adjudication.FORWARDED) {
            return forwarded();
        }
        if (claim.turn().adjudication() == Adjudication.NEEDS_REVIEW) {
            return reviewed();
        }
        if (!claim.turn().adjudication().isDecided()) {
            return NextAllowed.nothing(undecided());
        }
        var options = new ArrayList<NextAllowed.Option>();
        addDecided(options);
        addNextPayer(options, "The payer has decided: the next payer in turn can be billed");
        addOtherPayers(options);
        if (options.isEmpty()) {
            return NextAllowed.nothing(
                    "The payer gave no claim number that a correction could refer to: call the payer");
        }
        return NextAllowed.of(options);
    }

    private String undecided() {
        return claim.turn().adjudication() == Adjudication.PREDETERMINATION
                ? "The payer has only estimated what it would pay: it has not decided yet"
                : "The payer has not decided yet";
    }

    private static NextAllowed reviewed() {
        return NextAllowed.of(
                plain(
                        NextAllowed.REVIEWED,
                        "A remittance about this claim waits for a person to say what the payer has decided: until then nothing is sent"));
    }

    /** It is billed again only when the payer that it was passed on to stays silent; what the one before has decided can be contested meanwhile. */
    private NextAllowed forwarded() {
        var options = new ArrayList<NextAllowed.Option>();
        var silentFrom = claim.nextPayerSilentFrom().orElseThrow();
        addNextPayer(
                options,
                "The payer has passed it on: if the next payer is silent until %s, it can be billed"
                        .formatted(silentFrom));
        addDecided(options);
        addOtherPayers(options);
        return options.isEmpty()
                ? NextAllowed.nothing("The payer has passed it on to the next payer")
                : NextAllowed.of(options);
    }

    private void addNextPayer(List<NextAllowed.Option> options, String why) {
        var next = nextTurn();
        var facts = claim.current().facts();
        if (next <= claim.turn().billingSequence() + facts.nextPayers().size()
                && claim.turn().adjudication() != Adjudication.REVERSED) {
            var number = claim.turn().replacedInTurn(next, claim.sent());
            options.add(
                    new NextAllowed.Option(NextAllowed.BILL_NEXT_PAYER, number == null ? "1" : "7", number, null, why));
        }
    }

    /** The payer after the one that is billed, again if it was billed before; else the first that has not decided, be it that the claim was passed on to it. */
    private int nextTurn() {
        var next = claim.turn().billingSequence() + 1;
        if (claim.sent().anyTo(next)) {
            return next;
        }
        while (claim.turn().decidedInTurn(next).isPresent()) {
            next++;
        }
        return next;
    }

    private void addDecided(List<NextAllowed.Option> options) {
        var facts = claim.current().facts();
        if (!facts.payer().profile().acceptsCorrectedClaims()) {
            options.add(new NextAllowed.Option(
                    NextAllowed.REOPEN,
                    null,
                    claim.turn().payersNumbers().inWords(),
                    FilingClock.reopening(claim.decidedOn()),
                    "The payer takes no corrected claims: ask it to reopen the claim, or appeal"));
        } else {
            addCorrection(options, "The payer has decided: a correction replaces the whole claim and names it");
        }
        addVoid(options);
        if (mayHaveRefused()) {
            options.add(new NextAllowed.Option(
                    NextAllowed.APPEAL,
                    null,
                    claim.turn().payersNumbers().inWords(),
                    FilingClock.firstAppeal(facts, claim.decidedOn(), limits),
                    claim.turn().adjudication() == Adjudication.FORWARDED
                            ? "What the payer has refused, if anything, can be appealed"
                            : "The payer has refused something: its decision can be appealed"));
        }
    }

    /** Frequency 7 needs a payer that takes it, and the payer's number. */
    private void addCorrection(List<NextAllowed.Option> options, String why) {
        var numbers = claim.turn().payersNumbers();
        if (numbers.newest() != null
                && claim.current().facts().payer().profile().acceptsCorrectedClaims()) {
            options.add(
                    NextAllowed.Option.naming(NextAllowed.CORRECT, "7", numbers, payersNumber, filing("7"), why, null));
        }
    }

    private boolean mayHaveRefused() {
        return switch (claim.turn().adjudication()) {
            case DENIED, PARTIALLY_PAID, FORWARDED -> true;
            case NONE, PENDING, PAID, PAID_AT_ZERO, UNPROCESSABLE, REVERSED, PREDETERMINATION, NEEDS_REVIEW -> false;
        };
    }

    /** Frequency 8 needs a payer that takes it, a decision and the payer's number. */
    private void addVoid(List<NextAllowed.Option> options) {
        var accepts = takesVoids(claim.current().facts().payer());
        if (accepts
                && claim.turn().payerClaimNumber() != null
                && claim.turn().adjudication().isDecided()) {
            options.add(NextAllowed.Option.naming(
                    NextAllowed.VOID,
                    "8",
                    claim.turn().payersNumbers(),
                    payersNumber,
                    null,
                    "The payer has decided: a void takes the whole claim back and names it",
                    null));
        }
    }

    private NextAllowed withOtherPayers(NextAllowed next) {
        var options = new ArrayList<>(next.options());
        addOtherPayers(options);
        return NextAllowed.of(options);
    }

    /** What other payers have decided in their turns can be corrected and taken back too; of a voided encounter only the latter. */
    private void addOtherPayers(List<NextAllowed.Option> options) {
        for (var decision : claim.turn().otherPayers()) {
            var turn = decision.sequence();
            if (decision.payerClaimNumber() == null || !claim.sent().mayBeWithPayer(turn)) {
                continue;
            }
            var payer = claim.sent().last(turn).facts().payer();
            var isBefore = turn
                    < claim.turn()
                            .billingSequence(); // a later one is told what those before it have decided: by billing it
            // in its turn
            if (isBefore && !claim.isVoided() && payer.profile().acceptsCorrectedClaims()) {
                options.add(NextAllowed.Option.naming(
                        NextAllowed.CORRECT,
                        "7",
                        decision.payersNumbers(),
                        payersNumber,
                        FilingClock.timelyFiling(ClaimFiling.correcting(claim, decision), limits),
                        "Payer %d in turn has decided: a correction replaces its claim; the payers after it are billed again"
                                .formatted(turn),
                        turn));
            }
            if (takesVoids(payer)) {
                options.add(NextAllowed.Option.naming(
                        NextAllowed.VOID,
                        "8",
                        decision.payersNumbers(),
                        payersNumber,
                        null,
                        "Payer %d in turn has decided: a void takes its claim back".formatted(turn),
                        turn));
            }
        }
    }

    static boolean takesVoids(PayerChanged payer) {
        var profile = payer.profile();
        return profile.agreed().acceptsVoidClaims() == null
                ? profile.acceptsCorrectedClaims()
                : profile.agreed().acceptsVoidClaims();
    }

    NextAllowed aNewClaim(String why) {
        return NextAllowed.of(new NextAllowed.Option(NextAllowed.CORRECT, "1", null, filing("1"), why));
    }

    private NextAllowed.Option sending(String action, String why) {
        var current = claim.current();
        return new NextAllowed.Option(
                action, current.frequency(), current.replacesPayerClaimNumber(), filing(current.frequency()), why);
    }

    private static NextAllowed.Option plain(String action, String why) {
        return new NextAllowed.Option(action, null, null, null, why);
    }

    /** @param frequency of a version that is made now */
    private @Nullable FilingClock filing(String frequency) {
        return FilingClock.timelyFiling(ClaimFiling.of(claim, frequency), limits);
    }
}
