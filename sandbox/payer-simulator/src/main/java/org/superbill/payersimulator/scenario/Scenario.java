package org.superbill.payersimulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can happen to a claim. What is absent in its JSON form is as for every other claim.
 *
 * @param memberIdEndsWith which members' claims it happens to; empty: the one for all that no other is for
 * @param payAfterDays how many days after it came a claim is paid, at least 1
 * @param lines the first rule that is for a line decides of it
 * @param remarks MOA remark codes
 * @param status CLP02, where it is not 1
 * @param deductibleShare of what is allowed, to the deductible (PR-1) instead of the copay and coinsurance
 * @param sequestrationShare of what is paid, kept back as CO-253
 * @param qualifiedMedicareBeneficiary whether nobody owes what is PR: remarks N781 to N783
 * @param providerAdjustments PLB of the payment that the claim is in
 */
public record Scenario(
        String id,
        String memberIdEndsWith,
        String effect,
        Intake intake,
        @Nullable Rejection rejection,
        int payAfterDays,
        List<LineRule> lines,
        List<String> remarks,
        @Nullable String status,
        @Nullable BigDecimal deductibleShare,
        @Nullable BigDecimal sequestrationShare,
        boolean qualifiedMedicareBeneficiary,
        @Nullable ForwardedTo forwardedTo,
        List<Later> later,
        List<Outside> providerAdjustments,
        FileFault file) {

    @JsonCreator
    static Scenario of(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "memberIdEndsWith", required = true) String memberIdEndsWith,
            @JsonProperty(value = "effect", required = true) String effect,
            @JsonProperty("intake") @Nullable Intake intake,
            @JsonProperty("rejection") @Nullable Rejection rejection,
            @JsonProperty("payAfterDays") @Nullable Integer payAfterDays,
            @JsonProperty("lines") @Nullable List<LineRule> lines,
            @JsonProperty("remarks") @Nullable List<String> remarks,
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("deductibleShare") @Nullable BigDecimal deductibleShare,
            @JsonProperty("sequestrationShare") @Nullable BigDecimal sequestrationShare,
            @JsonProperty("qualifiedMedicareBeneficiary") @Nullable Boolean qualifiedMedicareBeneficiary,
            @JsonProperty("forwardedTo") @Nullable ForwardedTo forwardedTo,
            @JsonProperty("later") @Nullable List<Later> later,
            @JsonProperty("providerAdjustments") @Nullable List<Outside> providerAdjustments,
            @JsonProperty("file") @Nullable FileFault file) {
        return new Scenario(
                id,
                memberIdEndsWith,
                effect,
                intake == null ? Intake.ACCEPT : intake,
                rejection,
                payAfterDays == null ? 1 : payAfterDays,
                orNone(lines),
                orNone(remarks),
                status,
                deductibleShare,
                sequestrationShare,
                Boolean.TRUE.equals(qualifiedMedicareBeneficiary),
                forwardedTo,
                orNone(later),
                orNone(providerAdjustments),
                file == null ? FileFault.NONE : file);
    }

    /** @throws IllegalArgumentException when it cannot happen */
    public Scenario {
        if (payAfterDays < 1) {
            throw new IllegalArgumentException(id + ": payAfterDays is less than 1");
        }
        if (intake == Intake.REJECT && rejection == null) {
            throw new IllegalArgumentException(id + ": a claim that is rejected needs its rejection");
        }
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
        later = List.copyOf(later);
        providerAdjustments = List.copyOf(providerAdjustments);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** The first rule for a line. @param position from 0 */
    public Optional<LineRule> rule(int position, boolean isOriginal) {
        return lines.stream()
                .filter(rule -> rule.which().contains(position) && (isOriginal || !rule.originalOnly()))
                .findFirst();
    }

    /** What the payer's front door does. */
    public enum Intake {
        ACCEPT,
        REFUSE_INTERCHANGE,
        REFUSE_GROUP,
        REJECT,
        LOSE_FILE,
        LOSE_CLAIM;

        @JsonCreator
        static Intake of(String name) {
            return valueOf(constant(name));
        }

        @JsonValue
        String id() {
            return written(this);
        }
    }

    /** STC01 of the 277CA: category and status code, and the entity that it is about. */
    public record Rejection(String category, String status, String entity) {}

    /** Which lines of a claim a rule is for. */
    public enum Which {
        FIRST,
        REST,
        ALL;

        boolean contains(int position) {
            return this == ALL || (position == 0) == (this == FIRST);
        }

        @JsonCreator
        static Which of(String name) {
            return valueOf(constant(name));
        }

        @JsonValue
        String id() {
            return written(this);
        }
    }

    /**
     * What happens to a line: it is denied by a group and a reason code, or paid as another procedure.
     *
     * @param originalOnly whether a replacement (frequency 7) fares as others do
     */
    public record LineRule(
            Which which,
            @Nullable String group,
            @Nullable String carc,
            @Nullable List<String> remarks,
            boolean originalOnly,
            @Nullable String paidAs) {
        public List<String> remarkCodes() {
            return remarks == null ? List.of() : remarks;
        }
    }

    /** NM1*TT: the payer that the claim was sent on to. */
    public record ForwardedTo(String name, String identifier) {}

    /** What happens to a claim after it was paid. @param afterDays since its payment */
    public record Later(int afterDays, What what) {}

    /** A step after the payment. */
    public enum What {
        /** All of it is taken back: CLP02 22. */
        REVERSE,
        /** Taken back, and paid anew at half of what was allowed. */
        CORRECT,
        /** Taken back, and at once given back by PLB WO, for it is kept from a later payment. */
        ANNOUNCE_RECOUPMENT,
        /** Kept from this payment: PLB WO. */
        RECOUP;

        @JsonCreator
        static What of(String name) {
            return valueOf(constant(name));
        }

        @JsonValue
        String id() {
            return written(this);
        }
    }

    /** One PLB amount; more than zero takes money from the payee. */
    public record Outside(String reason, long cents) {}

    /** What is wrong with the file of the 835. */
    public enum FileFault {
        NONE,
        TWICE,
        RE_ENVELOPED,
        DAMAGED,
        WRONG_TOTAL;

        @JsonCreator
        static FileFault of(String name) {
            return valueOf(constant(name));
        }

        @JsonValue
        String id() {
            return written(this);
        }
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
