package org.superbill.billing.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Balanced, and for each claim that it names, or it does not exist. In {@code lines} a debit is positive, a credit negative; a line of zero is not written.
 *
 * @param occurredOn the business date, e.g. that of the payment
 * @param memo why, without patient data
 * @param byHand absent for what follows from a file or a claim
 */
public record JournalEntry(
        UUID id,
        Kind kind,
        LocalDate occurredOn,
        @Nullable String memo,
        List<Line> lines,
        @Nullable ByHand byHand) {
    public JournalEntry {
        lines = List.copyOf(lines);
        if (lines.size() < 2) {
            throw new IllegalArgumentException("Journal entry %s needs two lines".formatted(id));
        }
        var difference = Cents.sum(lines, Line::amount);
        if (!difference.isZero()) {
            throw new IllegalArgumentException("Journal entry %s is off by %d cents".formatted(id, difference.value()));
        }
        requireBalanced(id, lines);
    }

    /** So that a claim's charge always is what was paid, adjusted and is open. */
    private static void requireBalanced(UUID id, List<Line> lines) {
        var byClaim = new HashMap<UUID, Cents>();
        for (var line : lines) {
            var claimId = line.reference().claimId();
            if (claimId != null) {
                byClaim.merge(claimId, line.amount(), Cents::plus);
            }
        }
        byClaim.values().removeIf(Cents::isZero);
        if (!byClaim.isEmpty()) {
            throw new IllegalArgumentException("Journal entry %s is off for claims %s".formatted(id, byClaim.keySet()));
        }
    }

    public JournalEntry(UUID id, Kind kind, LocalDate occurredOn, @Nullable String memo, List<Line> lines) {
        this(id, kind, occurredOn, memo, lines, null);
    }

    /**
     * Who posted it, and on what authority.
     *
     * @param authority the role whose limit it is within, e.g. {@code billing-manager}
     * @param reverses the entry that it takes back
     */
    public record ByHand(
            String postedBy, String authority, @Nullable UUID reverses) {}

    /** The same lines with their signs turned, posted by a person. */
    public JournalEntry reversedBy(UUID reversalId, LocalDate on, String why, String postedBy, String authority) {
        var turned = lines.stream()
                .map(line -> new Line(
                        line.account(), line.amount().negated(), line.reference(), line.claimLine(), line.reason()))
                .toList();
        return new JournalEntry(
                reversalId, Kind.ADJUSTMENT_REVERSAL, on, why, turned, new ByHand(postedBy, authority, id));
    }

    /** What an entry records. */
    public enum Kind {
        CHARGE,
        CHARGE_REVERSAL,
        /** The patient pays what a payer was to be asked for: no payer had decided. */
        BILLED_TO_PATIENT,
        /** A coverage was found after all. */
        BILLED_TO_PAYER,
        PAYER_PAYMENT,
        PAYER_REVERSAL,
        PROVIDER_ADJUSTMENT,
        UNAPPLIED_PAYMENT,
        UNAPPLIED_REVERSAL,
        /** A posting that a named person took back. */
        POSTING_UNDONE,
        /** The bank shows money. */
        DEPOSIT,
        /** The bank's money is what a remittance has announced. */
        DEPOSIT_MATCH,
        DEPOSIT_MATCH_UNDONE,
        REFUND_APPROVED,
        REFUND_PAID,
        /** A refund that was stopped, or has come back. */
        REFUND_RETURNED,
        REFUND_REVERSED,
        ADJUSTMENT,
        ADJUSTMENT_REVERSAL,
        OPENING_BALANCE
    }

    /**
     * One side of an entry.
     *
     * @param claimLine the claim's line; absent for what concerns the claim as a whole
     * @param reason group and CARC of an adjustment, e.g. {@code CO-45}
     */
    public record Line(
            Account account,
            Cents amount,
            Reference reference,
            @Nullable Integer claimLine,
            @Nullable String reason) {}

    /**
     * What a line is about.
     *
     * @param payerReference under which a payer carries money forward or takes it back (PLB03-2)
     */
    public record Reference(
            @Nullable UUID patientId,
            @Nullable UUID claimId,
            @Nullable UUID payerId,
            @Nullable UUID remittanceId,
            @Nullable String payerReference) {
        public static final Reference NONE = new Reference(null, null, null, null);

        public Reference(
                @Nullable UUID patientId, @Nullable UUID claimId, @Nullable UUID payerId, @Nullable UUID remittanceId) {
            this(patientId, claimId, payerId, remittanceId, null);
        }

        public Reference withPayer(UUID other) {
            return new Reference(patientId, claimId, other, remittanceId, payerReference);
        }

        public Reference withRemittance(UUID other) {
            return new Reference(patientId, claimId, payerId, other, payerReference);
        }

        public Reference withPayerReference(@Nullable String other) {
            return new Reference(patientId, claimId, payerId, remittanceId, other);
        }
    }

    /** Collects the lines of an entry, each amount once to the debit of one account and to the credit of another. */
    public static final class Builder {
        private final List<Line> lines = new ArrayList<>();

        /** An amount below zero moves the other way; zero moves nothing. */
        public Builder move(
                Cents amount,
                Account debit,
                Reference debited,
                Account credit,
                Reference credited,
                @Nullable Integer claimLine,
                @Nullable String reason) {
            if (!amount.isZero()) {
                lines.add(new Line(debit, amount, debited, claimLine, reason));
                lines.add(new Line(credit, amount.negated(), credited, claimLine, reason));
            }
            return this;
        }

        public Builder move(
                Cents amount,
                Account debit,
                Account credit,
                Reference reference,
                @Nullable Integer claimLine,
                @Nullable String reason) {
            return move(amount, debit, reference, credit, reference, claimLine, reason);
        }

        public boolean isEmpty() {
            return lines.isEmpty();
        }

        public JournalEntry build(UUID id, Kind kind, LocalDate occurredOn, @Nullable String memo) {
            return new JournalEntry(id, kind, occurredOn, memo, lines);
        }

        public JournalEntry build(UUID id, Kind kind, LocalDate occurredOn, @Nullable String memo, ByHand byHand) {
            return new JournalEntry(id, kind, occurredOn, memo, lines, byHand);
        }
    }
}
