package org.superbill.x12.claimstatus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;

/** Builds a 277CA: claims in any order are put under their provider and patient, counts and amounts are added up. */
public final class ClaimAcknowledgmentBuilder {
    private static final Guide GUIDE = Guide.CLAIM_ACKNOWLEDGMENT_277CA;

    private final String referenceNumber;
    private final LocalDateTime at;
    private final EntityName source;
    private final EntityName receiver;
    private final String batchNumber;
    private final LocalDate received;
    private final Map<EntityName, Map<EntityName, List<Loop2200DClaimStatus>>> providers = new LinkedHashMap<>();
    private int accepted;
    private int rejected;
    private BigDecimal acceptedAmount = BigDecimal.ZERO;
    private BigDecimal rejectedAmount = BigDecimal.ZERO;

    ClaimAcknowledgmentBuilder(
            String referenceNumber,
            LocalDateTime at,
            EntityName source,
            EntityName receiver,
            String batchNumber,
            LocalDate received) {
        this.referenceNumber = referenceNumber;
        this.at = at;
        this.source = source;
        this.receiver = receiver;
        this.batchNumber = batchNumber;
        this.received = received;
    }

    /**
     * @param billingProvider with NPI or tax id (FI)
     * @param patient with the member id (MI)
     * @param chargeAmount CLM02
     */
    public ClaimAcknowledgmentBuilder claim(
            EntityName billingProvider, EntityName patient, BigDecimal chargeAmount, Loop2200DClaimStatus status) {
        providers
                .computeIfAbsent(billingProvider, provider -> new LinkedHashMap<>())
                .computeIfAbsent(patient, name -> new ArrayList<>())
                .add(status);
        if (status.isRejected()) {
            rejected++;
            rejectedAmount = rejectedAmount.add(chargeAmount);
        } else {
            accepted++;
            acceptedAmount = acceptedAmount.add(chargeAmount);
        }
        return this;
    }

    /** Write it with {@code X12Writer.transaction}, in a group of HN. */
    public ClaimAcknowledgment build() {
        var trace = new LoopBuilder(GUIDE.loop("2200A"))
                .segment("TRN", "1", referenceNumber)
                .add(DatePeriod.on("050", received).dtp())
                .add(DatePeriod.on("009", at.toLocalDate()).dtp());
        var sourceLevel = new LoopBuilder(GUIDE.loop("2000A"))
                .segment("HL", null, null, "20")
                .add(new LoopBuilder(GUIDE.loop("2100A")).add(source.nm1("PR")).build())
                .add(trace.build())
                .add(receiverLevel().build());
        return new ClaimAcknowledgment(new LoopBuilder(GUIDE.root())
                .segment(
                        "BHT",
                        "0085",
                        "08",
                        referenceNumber,
                        Segment.format(at.toLocalDate()),
                        Segment.format(at.toLocalTime()),
                        "TH")
                .add(sourceLevel.build())
                .build());
    }

    private LoopBuilder receiverLevel() {
        var level = new LoopBuilder(GUIDE.loop("2000B"))
                .segment("HL", null, null, "21")
                .add(new LoopBuilder(GUIDE.loop("2100B"))
                        .add(receiver.nm1("41"))
                        .build())
                .add(batchTrace().build());
        providers.forEach((provider, patients) -> {
            var providerLevel = new LoopBuilder(GUIDE.loop("2000C"))
                    .segment("HL", null, null, "19")
                    .add(new LoopBuilder(GUIDE.loop("2100C"))
                            .add(provider.nm1("85"))
                            .build());
            patients.forEach((patient, claims) -> {
                var patientLevel = new LoopBuilder(GUIDE.loop("2000D"))
                        .segment("HL", null, null, "PT")
                        .add(new LoopBuilder(GUIDE.loop("2100D"))
                                .add(patient.nm1("QC"))
                                .build());
                claims.forEach(patientLevel::add);
                providerLevel.add(patientLevel.build());
            });
            level.add(providerLevel.build());
        });
        return level;
    }

    private LoopBuilder batchTrace() {
        var receipt = new ClaimStatus(
                List.of(new StatusCode("A1", "19", "PR")),
                at.toLocalDate(),
                true,
                acceptedAmount.add(rejectedAmount),
                null);
        var trace = new LoopBuilder(GUIDE.loop("2200B"))
                .segment("TRN", "2", batchNumber)
                .add(receipt.stc());
        if (accepted > 0) {
            trace.segment("QTY", "90", String.valueOf(accepted)).segment("AMT", "YU", Segment.format(acceptedAmount));
        }
        if (rejected > 0) {
            trace.segment("QTY", "AA", String.valueOf(rejected)).segment("AMT", "YY", Segment.format(rejectedAmount));
        }
        return trace;
    }
}
