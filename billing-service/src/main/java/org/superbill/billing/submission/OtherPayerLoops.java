package org.superbill.billing.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.Coordination;
import org.superbill.billing.claim.MedicareSecondary;
import org.superbill.billing.claim.PriorPayer;
import org.superbill.billing.reference.OtherCoverage;
import org.superbill.events.CoverageChanged;
import org.superbill.events.Relationship;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.AdjustmentGroup;
import org.superbill.x12.part.Amount;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;

/**
 * What a claim says of the other payers: of those before it what they have decided, of those after it that they are there. Loops 2320,
 * 2330A, 2330B and 2430 of an 837P or 837I. AMT*EAF and DTP*573 stand where the payer has decided: with the lines, or with the claim
 * where it decided that as a whole.
 */
record OtherPayerLoops(Guide guide, ClaimContent claim) {
    private static final Set<String> MEDICARE = Set.of("MA", "MB");
    private static final int MOST_OTHERS = 10;

    private List<PriorPayer> priorPayers() {
        var coordination = claim.coordination();
        return coordination == null ? List.of() : coordination.priorPayers();
    }

    /** SBR01 of the payer that is billed. */
    String responsibility() {
        var coordination = claim.coordination();
        return Coordination.responsibility(coordination == null ? 1 : coordination.sequence());
    }

    /** SBR05 of the payer that is billed. */
    @Nullable
    String insuranceType() {
        var coordination = claim.coordination();
        return coordination == null ? null : coordination.insuranceType();
    }

    /** Loop 2320 of each other payer, in order. */
    List<Loop> otherSubscribers() {
        var prior = priorPayers();
        var told = prior.stream().map(PriorPayer::payerIdentifier).toList();
        return Stream.concat(
                        prior.stream().map(this::otherSubscriber),
                        claim.facts().laterCoverages(sequence()).stream()
                                .filter(later ->
                                        !told.contains(later.payerIdentifier())) // SVD01 could not tell them apart
                                .map(this::laterSubscriber))
                .limit(MOST_OTHERS)
                .toList();
    }

    private int sequence() {
        var coordination = claim.coordination();
        return coordination == null ? 1 : coordination.sequence();
    }

    private String primaryKind() {
        return priorPayers().isEmpty()
                ? claim.facts().payer().claimFilingIndicator()
                : priorPayers().get(0).claimFilingIndicator();
    }

    private Loop laterSubscriber(OtherCoverage later) {
        return new LoopBuilder(guide.loop("2320"))
                .add(sbr(later.turn(), later.coverage(), later.claimFilingIndicator()))
                .segment("OI", null, null, "Y", null, null, "I")
                .add(subscriber(later.coverage()))
                .add(new LoopBuilder(guide.loop("2330B"))
                        .segment(
                                "NM1",
                                "PR",
                                "2",
                                later.payerName(),
                                null,
                                null,
                                null,
                                null,
                                "PI",
                                later.payerIdentifier())
                        .build())
                .build();
    }

    private Segment sbr(int turn, CoverageChanged coverage, String claimFilingIndicator) {
        var isMedicare = MEDICARE.contains(claimFilingIndicator);
        return Segment.of(
                "SBR",
                Coordination.responsibility(turn),
                relationship(coverage.relationshipToSubscriber()),
                coverage.groupNumber(),
                coverage.groupNumber() == null && !isMedicare ? coverage.groupName() : null,
                isMedicare && turn > 1 && guide == Guide.PROFESSIONAL_837
                        ? MedicareSecondary.typeOf(coverage, primaryKind(), claim.facts())
                        : null,
                null,
                null,
                null,
                claimFilingIndicator);
    }

