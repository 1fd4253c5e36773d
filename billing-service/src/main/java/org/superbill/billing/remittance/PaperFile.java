package org.superbill.billing.remittance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.X12Writer;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.AdjustmentGroup;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;
import org.superbill.x12.remittance.ClaimPaymentStatus;
import org.superbill.x12.remittance.Loop1000APayer;
import org.superbill.x12.remittance.Loop1000BPayee;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.Loop2110ServicePayment;
import org.superbill.x12.remittance.Payment;
import org.superbill.x12.remittance.ProviderAdjustment;
import org.superbill.x12.remittance.RemittanceAdvice;

/** Writes what was typed in from paper as an 835 of one ST, so that it is read, judged, posted and kept by the same path. Pure. */
final class PaperFile {
    private static final String UNKNOWN = "UNKNOWN";

    private PaperFile() {}

    /** @throws X12Exception when X12 cannot say what was typed in */
    static byte[] write(PaperRemittance paper, Instant typedAt) {
        var at = LocalDateTime.ofInstant(typedAt, ZoneOffset.UTC);
        var out = new ByteArrayOutputStream();
        try (var writer = X12Writer.to(out, UTF_8, "\n")) {
            writer.startInterchange(Interchange.builder()
                    .sender("ZZ", "PAPER")
                    .receiver("ZZ", "SUPERBILL")
                    .at(at)
                    .controlNumber(1)
                    .usage("P")
                    .build());
            writer.startGroup(FunctionalGroup.of("HP", "PAPER", "SUPERBILL", at, 1, "005010X221A1"));
            writer.transaction("0001", advice(paper));
            writer.endGroup();
            writer.endInterchange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new X12Exception("A part of the remittance does not fit into X12", e);
        }
        return out.toByteArray();
    }

    private static RemittanceAdvice advice(PaperRemittance paper) {
        var payer = Loop1000APayer.of(
                paper.payerName(),
                Address.of(UNKNOWN, UNKNOWN, "NY", "10001"),
                paper.payerIdentifier() == null ? List.of() : List.of(new Reference("2U", paper.payerIdentifier())),
                new Contact("BL", UNKNOWN, List.of()));
        var advice = RemittanceAdvice.builder(payment(paper), paper.traceNumber(), paper.originator())
                .productionDate(paper.paymentDate())
                .payer(payer)
                .payee(Loop1000BPayee.of(UNKNOWN, "XX", paper.payeeNpi(), null));
        paper.claims().forEach(claim -> advice.claim(claim(claim)));
        return advice.providerAdjustments(listed(paper.providerAdjustments()).stream()
                        .map(adjustment -> new ProviderAdjustment(
                                paper.payeeNpi(),
                                paper.paymentDate(),
                                adjustment.reason(),
                                adjustment.reference(),
                                dollars(adjustment.amountCents())))
                        .toList())
                .build();
    }

    private static Payment payment(PaperRemittance paper) {
        return new Payment(Segment.of(
                "BPR",
                "I",
                Segment.format(dollars(Math.abs(paper.paymentCents()))),
                paper.paymentCents() < 0 ? "D" : "C",
                paper.paymentMethod().wire(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Segment.format(paper.paymentDate())));
    }

    private static Loop2100ClaimPayment claim(PaperRemittance.Claim claim) {
        var loop = Loop2100ClaimPayment.builder(
                        claim.claimNumber(),
                        new ClaimPaymentStatus(claim.statusCode()),
                        dollars(claim.chargeCents()),
                        dollars(claim.paidCents()),
                        "ZZ",
                        claim.payerClaimNumber())
                .patientResponsibility(dollars(claim.patientResponsibilityCents()))
                .adjustments(adjustments(claim.adjustments()))
                .patient(EntityName.person(
                                claim.patient().lastName(), claim.patient().firstName())
                        .id("MI", claim.patient().memberId()));
        if (!listed(claim.remarks()).isEmpty()) {
            loop.outpatientRemarks(listed(claim.remarks()));
        }
        if (claim.serviceDate() != null) {
            loop.date("232", claim.serviceDate());
        }
        listed(claim.lines()).forEach(line -> loop.serviceLine(line(line)));
        return loop.build();
    }

    private static Loop2110ServicePayment line(PaperRemittance.Line line) {
        var loop = Loop2110ServicePayment.builder(
                        Procedure.hcpcs(line.procedure(), listed(line.modifiers())),
                        dollars(line.chargeCents()),
                        dollars(line.paidCents()))
                .paidUnits(line.units())
                .submitted(line.submittedProcedure() == null ? null : Procedure.hcpcs(line.submittedProcedure()), null)
                .serviceDates(line.serviceDate(), line.serviceDate())
                .adjustments(adjustments(line.adjustments()))
                .lineControlNumber(line.lineControlNumber());
        if (line.allowedCents() != null) {
            loop.allowedAmount(dollars(line.allowedCents()));
        }
        return loop.remarkCodes(listed(line.remarks())).build();
    }

    private static List<Adjustment> adjustments(@Nullable List<PaperRemittance.Adjustment> adjustments) {
        return listed(adjustments).stream()
                .map(adjustment -> Adjustment.of(
                        new AdjustmentGroup(adjustment.group()), adjustment.carc(), dollars(adjustment.amountCents())))
                .toList();
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static BigDecimal dollars(long cents) {
        return Cents.of(cents).dollars();
    }
}
