package org.superbill.x12.professional;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedSegment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Amount;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.Reference;

/** One claim (837P loop 2300). */
public record Loop2300Claim(Loop loop) implements Loop2300 {

    private Segment clm() {
        return loop.required("CLM");
    }

    /** CLM01, the provider's number of the claim, up to 20 characters are sent back. */
    public String patientControlNumber() {
        return clm().element(1);
    }

    /** CLM02, the sum of the lines' charges. */
    public BigDecimal chargeAmount() {
        return clm().requiredDecimal(2);
    }

    /** CLM05-1. */
    public String placeOfService() {
        return clm().component(5, 1);
    }

    /** CLM05-3. */
    public ClaimFrequency frequency() {
        return new ClaimFrequency(clm().component(5, 3));
    }

    /** HI with ABK or BK: the principal diagnosis first; lines point at them by their place, from 1. */
    public List<Diagnosis> diagnoses() {
        for (var hi : loop.segments("HI")) {
            var diagnoses = Diagnosis.of(hi);
            if (!diagnoses.isEmpty() && diagnoses.get(0).isPrincipal()) {
                return diagnoses;
            }
        }
        return List.of();
    }

    /** All DTP segments. @throws X12Exception when one has no date */
    public List<DatePeriod> dates() {
        return loop.segments("DTP").stream().map(DatePeriod::of).toList();
    }

    /** AMT, for instance F5: what the patient has paid. */
    public List<Amount> amounts() {
        return loop.segments("AMT").stream().map(Amount::of).toList();
    }

    /** REF02 of the first REF with this qualifier. */
    public @Nullable String reference(String qualifier) {
        var ref = loop.segment("REF", qualifier);
        return ref == null ? null : ref.value(2);
    }

    /** REF*D9, the clearinghouse's number. */
    public @Nullable String clearinghouseNumber() {
        return reference("D9");
    }

    /**
     * @param patientControlNumber CLM01, 1 to 20 characters
     * @param chargeAmount CLM02, the sum of the lines' charges
     */
    public static Builder builder(String patientControlNumber, BigDecimal chargeAmount) {
        return new Builder(patientControlNumber, chargeAmount);
    }

    /** Builds a claim; parts may come in any order, lines in theirs. Place of service, diagnoses and a line must be given. */
    public static final class Builder {
        private final LoopBuilder parts = new LoopBuilder(Guide.PROFESSIONAL_837.loop("2300"));
        private final String patientControlNumber;
        private final BigDecimal chargeAmount;
        private String placeOfService = "";
        private ClaimFrequency frequency = ClaimFrequency.ORIGINAL;
        private String signature = "Y";
        private String assignment = "A";
        private String benefits = "Y";
        private String release = "Y";
        private @Nullable String signatureSource;
        private @Nullable String relatedCauses;
        private @Nullable String delayReason;

        private Builder(String patientControlNumber, BigDecimal chargeAmount) {
            if (patientControlNumber.isEmpty() || patientControlNumber.length() > 20) {
                throw new X12Exception("CLM01 has 1 to 20 characters");
            }
            this.patientControlNumber = patientControlNumber;
            this.chargeAmount = chargeAmount;
        }

        /** CLM05-1. */
        public Builder placeOfService(String code) {
            this.placeOfService = code;
            return this;
        }

        /** CLM05-3; original without this. */
        public Builder frequency(ClaimFrequency code) {
            this.frequency = code;
            return this;
        }

        /** CLM06; yes without this. */
        public Builder providerSignatureOnFile(boolean onFile) {
            this.signature = onFile ? "Y" : "N";
            return this;
        }

        /** CLM07; A without this. */
        public Builder assignment(String code) {
            this.assignment = code;
            return this;
        }

        /** CLM08; Y without this. */
        public Builder benefitsAssignment(String code) {
            this.benefits = code;
            return this;
        }

        /** CLM09; Y without this. */
        public Builder releaseOfInformation(String code) {
            this.release = code;
            return this;
        }

        /** CLM10. */
        public Builder patientSignatureSource(String code) {
            this.signatureSource = code;
            return this;
        }

        /** CLM11. @param state of an auto accident */
        public Builder relatedCauses(List<String> causes, @Nullable String state) {
            this.relatedCauses = causes.isEmpty()
                    ? null
                    : Segment.composite(causes.get(0), causes.size() > 1 ? causes.get(1) : null, null, state);
            return this;
        }

        /** CLM20. */
        public Builder delayReason(String code) {
            this.delayReason = code;
            return this;
        }

        /** HI: ICD-10-CM codes without the dot, the principal one first, 12 at most. */
        public Builder diagnoses(List<String> codes) {
            parts.add(Diagnosis.icd10(codes));
            return this;
        }

        public Builder date(DatePeriod date) {
            parts.add(date.dtp());
            return this;
        }

        public Builder reference(String qualifier, String value) {
            parts.add(new Reference(qualifier, value).ref());
            return this;
        }

        /** REF*G1. */
        public Builder priorAuthorization(String number) {
            return reference("G1", number);
        }

        /** REF*F8: the payer's number of the claim that is replaced or voided. */
        public Builder payerClaimControlNumber(String number) {
            return reference("F8", number);
        }

        /** REF*D9. */
        public Builder clearinghouseNumber(String number) {
            return reference("D9", number);
        }

        /** AMT*F5. */
        public Builder patientPaid(BigDecimal amount) {
            parts.add(new Amount("F5", amount).amt());
            return this;
        }

        /** NTE. @param code ADD additional, CER certification, DCP goals, DGN diagnosis, TPO third party */
        public Builder note(String code, String text) {
            parts.segment("NTE", code, text);
            return this;
        }

        public Builder referringProvider(Loop2310AReferringProvider provider) {
            parts.add(provider);
            return this;
        }

        public Builder renderingProvider(Loop2310BRenderingProvider provider) {
            parts.add(provider);
            return this;
        }

        public Builder serviceFacility(Loop2310CServiceFacility facility) {
            parts.add(facility);
            return this;
        }

        public Builder supervisingProvider(Loop2310DSupervisingProvider provider) {
            parts.add(provider);
            return this;
        }

        public Builder otherSubscriber(Loop2320OtherSubscriber subscriber) {
            parts.add(subscriber);
            return this;
        }

        public Builder serviceLine(Loop2400ServiceLine line) {
            parts.add(line);
            return this;
        }

        /** Any other segment of loop 2300, or a child loop. */
        public Builder add(LoopPart part) {
            parts.add(part);
            return this;
        }

        /** Any other segment, typed. */
        public Builder add(TypedSegment segment) {
            parts.add(segment);
            return this;
        }

        public Loop2300Claim build() {
            parts.segment(
                    "CLM",
                    patientControlNumber,
                    Segment.format(chargeAmount),
                    null,
                    null,
                    Segment.composite(placeOfService, "B", frequency.code()),
                    signature,
                    assignment,
                    benefits,
                    release,
                    signatureSource,
                    relatedCauses,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    delayReason);
            return new Loop2300Claim(parts.build());
        }
    }
}