    private Loop otherSubscriber(PriorPayer payer) {
        var builder = new LoopBuilder(guide.loop("2320"))
                .add(sbr(payer.sequence(), payer.coverage(), payer.claimFilingIndicator()))
                .addAll(Adjustment.segments(adjustments(payer.adjustments())))
                .add(new Amount("D", payer.paid()).amt())
                .segment("OI", null, null, "Y", null, null, "I");
        if (payer.lines().isEmpty()) {
            builder.add(new Amount("EAF", payer.patientPart()).amt());
        }
        if (payer.outpatientRemarks().stream().anyMatch(element -> !element.isEmpty())) {
            builder.segment(
                    "MOA",
                    payer.outpatientRemarks().stream()
                            .map(element -> element.isEmpty() ? null : element)
                            .toArray(String[]::new));
        }
        return builder.add(subscriber(payer.coverage())).add(payer(payer)).build();
    }

    private Loop subscriber(CoverageChanged coverage) {
        var subscriber = coverage.subscriber();
        var patient = claim.facts().patient();
        var name = coverage.relationshipToSubscriber() == Relationship.self || subscriber == null
                ? EntityName.person(patient.lastName(), patient.firstName()).middle(patient.middleName())
                : EntityName.person(subscriber.lastName(), subscriber.firstName())
                        .middle(subscriber.middleName());
        return new LoopBuilder(guide.loop("2330A"))
                .add(name.id("MI", coverage.memberId()).nm1("IL"))
                .build();
    }

    private Loop payer(PriorPayer payer) {
        var builder = new LoopBuilder(guide.loop("2330B"))
                .segment("NM1", "PR", "2", payer.payerName(), null, null, null, null, "PI", payer.payerIdentifier());
        if (payer.lines().isEmpty()) {
            builder.add(DatePeriod.on("573", payer.decidedOn()).dtp());
        }
        if (payer.claimNumber() != null) {
            builder.segment("REF", "F8", payer.claimNumber());
        }
        return builder.build();
    }

    /** Loop 2430 of a line, for each prior payer and each procedure that it was decided as. */
    List<Loop> adjudications(int lineNumber) {
        var loops = new ArrayList<Loop>();
        for (var payer : priorPayers()) {
            payer.lines().stream()
                    .filter(line -> line.lineNumber() == lineNumber)
                    .map(line -> adjudication(payer, line))
                    .forEach(loops::add);
        }
        return loops;
    }

    private Loop adjudication(PriorPayer payer, PriorPayer.Line line) {
        return new LoopBuilder(guide.loop("2430"))
                .segment(
                        "SVD",
                        payer.payerIdentifier(),
                        Segment.format(line.paid()),
                        line.procedure().isEmpty()
                                ? null
                                : Procedure.hcpcs(line.procedure(), line.modifiers())
                                        .composite(),
                        guide == Guide.INSTITUTIONAL_837 ? revenueCode(line) : null,
                        Segment.format(units(line)),
                        line.bundledIntoLine() == null ? null : String.valueOf(line.bundledIntoLine()))
                .addAll(Adjustment.segments(adjustments(line.adjustments())))
                .add(DatePeriod.on("573", Objects.requireNonNullElse(line.decidedOn(), payer.decidedOn()))
                        .dtp())
                .add(new Amount("EAF", line.patientPart()).amt()) // of zero, too: it is what this payer leaves
                .build();
    }

    /** SVD04: as the payer said it, else as it was sent. */
    private @Nullable String revenueCode(PriorPayer.Line line) {
        return line.revenueCode() != null
                ? line.revenueCode()
                : claim.facts().encounter().lines().stream()
                        .filter(own -> own.lineNumber() == line.lineNumber())
                        .map(own -> own.more().revenueCode())
                        .findFirst()
                        .orElse(null);
    }

    /** A line that was not paid may have been decided for no units at all, which SVD05 cannot say. */
    private static BigDecimal units(PriorPayer.Line line) {
        return line.units().signum() > 0 ? line.units() : BigDecimal.ONE;
    }

    private static List<Adjustment> adjustments(List<PriorPayer.Adjustment> received) {
        return received.stream()
                .map(adjustment -> new Adjustment(
                        new AdjustmentGroup(adjustment.group()),
                        adjustment.carc(),
                        adjustment.amount(),
                        adjustment.quantity()))
                .toList();
    }

    private static String relationship(Relationship relationship) {
        return switch (relationship) {
            case self -> "18";
            case spouse -> "01";
            case child -> "19";
            case other -> "G8";
        };
    }
}
