package org.superbill.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Reference;

/** What the payer decided on one claim (835 loop 2100). */
public record Loop2100ClaimPayment(Loop loop) implements Loop2100 {

    private Segment clp() {
        return loop.required("CLP");
    }

    /** CLP01: CLM01 of the claim. */
    public String patientControlNumber() {
        return clp().element(1);
    }

    /** CLP02. */
    public ClaimPaymentStatus status() {
        return new ClaimPaymentStatus(clp().element(2));
    }

    public boolean isReversal() {
        return status().equals(ClaimPaymentStatus.REVERSAL);
    }

    /** CLP03. */
    public BigDecimal chargeAmount() {
        return clp().requiredDecimal(3);
    }

    /** CLP04. */
    public BigDecimal paidAmount() {
        return clp().requiredDecimal(4);
    }

    /** CLP05; the PR adjustments are what counts. */
    public @Nullable BigDecimal patientResponsibility() {
        return clp().decimal(5);
    }

    /** CLP07: the payer's number of the claim (ICN), to be sent back in REF*F8. */
    public String payerClaimControlNumber() {
        return clp().element(7);
    }

    /** CAS of the claim, without those of its lines. */
    public List<Adjustment> adjustments() {
        return Adjustment.of(loop);
    }

    /** NM1 by NM101: QC patient, IL insured, 74 corrected, 82 rendering provider, TT crossover, PR corrected payer, GB other insured. */
    public @Nullable EntityName name(String entityCode) {
        var nm1 = loop.segment("NM1", entityCode);
        return nm1 == null ? null : EntityName.of(nm1);
    }

    public @Nullable EntityName patient() {
        return name("QC");
    }

    /** MOA03 to MOA07 and MIA05, MIA20 to MIA23: remark codes (RARC) of the whole claim. */
    public List<String> remarkCodes() {
        var codes = new ArrayList<String>();
        collect(loop.segment("MOA"), codes, 3, 4, 5, 6, 7);
        collect(loop.segment("MIA"), codes, 5, 20, 21, 22, 23);
        return codes;
    }

    private static void collect(@Nullable Segment segment, List<String> codes, int... elements) {
        if (segment != null) {
            for (int element : elements) {
                if (segment.has(element)) {
                    codes.add(segment.element(element));
                }
            }
        }
    }

    public List<Reference> references() {
        return loop.segments("REF").stream().map(Reference::of).toList();
    }

    /** REF02 of the first REF with this qualifier. */
    public @Nullable String reference(String qualifier) {
        var ref = loop.segment("REF", qualifier);
        return ref == null ? null : ref.value(2);
    }

    /** DTM by DTM01: 232 from, 233 to, 036 coverage ended, 050 received. */
    public @Nullable LocalDate date(String qualifier) {
        var dtm = loop.segment("DTM", qualifier);
        return dtm == null ? null : dtm.date(2);
    }

    /** AMT*F5: what the patient has paid, as far as the payer knows. */
    public @Nullable BigDecimal patientPaidAmount() {
        var amt = loop.segment("AMT", "F5");
        return amt == null ? null : amt.decimal(2);
    }

    /** AMT: AU coverage, I interest … */
    public List<Amount> amounts() {
        return loop.segments("AMT").stream().map(Amount::of).toList();
    }

    public static Builder builder(
            String patientControlNumber,
            ClaimPaymentStatus status,
            BigDecimal chargeAmount,
            BigDecimal paidAmount,
            String claimFilingIndicator,
            String payerClaimControlNumber) {
        return new Builder(
                patientControlNumber, status, chargeAmount, paidAmount, claimFilingIndicator, payerClaimControlNumber);
    }

    /** Builds a claim's payment; the patient's name must be given. */
    public static final class Builder {
        private final LoopBuilder parts = new LoopBuilder(Guide.REMITTANCE_835.loop("2100"));
        private final String[] fixed;
        private @Nullable BigDecimal patientResponsibility;
        private @Nullable String facilityCode;
        private @Nullable String frequencyCode;

        private Builder(
                String patientControlNumber,
                ClaimPaymentStatus status,
                BigDecimal chargeAmount,
                BigDecimal paidAmount,
                String claimFilingIndicator,
                String payerClaimControlNumber) {
            fixed = new String[] {
                patientControlNumber,
                status.code(),
                chargeAmount.toPlainString(),
                paidAmount.toPlainString(),
                claimFilingIndicator,
                payerClaimControlNumber
            };
        }

        /** CLP05; not in a reversal. */
        public Builder patientResponsibility(@Nullable BigDecimal amount) {
            this.patientResponsibility = amount;
            return this;
        }

        /** CLP08, CLP09: place of service and frequency of the claim. */
        public Builder facility(@Nullable String code, @Nullable String frequency) {
            this.facilityCode = code;
            this.frequencyCode = frequency;
            return this;
        }

        /** CAS of the whole claim. */
        public Builder adjustments(List<Adjustment> adjustments) {
            parts.addAll(Adjustment.segments(adjustments));
            return this;
        }

        /** NM1*QC. */
        public Builder patient(EntityName name) {
            return name("QC", name);
        }

        /** NM1*82. */
        public Builder renderingProvider(EntityName name) {
            return name("82", name);
        }

        public Builder name(String entityCode, EntityName name) {
            parts.add(name.nm1(entityCode));
            return this;
        }

        /** MOA03 to MOA07, at most five remark codes. */
        public Builder outpatientRemarks(Collection<String> remarkCodes) {
            if (remarkCodes.size() > 5) {
                throw new IllegalArgumentException("MOA has at most five remark codes");
            }
            if (!remarkCodes.isEmpty()) {
                var elements = new ArrayList<@Nullable String>();
                elements.add(null);
                elements.add(null);
                elements.addAll(remarkCodes);
                parts.segment("MOA", elements.toArray(new @Nullable String[0]));
            }
            return this;
        }

        public Builder reference(String qualifier, String value) {
            parts.add(new Reference(qualifier, value).ref());
            return this;
        }

        /** DTM: 232 from, 233 to, 036 coverage ended, 050 received. */
        public Builder date(String qualifier, LocalDate date) {
            parts.segment("DTM", qualifier, Segment.format(date));
            return this;
        }

        /** AMT: AU coverage, I interest … */
        public Builder amount(String qualifier, BigDecimal value) {
            parts.add(new Amount(qualifier, value).amt());
            return this;
        }

        public Builder serviceLine(Loop2110ServicePayment line) {
            parts.add(line);
            return this;
        }

        /** Any other segment of loop 2100, or a child loop. */
        public Builder add(LoopPart part) {
            parts.add(part);
            return this;
        }

        /** Any other segment, typed. */
        public Builder add(TypedSegment segment) {
            parts.add(segment);
            return this;
        }

        public Loop2100ClaimPayment build() {
            parts.segment(
                    "CLP",
                    fixed[0],
                    fixed[1],
                    fixed[2],
                    fixed[3],
                    Segment.format(patientResponsibility),
                    fixed[4],
                    fixed[5],
                    facilityCode,
                    frequencyCode);
            return new Loop2100ClaimPayment(parts.build());
        }
    }
}
