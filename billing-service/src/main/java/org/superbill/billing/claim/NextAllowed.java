package org.superbill.billing.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;

/**
 * What may be done with a claim now, and why: it follows from what came back. Pure.
 *
 * @param actions the actions of the options, in their order
 * @param frequency CLM05-3 of what would be sent by the first option
 * @param references the payer's claim number that it would name in REF*F8
 * @param why in plain words; of the first option, else why nothing can be done
 */
@Schema(name = "ClaimNextAllowed")
record NextAllowed(
        @Schema(examples = "correct") List<String> actions,
        @Schema(examples = "7") @Nullable String frequency,
        @Nullable String references,
        String why,
        List<Option> options) {
    static final String SUBMIT = "submit";
    static final String HOLD = "hold";
    static final String RELEASE = "release";
    static final String CORRECT = "correct";
    static final String VOID = "void";
    static final String REOPEN = "reopen";
    static final String APPEAL = "appeal";
    static final String BILL_NEXT_PAYER = "bill-next-payer";
    static final String BILL_PATIENT = "bill-patient";
    static final String BILL_PAYER = "bill-payer";

    NextAllowed {
        actions = List.copyOf(actions);
        options = List.copyOf(options);
    }

    /**
     * One thing that can be done.
     *
     * @param frequency CLM05-3, where the action sends a claim
     * @param references REF*F8
     * @param clock until when
     */
    @Schema(name = "ClaimOption")
    record Option(
            @Schema(examples = "correct") String action,
            @Schema(examples = "7") @Nullable String frequency,
            @Nullable String references,
            @Nullable FilingClock clock,
            String why) {}

    Optional<Option> option(String action) {
        return options.stream().filter(option -> option.action().equals(action)).findFirst();
    }

    static NextAllowed of(Claim claim) {
        var current = claim.current();
        if (claim.billedTo() == BilledTo.PATIENT) {
            return of(plain(
                    BILL_PAYER, "The patient is billed; where a coverage is found, its payer can be billed after all"));
        }
        if (claim.isVoided()) {
            return ofVoidedEncounter(claim);
        }
        return switch (current.transport()) {
            case DRAFT, EDITS_FAILED, READY -> unsent(claim);
            case HELD -> of(sending(claim, RELEASE, "Somebody holds this version"));
            case QUEUED ->
                current.waitsForFile()
                        ? of(plain(HOLD, "This version waits for the next file to the payer"))
                        : nothing("This version is about to be sent");
            case SENT, RECEIVED -> nothing("The payer has not answered yet");
            case REJECTED, REJECTED_ENVELOPE -> afterRejection(claim);
            case ACCEPTED -> afterAcceptance(claim);
        };
    }

    private static NextAllowed unsent(Claim claim) {
        var options = new ArrayList<Option>();
        options.add(sending(claim, SUBMIT, "This version has not been sent"));
        options.add(plain(HOLD, "This version has not been sent"));
        addBillPatient(claim, options);
        return of(options);
    }

    private static void addBillPatient(Claim claim, List<Option> options) {
        if (claim.adjudication() == Adjudication.NONE && claim.billingSequence() == 1) {
            options.add(
                    plain(
                            BILL_PATIENT,
                            "No payer has decided anything: the patient can be billed for all of it, where there is no coverage"));
        }
    }

    /** What has left is taken back; nothing else. */
    private static NextAllowed ofVoidedEncounter(Claim claim) {
        var current = claim.current();
        if (current.isVoid() && current.transport().isUnsent()) {
            return of(
                    current.transport() == Transport.HELD
                            ? sending(claim, RELEASE, "Somebody holds this version")
                            : sending(claim, SUBMIT, "The encounter was voided: this takes back what the payer has"));
        }
        var options = new ArrayList<Option>();
        if (claim.mayBeWithPayer() && current.transport().isAnswered()) {
            addVoid(claim, options);
        }
        return options.isEmpty() ? nothing("The encounter was voided") : of(options);
    }

    /** Whoever paid or denied a claim has it, whatever was said of its file: a second first claim would be billed twice. */
    private static NextAllowed afterRejection(Claim claim) {
        if (claim.adjudication().isDecided()) {
            return afterAcceptance(claim);
        }
        var current = claim.current();
        var options = new ArrayList<Option>();
        if (current.isVoid()) {
            addDecided(claim, options);
            return options.isEmpty()
                    ? nothing("The void was rejected, and the payer gave no claim number: call the payer")
                    : of(options);
        }
        options.add(sending(
                claim,
                CORRECT,
                current.frequency().equals("1")
                        ? "It was rejected before adjudication: a new claim, which refers to nothing"
                        : "The correction was rejected before adjudication: the payer's first decision stands"));
        if (current.frequency().equals("1")) {
            addBillPatient(claim, options);
        }
        return of(options);
    }

    private static NextAllowed afterAcceptance(Claim claim) {
        if (claim.isTakenBack()) {
            return aNewClaim(claim, "The payer has taken the claim back: what is billed again is a new claim");
        }
        if (claim.adjudication() == Adjudication.UNPROCESSABLE) {
            return aNewClaim(claim, "The payer could not process it: a new claim, which refers to nothing");
        }
        if (claim.adjudication() == Adjudication.FORWARDED) {
            return forwarded(claim);
        }
        if (!claim.adjudication().isDecided()) {
            return nothing("The payer has not decided yet");
        }
        var options = new ArrayList<Option>();
        addDecided(claim, options);
        addNextPayer(claim, options, "The payer has decided: the next payer in turn can be billed");
        if (options.isEmpty()) {
            return nothing("The payer gave no claim number that a correction could refer to: call the payer");
        }
        return of(options);
    }

    /** It is billed again only when the payer that it was passed on to stays silent. */
    private static NextAllowed forwarded(Claim claim) {
        var options = new ArrayList<Option>();
        var due = claim.ownerDue();
        addNextPayer(
                claim,
                options,
                due == null
                        ? "The payer has passed it on to the next payer"
                        : "The payer has passed it on: if the next payer is silent until %s, it can be billed"
                                .formatted(due));
        return options.isEmpty() ? nothing("The payer has passed it on to the next payer") : of(options);
    }

    private static void addNextPayer(Claim claim, List<Option> options, String why) {
        var facts = claim.current().facts();
        if (!facts.nextPayers().isEmpty() && claim.adjudication() != Adjudication.REVERSED) {
            options.add(new Option(BILL_NEXT_PAYER, "1", null, null, why));
        }
    }

    private static void addDecided(Claim claim, List<Option> options) {
        var facts = claim.current().facts();
        var decided = claim.adjudicationSince();
        if (!facts.payer().profile().acceptsCorrectedClaims()) {
            options.add(new Option(
                    REOPEN,
                    null,
                    claim.payerClaimNumber(),
                    FilingClock.reopening(facts, decided),
                    "The payer takes no corrected claims: ask it to reopen the claim, or appeal"));
        } else if (claim.payerClaimNumber() != null) {
            options.add(new Option(
                    CORRECT,
                    "7",
                    claim.payerClaimNumber(),
                    filing(claim),
                    "The payer has decided: a correction replaces the whole claim and names it"));
        }
        addVoid(claim, options);
        if (claim.adjudication() == Adjudication.DENIED || claim.adjudication() == Adjudication.PARTIALLY_PAID) {
            options.add(new Option(
                    APPEAL,
                    null,
                    claim.payerClaimNumber(),
                    FilingClock.firstAppeal(facts, decided),
                    "The payer has refused something: its decision can be appealed"));
        }
    }

    /** Frequency 8 needs a payer that takes it, a decision and the payer's number. */
    private static void addVoid(Claim claim, List<Option> options) {
        var profile = claim.current().facts().payer().profile();
        var accepts = profile.agreed().acceptsVoidClaims() == null
                ? profile.acceptsCorrectedClaims()
                : profile.agreed().acceptsVoidClaims();
        if (accepts && claim.payerClaimNumber() != null && claim.adjudication().isDecided()) {
            options.add(new Option(
                    VOID,
                    "8",
                    claim.payerClaimNumber(),
                    null,
                    "The payer has decided: a void takes the whole claim back and names it"));
        }
    }

    static NextAllowed aNewClaim(Claim claim, String why) {
        return of(new Option(CORRECT, "1", null, filing(claim), why));
    }

    private static Option sending(Claim claim, String action, String why) {
        var current = claim.current();
        return new Option(action, current.frequency(), current.replacesPayerClaimNumber(), filing(claim), why);
    }

    private static Option plain(String action, String why) {
        return new Option(action, null, null, null, why);
    }

    private static FilingClock filing(Claim claim) {
        ClaimFacts facts = claim.current().facts();
        var coordination = claim.current().coordination();
        if (coordination == null || coordination.priorPayers().isEmpty()) {
            return FilingClock.timelyFiling(facts);
        }
        var priors = coordination.priorPayers();
        return FilingClock.timelyFiling(facts, priors.get(priors.size() - 1).decidedOn());
    }

    private static NextAllowed of(Option option) {
        return of(List.of(option));
    }

    private static NextAllowed of(List<Option> options) {
        var first = options.get(0);
        return new NextAllowed(
                options.stream().map(Option::action).toList(),
                first.frequency(),
                first.references(),
                first.why(),
                options);
    }

    private static NextAllowed nothing(String why) {
        return new NextAllowed(List.of(), null, null, why, List.of());
    }
}
