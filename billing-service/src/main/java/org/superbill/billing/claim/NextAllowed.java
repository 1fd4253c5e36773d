package org.superbill.billing.claim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.PayerLimits;
import org.superbill.servicekit.problem.Problem;

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
    static final String MAIL = "mail";
    static final String HOLD = "hold";
    static final String RELEASE = "release";
    static final String CORRECT = "correct";
    static final String VOID = "void";
    static final String DISCARD = "discard";
    static final String REOPEN = "reopen";
    static final String APPEAL = "appeal";
    static final String BILL_APART = "bill-apart";
    static final String REFUND = "refund";
    static final String BILL_NEXT_PAYER = "bill-next-payer";
    static final String REVIEWED = "reviewed";
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
     * @param payerInTurn whose claim it would be, where that is another payer than the one that is billed
     * @param payerClaimNumbers of which the request has to name one, where the payer has decided the claim in parts, each under its own; {@code references} is absent then
     */
    @Schema(name = "ClaimOption")
    record Option(
            @Schema(examples = "correct") String action,
            @Schema(examples = "7") @Nullable String frequency,
            @Nullable String references,
            @Nullable FilingClock clock,
            String why,
            @Nullable Integer payerInTurn,
            @Nullable List<String> payerClaimNumbers) {
        Option(
                String action,
                @Nullable String frequency,
                @Nullable String references,
                @Nullable FilingClock clock,
                String why) {
            this(action, frequency, references, clock, why, null, null);
        }

        /** @param meant which of the payer's numbers; null for the only one */
        static Option naming(
                String action,
                String frequency,
                PayersNumbers numbers,
                @Nullable String meant,
                @Nullable FilingClock clock,
                String why,
                @Nullable Integer payerInTurn) {
            var references = numbers.named(meant);
            return references == null
                    ? new Option(
                            action,
                            frequency,
                            null,
                            clock,
                            "%s; it has decided the claim in parts, under %s, and which of them is meant has to be said"
                                    .formatted(why, numbers.inWords()),
                            payerInTurn,
                            numbers.parts())
                    : new Option(action, frequency, references, clock, why, payerInTurn, null);
        }

        /** Somebody has to say which of the payer's numbers is meant. */
        boolean isAmbiguous() {
            return payerClaimNumbers != null;
        }

        /** @throws Problem {@code CLAIM_STEP_NOT_ALLOWED} when it is not said which of the payer's numbers is meant */
        Option requireReference() {
            if (isAmbiguous()) {
                throw new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, why);
            }
            return this;
        }

        Option until(@Nullable FilingClock other) {
            return new Option(action, frequency, references, other, why, payerInTurn, payerClaimNumbers);
        }
    }

    /** Of the payer that is billed. */
    Optional<Option> option(String action) {
        return option(action, null);
    }

    /** @param payerInTurn null for the payer that is billed */
    Optional<Option> option(String action, @Nullable Integer payerInTurn) {
        return options.stream()
                .filter(option -> option.action().equals(action) && Objects.equals(option.payerInTurn(), payerInTurn))
                .findFirst();
    }

    /** Of the payer that is billed. @throws Problem {@code CLAIM_STEP_NOT_ALLOWED} with the reason */
    Option require(String action) {
        return require(action, null);
    }

    /** @param payerInTurn null for the payer that is billed */
    Option require(String action, @Nullable Integer payerInTurn) {
        return option(action, payerInTurn).orElseThrow(() -> new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, why));
    }

    /** Of whichever payer. @throws Problem {@code CLAIM_STEP_NOT_ALLOWED} with the reason */
    void requireOfAny(String action) {
        if (!actions.contains(action)) {
            throw new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, why);
        }
    }

    /** The same, where it is known until when something can be done. */
    NextAllowed clocked(String action, @Nullable FilingClock clock) {
        return options.isEmpty()
                ? this
                : of(options.stream()
                        .map(option -> option.action().equals(action) ? option.until(clock) : option)
                        .toList());
    }

    /** The same with another option of the payer that is billed in place of that for the action. */
    NextAllowed replaced(Option other) {
        return of(options.stream()
                .map(option -> option.action().equals(other.action()) && option.payerInTurn() == null ? other : option)
                .toList());
    }

    /** The same without this action of the payer that is billed. */
    NextAllowed without(String action, String because) {
        var left = options.stream()
                .filter(option -> !option.action().equals(action) || option.payerInTurn() != null)
                .toList();
        return left.isEmpty() ? nothing(because) : of(left);
    }

    /** Whether something may be done, not until when: that also needs what is entered of the payer's limits. */
    static NextAllowed of(Claim claim) {
        return of(claim, PayerLimits.NONE);
    }

    /** @param limits of the claim's payer */
    static NextAllowed of(Claim claim, PayerLimits limits) {
        return new Situation(claim, limits, null).next();
    }

    /** @param payersNumber which of the payer's claim numbers a person means; null for the only one */
    static NextAllowed of(Claim claim, @Nullable String payersNumber) {
        return new Situation(claim, PayerLimits.NONE, payersNumber).next();
    }

    static NextAllowed aNewClaim(Claim claim, String why) {
        return new Situation(claim, PayerLimits.NONE, null).aNewClaim(why);
    }

    static NextAllowed of(Option option) {
        return of(List.of(option));
    }

    static NextAllowed of(List<Option> options) {
        var first = options.get(0);
        return new NextAllowed(
                options.stream().map(Option::action).toList(),
                first.frequency(),
                first.references(),
                first.why(),
                options);
    }

    static NextAllowed nothing(String why) {
        return new NextAllowed(List.of(), null, null, why, List.of());
    }
}
