package org.superbill.billing.submission;

import static org.superbill.billing.submission.LoopParts.date;
import static org.superbill.billing.submission.LoopParts.person;

import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;
import org.superbill.events.EncounterCoded;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.institutional.Loop2400ServiceLine;
import org.superbill.x12.institutional.Loop2410Drug;
import org.superbill.x12.institutional.Loop2420CRenderingProvider;
import org.superbill.x12.part.Procedure;

/** The lines of a facility's claim (005010X223A2, loop 2400). */
record InstitutionalLines(ClaimContent claim) {

    /** @param place in the claim, from 1 (LX01) */
    Loop2400ServiceLine loop(int place, EncounterCoded.Line line) {
        var more = line.more();
        var parts = new LoopBuilder(Guide.INSTITUTIONAL_837.loop("2400"))
                .segment("LX", String.valueOf(place))
                .segment(
                        "SV2",
                        more.revenueCode(),
                        procedure(line),
                        Segment.format(Cents.of(line.chargeCents()).x12()),
                        "UN",
                        Segment.format(line.units().stripTrailingZeros()));
        var through = more.through();
        if (through == null || through.equals(line.serviceDate())) {
            parts.segment("DTP", "472", "D8", date(line.serviceDate()));
        } else {
            parts.segment("DTP", "472", "RD8", date(line.serviceDate()) + "-" + date(through));
        }
        parts.segment("REF", "6R", claim.lineControlNumber(line.lineNumber()));
        var drug = more.drug();
        if (drug != null) {
            var loop = new LoopBuilder(Guide.INSTITUTIONAL_837.loop("2410"))
                    .segment("LIN", null, "N4", drug.ndc())
                    .segment("CTP", null, null, null, Segment.format(drug.quantity()), drug.unit());
            if (drug.prescriptionNumber() != null) {
                loop.segment("REF", "XZ", drug.prescriptionNumber());
            }
            parts.add(new Loop2410Drug(loop.build()));
        }
        claim.facts()
                .renderingOf(line)
                .ifPresent(provider -> parts.add(Loop2420CRenderingProvider.of(person(provider))));
        parts.addAll(new OtherPayerLoops(Guide.INSTITUTIONAL_837, claim).adjudications(line.lineNumber()));
        return new Loop2400ServiceLine(parts.build());
    }

    /** SV202; absent where the revenue code alone tells the service. */
    private static @Nullable String procedure(EncounterCoded.Line line) {
        return line.procedureCode().isEmpty()
                ? null
                : new Procedure(
                                "HC",
                                line.procedureCode(),
                                line.modifiers(),
                                line.more().description())
                        .composite();
    }
}
