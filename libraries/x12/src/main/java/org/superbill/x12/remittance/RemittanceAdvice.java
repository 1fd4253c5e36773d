package org.superbill.x12.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.Transaction;
import org.superbill.x12.TypedSegment;
import org.superbill.x12.TypedTransaction;
import org.superbill.x12.guide.Guide;

/** One remittance, which explains one payment: an 835 transaction set from ST to SE. Read streaming it has no claims. */
public record RemittanceAdvice(Loop loop) implements Transaction835 {

    /** @throws IllegalArgumentException when the transaction set is no 835 */
    public static RemittanceAdvice of(Transaction transaction) {
        return new RemittanceAdvice(TypedTransaction.root(transaction, Guide.REMITTANCE_835));
    }

    /** BPR. */
    public Payment payment() {
        return new Payment(loop.required("BPR"));
    }

    /** TRN02: the check's or the transfer's number. */
    public String traceNumber() {
        return loop.required("TRN").element(2);
    }

    /** TRN03: 1 and the payer's tax id. */
    public String payerIdentifier() {
        return loop.required("TRN").element(3);
    }

    /** The claims of all header numbers. */
    public List<Loop2100ClaimPayment> claims() {
        return headerNumber().stream()
                .flatMap(header -> header.claimPayment().stream())
                .toList();
    }

    /** PLB. */
    public List<ProviderAdjustment> providerAdjustments() {
        return ProviderAdjustment.of(loop);
    }

    /**
     * @param traceNumber TRN02
     * @param payerIdentifier TRN03: 1 and the payer's tax id, ten characters
     */
    public static Builder builder(Payment payment, String traceNumber, String payerIdentifier) {
        return new Builder(payment, traceNumber, payerIdentifier);
    }

    /** Builds a remittance; payer and payee must be given. Write it with {@code X12Writer.transaction}. */
    public static final class Builder {
        private final LoopBuilder parts = new LoopBuilder(Guide.REMITTANCE_835.root());
        private final List<Loop2100ClaimPayment> claims = new ArrayList<>();

        private Builder(Payment payment, String traceNumber, String payerIdentifier) {
            parts.add(payment.bpr()).segment("TRN", "1", traceNumber, payerIdentifier);
        }

        /** DTM*405. */
        public Builder productionDate(LocalDate date) {
            parts.segment("DTM", "405", Segment.format(date));
            return this;
        }

        public Builder payer(Loop1000APayer payer) {
            parts.add(payer);
            return this;
        }

        public Builder payee(Loop1000BPayee payee) {
            parts.add(payee);
            return this;
        }

        /** Claims stand under one header number, 1. */
        public Builder claim(Loop2100ClaimPayment claim) {
            claims.add(claim);
            return this;
        }

        public Builder providerAdjustments(List<ProviderAdjustment> adjustments) {
            parts.addAll(ProviderAdjustment.segments(adjustments));
            return this;
        }

        /** Any other segment of the transaction set's header, or a child loop. */
        public Builder add(LoopPart part) {
            parts.add(part);
            return this;
        }

        /** Any other segment, typed. */
        public Builder add(TypedSegment segment) {
            parts.add(segment);
            return this;
        }

        public RemittanceAdvice build() {
            if (!claims.isEmpty()) {
                parts.add(Loop2000HeaderNumber.of(1, claims));
            }
            return new RemittanceAdvice(parts.build());
        }
    }
}
