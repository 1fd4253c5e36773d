package org.superbill.x12.professional;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedSegment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;

/** One line of a claim (837P loop 2400). */
public record Loop2400ServiceLine(Loop loop) implements Loop2400 {

    private Segment sv1() {
        return loop.required("SV1");
    }

    /** LX01, from 1. @throws X12Exception when it is no number */
    public int lineNumber() {
        var number = loop.required("LX").integer(1);
        if (number == null) {
            throw new X12Exception("LX01 is empty");
        }
        return number;
    }

    /** SV101. */
    public Procedure procedure() {
        return Procedure.of(sv1(), 1);
    }

    /** SV102. */
    public BigDecimal chargeAmount() {
        return sv1().requiredDecimal(2);
    }

    /** SV104, in {@link #unitOfMeasure}. */
    public BigDecimal units() {
        return sv1().requiredDecimal(4);
    }

    /** SV105, when it is not the claim's. */
    public @Nullable String placeOfService() {
        return sv1().value(5);
    }

    /** SV107: places of the claim's diagnoses, from 1, the first being the main reason for the line. */
    public List<Integer> diagnosisPointers() {
        var pointers = new ArrayList<Integer>();
        for (var pointer : sv1().components(7)) {
            if (!pointer.isEmpty()) {
                try {
                    pointers.add(Integer.valueOf(pointer));
                } catch (NumberFormatException e) {
                    throw new X12Exception("SV107 is not a diagnosis pointer", e);
                }
            }
        }
        return pointers;
    }

    /** DTP*472, one day or a range. @throws X12Exception when it is missing or no date */
    public DatePeriod serviceDate() {
        var dtp = loop.segment("DTP", "472");
        if (dtp == null) {
            throw new X12Exception("Loop 2400 has no service date (DTP with 472)");
        }
        return DatePeriod.of(dtp);
    }

    /** REF02 of the first REF with this qualifier. */
    public @Nullable String reference(String qualifier) {
        var ref = loop.segment("REF", qualifier);
        return ref == null ? null : ref.value(2);
    }

    /** REF*6R, which comes back in the remittance. */
    public @Nullable String lineControlNumber() {
        return reference("6R");
    }

    /** @param lineNumber LX01, from 1 */
    public static Builder builder(int lineNumber, Procedure procedure, BigDecimal chargeAmount) {
        return new Builder(lineNumber, procedure, chargeAmount);
    }

    /** Builds a line; a service date and a diagnosis pointer must be given. */
    public static final class Builder {
        private final LoopBuilder parts = new LoopBuilder(Guide.PROFESSIONAL_837.loop("2400"));
        private final Procedure procedure;
        private final BigDecimal chargeAmount;
        private String unitOfMeasure = "UN";
        private BigDecimal units = BigDecimal.ONE;
        private @Nullable String placeOfService;
        private List<Integer> pointers = List.of();
        private boolean emergency;
        private boolean epsdt;
        private boolean familyPlanning;

        private Builder(int lineNumber, Procedure procedure, BigDecimal chargeAmount) {
            this.procedure = procedure;
            this.chargeAmount = chargeAmount;
            parts.segment("LX", String.valueOf(lineNumber));
        }

        /** SV103 and SV104; one unit without this. @param unit UN units, MJ minutes */
        public Builder units(String unit, BigDecimal count) {
            this.unitOfMeasure = unit;
            this.units = count;
            return this;
        }

        /** SV105, only when it is not the claim's. */
        public Builder placeOfService(@Nullable String code) {
            this.placeOfService = code;
            return this;
        }

        /** SV107: places of the claim's diagnoses, from 1, at most four. */
        public Builder diagnosisPointers(List<Integer> places) {
            if (places.isEmpty() || places.size() > 4) {
                throw new IllegalArgumentException("A line has 1 to 4 diagnosis pointers");
            }
            this.pointers = List.copyOf(places);
            return this;
        }

        /** SV109. */
        public Builder emergency(boolean yes) {
            this.emergency = yes;
            return this;
        }

        /** SV111. */
        public Builder epsdt(boolean yes) {
            this.epsdt = yes;
            return this;
        }

        /** SV112. */
        public Builder familyPlanning(boolean yes) {
            this.familyPlanning = yes;
            return this;
        }

        /** DTP*472: {@code DatePeriod.on("472", day)}, or a range. */
        public Builder serviceDate(DatePeriod date) {
            parts.add(date.dtp());
            return this;
        }

        public Builder reference(String qualifier, String value) {
            parts.add(new Reference(qualifier, value).ref());
            return this;
        }

        /** REF*6R, up to 30 characters come back in the remittance. */
        public Builder lineControlNumber(String number) {
            return reference("6R", number);
        }

        /** NTE. @param code ADD, DCP, TPO */
        public Builder note(String code, String text) {
            parts.segment("NTE", code, text);
            return this;
        }

        public Builder renderingProvider(Loop2420ARenderingProvider provider) {
            parts.add(provider);
            return this;
        }

        public Builder drug(Loop2410Drug drug) {
            parts.add(drug);
            return this;
        }

        public Builder adjudication(Loop2430LineAdjudication adjudication) {
            parts.add(adjudication);
            return this;
        }

        /** Any other segment of loop 2400, or a child loop. */
        public Builder add(LoopPart part) {
            parts.add(part);
            return this;
        }

        /** Any other segment, typed. */
        public Builder add(TypedSegment segment) {
            parts.add(segment);
            return this;
        }

        public Loop2400ServiceLine build() {
            parts.segment(
                    "SV1",
                    procedure.composite(),
                    Segment.format(chargeAmount),
                    unitOfMeasure,
                    Segment.format(units),
                    placeOfService,
                    null,
                    Segment.composite(pointers.stream().map(String::valueOf).toList()),
                    null,
                    emergency ? "Y" : null,
                    null,
                    epsdt ? "Y" : null,
                    familyPlanning ? "Y" : null);
            return new Loop2400ServiceLine(parts.build());
        }
    }
}
