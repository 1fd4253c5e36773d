package org.superbill.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedSegment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.Amount;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;

/** What the payer decided on one line (835 loop 2110). */
public record Loop2110ServicePayment(Loop loop) implements Loop2110 {

    private Segment svc() {
        return loop.required("SVC");
    }

    /** SVC01: what was adjudicated. */
    public Procedure procedure() {
        return Procedure.of(svc(), 1);
    }

    /** SVC02. */
    public BigDecimal chargeAmount() {
        return svc().requiredDecimal(2);
    }

    /** SVC03. */
    public BigDecimal paidAmount() {
        return svc().requiredDecimal(3);
    }

    /** SVC05; one when it is empty. */
    public BigDecimal paidUnits() {
        var units = svc().decimal(5);
        return units == null ? BigDecimal.ONE : units;
    }

    /** SVC06: what was submitted, when it is not what was adjudicated. */
    public @Nullable Procedure submittedProcedure() {
        return svc().has(6) ? Procedure.of(svc(), 6) : null;
    }

    /** SVC07, when it is not {@link #paidUnits}. */
    public @Nullable BigDecimal submittedUnits() {
        return svc().decimal(7);
    }

    /** The first day: DTM*472, else DTM*150. */
    public @Nullable LocalDate firstServiceDate() {
        var dtm = loop.segment("DTM", "472", "150");
        return dtm == null ? null : dtm.date(2);
    }

    /** The last day: DTM*151, else {@link #firstServiceDate}. */
    public @Nullable LocalDate lastServiceDate() {
        var dtm = loop.segment("DTM", "151");
        return dtm == null ? firstServiceDate() : dtm.date(2);
    }

    public List<Adjustment> adjustments() {
        return Adjustment.of(loop);
    }

    /** REF02 of the first REF with this qualifier. */
    public @Nullable String reference(String qualifier) {
        var ref = loop.segment("REF", qualifier);
        return ref == null ? null : ref.value(2);
    }

    /** REF*6R: the claim's own number of the line. */
    public @Nullable String lineControlNumber() {
        return reference("6R");
    }

    public List<Reference> references() {
        return loop.segments("REF").stream().map(Reference::of).toList();
    }

    public List<Amount> amounts() {
        return loop.segments("AMT").stream().map(Amount::of).toList();
    }

    /** AMT*B6. */
    public @Nullable BigDecimal allowedAmount() {
        var amt = loop.segment("AMT", "B6");
        return amt == null ? null : amt.decimal(2);
    }

    /** LQ*HE: remark codes (RARC). */
    public List<String> remarkCodes() {
        return loop.segments("LQ").stream()
                .filter(lq -> lq.element(1).equals("HE"))
                .map(lq -> lq.element(2))
                .toList();
    }

    public static Builder builder(Procedure procedure, BigDecimal chargeAmount, BigDecimal paidAmount) {
        return new Builder(procedure, chargeAmount, paidAmount);
    }

    /** Builds a line's payment. */
    public static final class Builder {
        private final LoopBuilder parts = new LoopBuilder(Guide.REMITTANCE_835.loop("2110"));
        private final Procedure procedure;
        private final BigDecimal chargeAmount;
        private final BigDecimal paidAmount;
        private @Nullable String revenueCode;
        private @Nullable BigDecimal paidUnits;
        private @Nullable Procedure submittedProcedure;
        private @Nullable BigDecimal submittedUnits;

        private Builder(Procedure procedure, BigDecimal chargeAmount, BigDecimal paidAmount) {
            this.procedure = procedure;
            this.chargeAmount = chargeAmount;
            this.paidAmount = paidAmount;
        }

        /** SVC04, of a facility's line whose procedure is in SVC01. */
        public Builder revenueCode(@Nullable String code) {
            this.revenueCode = code;
            return this;
        }

        /** SVC05. */
        public Builder paidUnits(@Nullable BigDecimal units) {
            this.paidUnits = units;
            return this;
        }

        /** SVC06 and SVC07, only where they differ from what was adjudicated. */
        public Builder submitted(@Nullable Procedure code, @Nullable BigDecimal units) {
            this.submittedProcedure = code;
            this.submittedUnits = units;
            return this;
        }

        /** DTM*472 for one day, DTM*150 and DTM*151 for more. */
        public Builder serviceDates(LocalDate from, LocalDate to) {
            if (from.equals(to)) {
                parts.segment("DTM", "472", Segment.format(from));
            } else {
                parts.segment("DTM", "150", Segment.format(from)).segment("DTM", "151", Segment.format(to));
            }
            return this;
        }

        public Builder adjustments(List<Adjustment> adjustments) {
            parts.addAll(Adjustment.segments(adjustments));
            return this;
        }

        public Builder reference(String qualifier, String value) {
            parts.add(new Reference(qualifier, value).ref());
            return this;
        }

        /** REF*6R; null is left out. */
        public Builder lineControlNumber(@Nullable String number) {
            return number == null ? this : reference("6R", number);
        }

        /** AMT*B6. */
        public Builder allowedAmount(BigDecimal amount) {
            parts.add(new Amount("B6", amount).amt());
            return this;
        }

        /** LQ*HE. */
        public Builder remarkCodes(List<String> codes) {
            codes.forEach(code -> parts.segment("LQ", "HE", code));
            return this;
        }

        /** Any other segment of loop 2110. */
        public Builder add(LoopPart part) {
            parts.add(part);
            return this;
        }

        /** Any other segment, typed. */
        public Builder add(TypedSegment segment) {
            parts.add(segment);
            return this;
        }

        public Loop2110ServicePayment build() {
            parts.segment(
                    "SVC",
                    procedure.composite(),
                    chargeAmount.toPlainString(),
                    paidAmount.toPlainString(),
                    revenueCode,
                    Segment.format(paidUnits),
                    submittedProcedure == null ? null : submittedProcedure.composite(),
                    Segment.format(submittedUnits));
            return new Loop2110ServicePayment(parts.build());
        }
    }
}
